import express, { Router } from 'express';
import { may } from '../../may.ts';
import type { Services } from '../../services.ts';
import { frame, resetFrame, saveDay } from './controller.ts';
import { keepFrame } from './keep.ts';
import { takeFrame } from './shared.ts';

/** A day has a dozen things of eight fields. */
const form = express.urlencoded({ extended: false, limit: '64kb' });

export const frameRoutes = (services: Services): Router =>
  Router()
    .get('/reviews/:review/frame', may('organiser', 'manager'), frame(services))
    .post('/reviews/:review/frame/reset', may('organiser', 'manager'), form, resetFrame(services))
    .post('/reviews/:review/frame/take', may('organiser', 'manager'), form, takeFrame(services))
    .post('/reviews/:review/frame/keep', may('organiser', 'manager'), form, keepFrame(services))
    .post('/reviews/:review/frame/days/:day', may('organiser', 'manager'), form, saveDay(services));
