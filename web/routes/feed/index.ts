import { Router } from 'express';
import type { Services } from '../../services.ts';
import { feed } from './controller.ts';

export const feedRoutes = (services: Services): Router => Router().get('/f/:token.ics', feed(services));
