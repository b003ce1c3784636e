import { Router } from 'express';
import { may } from '../../may.ts';
import type { Services } from '../../services.ts';
import { privateWeek } from './controller.ts';

export const privateWeekRoutes = (services: Services): Router =>
  Router().get('/p/:token', may.anyone, privateWeek(services));
