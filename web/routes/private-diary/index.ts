import { Router } from 'express';
import { MOST_CALENDAR_BYTES } from '../../../src/intake/calendar/limits.ts';
import { may } from '../../may.ts';
import { multipart } from '../../multipart.ts';
import type { Services } from '../../services.ts';
import { formBody } from '../entering/body.ts';
import { answerPrivateDiary, livePrivateDiary, privateDiary } from './controller.ts';
import { fromCalendar } from './from-calendar.ts';

const calendar = multipart({ bytes: MOST_CALENDAR_BYTES, files: 1 });

export const privateDiaryRoutes = (services: Services): Router =>
  Router()
    .get('/d/:token', may.anyone, privateDiary(services))
    .post('/d/:token', may.anyone, formBody, answerPrivateDiary(services))
    .post('/d/:token/calendar', may.anyone, calendar, fromCalendar(services))
    .post('/d/:token/live', may.anyone, formBody, livePrivateDiary(services));
