import express, { Router } from 'express';
import { addresses } from '../../addresses.ts';
import { may } from '../../may.ts';
import type { Services } from '../../services.ts';
import { newReview, saveStep, setUp, start, step } from './controller.ts';

/** Twenty lines of enquiry of three hundred characters, and room. */
const form = express.urlencoded({ extended: false, limit: '32kb' });

export const setUpReviewRoutes = (services: Services): Router =>
  Router()
    .get(addresses.newReview, may.signedIn, newReview(services))
    .post(addresses.newReview, may.signedIn, form, start(services))
    .get('/reviews/:review/set-up', may('organiser', 'manager'), setUp(services))
    .get('/reviews/:review/set-up/:step', may('organiser', 'manager'), step(services))
    .post('/reviews/:review/set-up/:step', may('organiser', 'manager'), form, saveStep(services));
