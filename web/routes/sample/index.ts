import { Router } from 'express';
import { addresses } from '../../addresses.ts';
import { may } from '../../may.ts';
import { shortForm } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { play, throwAway } from './controller.ts';

export const sampleRoutes = (services: Services): Router =>
  Router()
    .post(addresses.sample, may.signedIn, shortForm, play(services))
    .post('/reviews/:review/throw-away', may('organiser'), shortForm, throwAway(services));
