import { Router } from 'express';
import { may } from '../../may.ts';
import type { Services } from '../../services.ts';
import { feed } from './controller.ts';

export const feedRoutes = (services: Services): Router =>
  Router().get('/f/:token.ics', may.anyone, feed(services));
