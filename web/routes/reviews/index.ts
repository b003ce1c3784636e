import { Router } from 'express';
import { addresses } from '../../addresses.ts';
import { may } from '../../may.ts';
import { shortForm } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { join, reviews } from './controller.ts';

export const reviewsRoutes = (services: Services): Router =>
  Router()
    .get(addresses.reviews, may.signedIn, reviews(services))
    .post(addresses.join, may.signedIn, shortForm, join(services));
