import { Router } from 'express';
import { may } from '../../may.ts';
import { shortForm } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { lock } from './controller.ts';

/** Locking a session where it is. */
export const lockRoutes = (services: Services): Router =>
  Router().post(
    '/reviews/:review/programme/sessions/:session/lock',
    may('organiser', 'manager'),
    shortForm,
    lock(services),
  );
