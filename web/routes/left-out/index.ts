import { Router } from 'express';
import { may } from '../../may.ts';
import type { Services } from '../../services.ts';
import { leftOut } from './controller.ts';

export const leftOutRoutes = (services: Services): Router =>
  Router().get('/reviews/:review/left-out', may('organiser', 'manager'), leftOut(services));
