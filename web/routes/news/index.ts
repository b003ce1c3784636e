import { Router } from 'express';
import { may } from '../../may.ts';
import type { Services } from '../../services.ts';
import { news } from './controller.ts';

/** For those who may see the history, of which this is the newest end. */
export const newsRoutes = (services: Services): Router =>
  Router().get('/reviews/:review/news', may('organiser', 'manager'), news(services));
