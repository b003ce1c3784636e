import { Router } from 'express';
import { may } from '../../may.ts';
import type { Services } from '../../services.ts';
import { paper, sheet } from './controller.ts';

export const paperRoutes = (services: Services): Router =>
  Router()
    .get('/reviews/:review/paper', may('organiser', 'manager', 'peer'), paper(services))
    .get('/reviews/:review/paper/:kind', may('organiser', 'manager', 'peer'), sheet(services));
