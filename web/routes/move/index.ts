import { Router } from 'express';
import { may } from '../../may.ts';
import { shortForm } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { move, park, undoMove } from './controller.ts';

const editors = may('organiser', 'manager');

/** Changing the draft by hand, from the page of a session. */
export const moveRoutes = (services: Services): Router =>
  Router()
    .post('/reviews/:review/programme/sessions/:session/move', editors, shortForm, move(services))
    .post('/reviews/:review/programme/sessions/:session/park', editors, shortForm, park(services))
    .post('/reviews/:review/programme/undo', editors, shortForm, undoMove(services));
