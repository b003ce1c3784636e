import { Router } from 'express';
import { may } from '../../may.ts';
import { shortForm } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { besideEachOther } from './beside.ts';
import { begin, take, throwAway, whatIf, whatIfs } from './controller.ts';

const editors = may('organiser', 'manager');

/** What-ifs: drafts beside the draft. */
export const whatIfRoutes = (services: Services): Router =>
  Router()
    .get('/reviews/:review/what-if', editors, whatIfs(services))
    .post('/reviews/:review/what-if', editors, shortForm, begin(services))
    .get('/reviews/:review/what-if/side-by-side', editors, besideEachOther(services))
    .get('/reviews/:review/what-if/:scenario', editors, whatIf(services))
    .post('/reviews/:review/what-if/:scenario/take', editors, shortForm, take(services))
    .post('/reviews/:review/what-if/:scenario/throw-away', editors, shortForm, throwAway(services));
