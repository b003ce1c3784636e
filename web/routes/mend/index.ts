import express, { Router } from 'express';
import { may } from '../../may.ts';
import { shortForm } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { draftPaths } from '../with-draft.ts';
import { applyMend, lookForMends, mend, mendsOf } from './controller.ts';

const editors = may('organiser', 'manager');

/** A form of ours brings a whole programme. */
const long = express.urlencoded({ extended: false, limit: '1mb' });

/** Mending a draft, disturbing as few people as can be. */
export function mendRoutes(services: Services): Router {
  const mends = mendsOf(services);
  const router = Router();
  for (const path of draftPaths)
    router
      .get(`${path}/mend`, editors, mend(services, mends))
      .post(`${path}/mend`, editors, shortForm, lookForMends(services, mends))
      .post(`${path}/mend/apply`, editors, long, applyMend(services));
  return router;
}
