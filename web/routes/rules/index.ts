import { Router } from 'express';
import { addresses } from '../../addresses.ts';
import { may } from '../../may.ts';
import type { Services } from '../../services.ts';
import { rules } from './controller.ts';

export const rulesRoutes = (services: Services): Router =>
  Router().get(addresses.rules, may.anyone, rules(services));
