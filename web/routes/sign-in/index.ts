import { Router } from 'express';
import { addresses } from '../../addresses.ts';
import { may } from '../../may.ts';
import { shortForm } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { ask, askPage, enter, enterPage, sentPage, signOut } from './controller.ts';

export const signInRoutes = (services: Services): Router =>
  Router()
    .get('/sign-in', may.anyone, askPage(services))
    .post('/sign-in', may.anyone, shortForm, ask(services))
    .get(addresses.signInSent, may.anyone, sentPage(services))
    .get('/sign-in/:token', may.anyone, enterPage(services))
    .post('/sign-in/:token', may.anyone, shortForm, enter(services))
    .post(addresses.signOut, may.anyone, signOut(services));
