import express, { Router } from 'express';
import type { Services } from '../../services.ts';
import { endLink, makeLink, peers } from './controller.ts';

/** A form of ours is a few ids. */
const form = express.urlencoded({ extended: false, limit: '4kb' });

export const peersRoutes = (services: Services): Router =>
  Router()
    .get('/reviews/:review/peers', peers(services))
    .post('/reviews/:review/peers/links', form, makeLink(services))
    .post('/reviews/:review/peers/links/revoke', form, endLink(services));
