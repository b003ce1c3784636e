import { Router } from 'express';
import type { Services } from '../../services.ts';
import { leftOut } from './controller.ts';

export const leftOutRoutes = (services: Services): Router =>
  Router().get('/reviews/:review/left-out', leftOut(services));
