import express, { Router } from 'express';
import { may } from '../../may.ts';
import { shortForm } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { formBody } from '../entering/body.ts';
import { apply, happened, happening, reportHappened, settle, waysOf, week } from './controller.ts';

const both = may('organiser', 'manager');

/** A form of ours brings a whole programme. */
const long = express.urlencoded({ extended: false, limit: '1mb' });

/** The week as it goes on. */
export function weekRoutes(services: Services): Router {
  const ways = waysOf(services);
  const one = '/reviews/:review/week/happened/:happening';
  return Router()
    .get('/reviews/:review/week', both, week(services))
    .get('/reviews/:review/week/happened', both, happened(services))
    .post('/reviews/:review/week/happened', both, formBody, reportHappened(services))
    .get(one, both, happening(services, ways))
    .post(`${one}/apply`, both, long, apply(services))
    .post(`${one}/leave`, both, shortForm, settle(services, 'left'))
    .post(`${one}/withdraw`, both, shortForm, settle(services, 'withdrawn'));
}
