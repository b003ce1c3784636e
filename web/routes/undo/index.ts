import express, { Router } from 'express';
import { may } from '../../may.ts';
import type { Services } from '../../services.ts';
import { undo } from './controller.ts';

const form = express.urlencoded({ extended: false, limit: '4kb' });

export const undoRoutes = (services: Services): Router =>
  Router().post('/reviews/:review/undo', may('organiser', 'manager'), form, undo(services));
