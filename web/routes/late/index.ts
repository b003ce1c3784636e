import { Router } from 'express';
import { may } from '../../may.ts';
import type { Services } from '../../services.ts';
import { formBody } from '../entering/body.ts';
import { draftPaths } from '../with-draft.ts';
import { late, lookOrAdd } from './controller.ts';

const editors = may('organiser', 'manager');

/** A session that comes late: entered from the grid, and put where it disturbs the fewest. */
export function lateRoutes(services: Services): Router {
  const router = Router();
  for (const path of draftPaths)
    router
      .get(`${path}/late`, editors, late(services))
      .post(`${path}/late`, editors, formBody, lookOrAdd(services));
  return router;
}
