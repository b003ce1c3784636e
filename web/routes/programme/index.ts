import { Router } from 'express';
import { may } from '../../may.ts';
import type { Services } from '../../services.ts';
import { draftPaths } from '../with-draft.ts';
import { programme } from './controller.ts';

export function programmeRoutes(services: Services): Router {
  const router = Router();
  for (const path of draftPaths) router.get(path, may('organiser', 'manager'), programme(services));
  return router;
}
