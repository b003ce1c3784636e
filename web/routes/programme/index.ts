import { Router } from 'express';
import type { Services } from '../../services.ts';
import { programme } from './controller.ts';

export const programmeRoutes = (services: Services): Router =>
  Router().get('/reviews/:review/programme', programme(services));
