import { Router } from 'express';
import { may } from '../../may.ts';
import { shortForm } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { calendars, changeCalendar } from './controller.ts';

const editors = may('organiser', 'manager');

export const calendarsRoutes = (services: Services): Router =>
  Router()
    .get('/reviews/:review/calendars', editors, calendars(services))
    .post('/reviews/:review/calendars', editors, shortForm, changeCalendar(services));
