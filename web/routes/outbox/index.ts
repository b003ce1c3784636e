import { Router } from 'express';
import { addresses } from '../../addresses.ts';
import { may } from '../../may.ts';
import { shortForm } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { outbox, sendAgain } from './controller.ts';

export const outboxRoutes = (services: Services): Router =>
  Router()
    .get(addresses.outbox, may.signedIn, outbox(services))
    .post(addresses.sendAgain, may.signedIn, shortForm, sendAgain(services));
