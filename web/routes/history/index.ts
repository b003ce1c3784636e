import { Router } from 'express';
import { may } from '../../may.ts';
import type { Services } from '../../services.ts';
import { draftVersion, history, version } from './controller.ts';

const both = may('organiser', 'manager');

export const historyRoutes = (services: Services): Router =>
  Router()
    .get('/reviews/:review/history', both, history(services))
    .get('/reviews/:review/history/draft/:version', both, draftVersion(services))
    .get('/reviews/:review/history/:version', both, version(services));
