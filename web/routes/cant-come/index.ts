import { Router } from 'express';
import { may } from '../../may.ts';
import { shortForm } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { cantCome, mendAround, settleCantCome } from './controller.ts';

const editors = may('organiser', 'manager');

export const cantComeRoutes = (services: Services): Router =>
  Router()
    .get('/reviews/:review/cant-come', editors, cantCome(services))
    .post('/reviews/:review/cant-come/settle', editors, shortForm, settleCantCome(services))
    .post('/reviews/:review/cant-come/mend', editors, shortForm, mendAround(services));
