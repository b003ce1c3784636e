import { Router } from 'express';
import { addresses } from '../../addresses.ts';
import type { Services } from '../../services.ts';
import { reviews } from './controller.ts';

export const reviewsRoutes = (services: Services): Router =>
  Router().get(addresses.reviews, reviews(services));
