import { Router } from 'express';
import { may } from '../../may.ts';
import type { Services } from '../../services.ts';
import { formBody } from '../entering/body.ts';
import { ask, askPage } from './ask.ts';
import { diaries, endLinks } from './controller.ts';
import { liveMeeting, meeting, removeMeetingOf, saveMeeting } from './meeting.ts';

const both = may('organiser', 'manager');

export const diariesRoutes = (services: Services): Router =>
  Router()
    .get('/reviews/:review/diaries', both, diaries(services))
    .get('/reviews/:review/diaries/ask', both, askPage(services))
    .post('/reviews/:review/diaries/ask', both, formBody, ask(services))
    .post('/reviews/:review/diaries/links/end', both, formBody, endLinks(services))
    .get('/reviews/:review/diaries/meetings/:meeting', both, meeting(services))
    .post('/reviews/:review/diaries/meetings/:meeting', both, formBody, saveMeeting(services))
    .post('/reviews/:review/diaries/meetings/:meeting/live', both, formBody, liveMeeting(services))
    .post('/reviews/:review/diaries/meetings/:meeting/remove', both, formBody, removeMeetingOf(services));
