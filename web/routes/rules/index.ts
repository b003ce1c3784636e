import { Router } from 'express';
import { addresses } from '../../addresses.ts';
import type { Services } from '../../services.ts';
import { rules } from './controller.ts';

export const rulesRoutes = (services: Services): Router => Router().get(addresses.rules, rules(services));
