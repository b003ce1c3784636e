import { Router } from 'express';
import { may } from '../../may.ts';
import { shortForm } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { formBody } from '../entering/body.ts';
import { letters, sendLetters, tryAgain } from './controller.ts';

const editors = may('organiser', 'manager');

export const lettersRoutes = (services: Services): Router =>
  Router()
    .get('/reviews/:review/letters', editors, letters(services))
    .post('/reviews/:review/letters', editors, formBody, sendLetters(services))
    .post('/reviews/:review/letters/again', editors, shortForm, tryAgain(services));
