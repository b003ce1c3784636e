import { Router } from 'express';
import { may } from '../../may.ts';
import type { Services } from '../../services.ts';
import { formBody } from '../entering/body.ts';
import { agreeEvening, evening } from './controller.ts';

/** The evening’s agreeing of tomorrow’s pairs: the organiser reads; who works with whom is the review manager’s. */
export const eveningRoutes = (services: Services): Router =>
  Router()
    .get('/reviews/:review/week/pairs', may('organiser', 'manager'), evening(services))
    .post('/reviews/:review/week/pairs', may('manager'), formBody, agreeEvening(services));
