import { Router } from 'express';
import { may } from '../../may.ts';
import { shortForm } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { board, endLink, makeLink, wallBoard } from './controller.ts';

const both = may('organiser', 'manager');

/** The board of the base room: for all who are part of the review, and behind a private link for a screen. */
export const boardRoutes = (services: Services): Router =>
  Router()
    .get('/reviews/:review/board', may('organiser', 'manager', 'peer'), board(services))
    .post('/reviews/:review/board/links', both, shortForm, makeLink(services))
    .post('/reviews/:review/board/links/revoke', both, shortForm, endLink(services))
    .get('/b/:token', may.anyone, wallBoard(services));
