import { type RequestHandler, Router } from 'express';
import { may } from '../../may.ts';
import { shortForm } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { draftPaths } from '../with-draft.ts';
import { changeStream, move, park, swap, undoMove } from './controller.ts';

const editors = may('organiser', 'manager');

/** Changing a draft by hand: from the grid, and from the page of a session. */
export function moveRoutes(services: Services): Router {
  const router = Router();
  const acts: Readonly<Record<string, RequestHandler>> = {
    'sessions/:session/move': move(services),
    'sessions/:session/stream': changeStream(services),
    'sessions/:session/swap': swap(services),
    'sessions/:session/park': park(services),
    undo: undoMove(services),
  };
  for (const draft of draftPaths)
    for (const [path, act] of Object.entries(acts)) router.post(`${draft}/${path}`, editors, shortForm, act);
  return router;
}
