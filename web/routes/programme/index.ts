import { Router } from 'express';
import { may } from '../../may.ts';
import type { Services } from '../../services.ts';
import { programme } from './controller.ts';

export const programmeRoutes = (services: Services): Router =>
  Router().get('/reviews/:review/programme', may('organiser', 'manager'), programme(services));
