import { Router } from 'express';
import { may } from '../../may.ts';
import { shortForm } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { changeOwnCalendar, ownCalendar } from './controller.ts';

const members = may('organiser', 'manager', 'peer');

/** The private link to their own week, for whoever of the team has signed in. */
export const ownCalendarRoutes = (services: Services): Router =>
  Router()
    .get('/reviews/:review/my-calendar', members, ownCalendar(services))
    .post('/reviews/:review/my-calendar', members, shortForm, changeOwnCalendar(services));
