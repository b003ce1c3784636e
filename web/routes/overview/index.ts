import { Router } from 'express';
import { may } from '../../may.ts';
import type { Services } from '../../services.ts';
import { overview } from './controller.ts';

export const overviewRoutes = (services: Services): Router =>
  Router().get('/reviews/:review', may('organiser', 'manager', 'peer'), overview(services));
