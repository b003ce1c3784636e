import { Router } from 'express';
import { may } from '../../may.ts';
import type { Services } from '../../services.ts';
import { formBody } from '../entering/body.ts';
import { askToRemove, data, keepUntil, removeReview } from './controller.ts';
import { erase, person, personFile } from './person.ts';

const both = may('organiser', 'manager');

export const keepingRoutes = (services: Services): Router =>
  Router()
    .get('/reviews/:review/data', both, data(services))
    .post('/reviews/:review/data/until', both, formBody, keepUntil(services))
    .get('/reviews/:review/data/remove', both, askToRemove(services))
    .post('/reviews/:review/data/remove', both, formBody, removeReview(services))
    .get('/reviews/:review/data/people/:person', both, person(services))
    .get('/reviews/:review/data/people/:person/file', both, personFile(services))
    .post('/reviews/:review/data/people/:person/erase', both, formBody, erase(services));
