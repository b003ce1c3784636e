import { Router } from 'express';
import { may } from '../../may.ts';
import type { Services } from '../../services.ts';
import { formBody } from '../entering/body.ts';
import { showList } from '../entering/handlers.ts';
import { listRoutes } from '../entering/routes.ts';
import { sessions } from './listed.ts';
import { changeSession, session } from './session.ts';

const both = may('organiser', 'manager');

export const sessionsRoutes = (services: Services): Router =>
  Router()
    .get('/reviews/:review/sessions', both, showList(services, sessions))
    .use(listRoutes(services, sessions, 'sessions', { look: both, change: both }))
    .get('/reviews/:review/sessions/:item', both, session(services))
    .post('/reviews/:review/sessions/:item/whole', both, formBody, changeSession(services));
