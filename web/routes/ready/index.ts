import { Router } from 'express';
import { may } from '../../may.ts';
import type { Services } from '../../services.ts';
import { ready } from './controller.ts';

export const readyRoutes = (services: Services): Router =>
  Router().get('/reviews/:review/ready', may('organiser', 'manager'), ready(services));
