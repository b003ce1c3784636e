import { Router } from 'express';
import { may } from '../../may.ts';
import { shortForm } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { compare, compareOnPaper, release, releases } from './controller.ts';
import { follow, releaseFeed } from './follow.ts';

const members = may('organiser', 'manager', 'peer');

export const releasesRoutes = (services: Services): Router =>
  Router()
    .get('/reviews/:review/releases', members, releases(services))
    .post('/reviews/:review/releases/follow', may('organiser', 'manager'), shortForm, follow(services))
    .get('/f/:token.atom', may.anyone, releaseFeed(services))
    .get('/reviews/:review/releases/:number', members, release(services))
    .get('/reviews/:review/releases/:number/compare/:other', members, compare(services))
    .get('/reviews/:review/releases/:number/compare/:other/:paper', members, compareOnPaper(services));
