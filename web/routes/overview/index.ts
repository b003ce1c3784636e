import { Router } from 'express';
import type { Services } from '../../services.ts';
import { overview } from './controller.ts';

export const overviewRoutes = (services: Services): Router =>
  Router().get('/reviews/:review', overview(services));
