import { Router } from 'express';
import { may } from '../../may.ts';
import { shortForm } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { changeLeads, changePair, lockPairs, pair, pairs, unlockPair } from './controller.ts';

/** The organiser reads; who works with whom is the review manager’s. */
const both = may('organiser', 'manager');
const manager = may('manager');

export const pairsRoutes = (services: Services): Router =>
  Router()
    .get('/reviews/:review/pairs', both, pairs(services))
    .get('/reviews/:review/pairs/:session', both, pair(services))
    .post('/reviews/:review/pairs/leads', manager, shortForm, changeLeads(services))
    .post('/reviews/:review/pairs/lock', manager, shortForm, lockPairs(services))
    .post('/reviews/:review/pairs/unlock', manager, shortForm, unlockPair(services))
    .post('/reviews/:review/pairs/:session', manager, shortForm, changePair(services));
