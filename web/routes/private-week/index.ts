import { Router } from 'express';
import type { Services } from '../../services.ts';
import { privateWeek } from './controller.ts';

export const privateWeekRoutes = (services: Services): Router =>
  Router().get('/p/:token', privateWeek(services));
