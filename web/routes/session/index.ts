import { Router } from 'express';
import { may } from '../../may.ts';
import type { Services } from '../../services.ts';
import { draftPaths } from '../with-draft.ts';
import { session } from './controller.ts';

export function sessionRoutes(services: Services): Router {
  const router = Router();
  for (const path of draftPaths)
    router.get(`${path}/sessions/:session`, may('organiser', 'manager'), session(services));
  return router;
}
