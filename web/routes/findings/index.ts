import { Router } from 'express';
import { may } from '../../may.ts';
import type { Services } from '../../services.ts';
import { findings } from './controller.ts';

export const findingsRoutes = (services: Services): Router =>
  Router().get('/reviews/:review/findings', may('organiser', 'manager'), findings(services));
