import { Router } from 'express';
import { may } from '../../may.ts';
import type { Services } from '../../services.ts';
import { build, building } from './controller.ts';

export const buildRoutes = (services: Services): Router =>
  Router()
    .get('/reviews/:review/programme/build', may('organiser', 'manager'), building(services))
    .post('/reviews/:review/programme/build', may('organiser', 'manager'), build(services));
