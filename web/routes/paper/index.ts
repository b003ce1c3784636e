import { Router } from 'express';
import type { Services } from '../../services.ts';
import { paper, sheet } from './controller.ts';

export const paperRoutes = (services: Services): Router =>
  Router()
    .get('/reviews/:review/paper', paper(services))
    .get('/reviews/:review/paper/:kind', sheet(services));
