import { Router } from 'express';
import { may } from '../../may.ts';
import type { Services } from '../../services.ts';
import { formBody } from '../entering/body.ts';
import { answerPrivateDiary, livePrivateDiary, privateDiary } from './controller.ts';

export const privateDiaryRoutes = (services: Services): Router =>
  Router()
    .get('/d/:token', may.anyone, privateDiary(services))
    .post('/d/:token', may.anyone, formBody, answerPrivateDiary(services))
    .post('/d/:token/live', may.anyone, formBody, livePrivateDiary(services));
