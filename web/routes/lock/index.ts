import { Router } from 'express';
import { may } from '../../may.ts';
import { shortForm } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { draftPaths } from '../with-draft.ts';
import { lock } from './controller.ts';

/** Locking a session where it is. */
export function lockRoutes(services: Services): Router {
  const router = Router();
  for (const path of draftPaths)
    router.post(`${path}/sessions/:session/lock`, may('organiser', 'manager'), shortForm, lock(services));
  return router;
}
