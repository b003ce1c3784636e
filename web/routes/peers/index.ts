import express, { Router } from 'express';
import { may } from '../../may.ts';
import type { Services } from '../../services.ts';
import { endLink, makeLink, peers } from './controller.ts';

/** A form of ours is a few ids. */
const form = express.urlencoded({ extended: false, limit: '4kb' });

export const peersRoutes = (services: Services): Router =>
  Router()
    .get('/reviews/:review/peers', may('organiser', 'manager'), peers(services))
    .post('/reviews/:review/peers/links', may('organiser', 'manager'), form, makeLink(services))
    .post('/reviews/:review/peers/links/revoke', may('organiser', 'manager'), form, endLink(services));
