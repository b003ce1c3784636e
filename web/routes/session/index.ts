import { Router } from 'express';
import { may } from '../../may.ts';
import type { Services } from '../../services.ts';
import { session } from './controller.ts';

export const sessionRoutes = (services: Services): Router =>
  Router().get(
    '/reviews/:review/programme/sessions/:session',
    may('organiser', 'manager'),
    session(services),
  );
