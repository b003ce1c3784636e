import express, { Router } from 'express';
import { createComparisons } from '../../../src/actions/comparisons.ts';
import { may } from '../../may.ts';
import type { Services } from '../../services.ts';
import { alternatives, lookForAlternatives, takeAlternative } from './controller.ts';

/** A form of ours is the name of an alternative. */
const form = express.urlencoded({ extended: false, limit: '4kb' });

export function alternativesRoutes(services: Services): Router {
  const comparisons = createComparisons(services.background, services.store);
  return Router()
    .get(
      '/reviews/:review/programme/alternatives',
      may('organiser', 'manager'),
      alternatives(services, comparisons),
    )
    .post(
      '/reviews/:review/programme/alternatives',
      may('organiser', 'manager'),
      lookForAlternatives(services, comparisons),
    )
    .post(
      '/reviews/:review/programme/alternatives/use',
      may('organiser', 'manager'),
      form,
      takeAlternative(services, comparisons),
    );
}
