import { Router } from 'express';
import { may } from '../../may.ts';
import type { Services } from '../../services.ts';
import { compare, compareOnPaper, release, releases } from './controller.ts';

const members = may('organiser', 'manager', 'peer');

export const releasesRoutes = (services: Services): Router =>
  Router()
    .get('/reviews/:review/releases', members, releases(services))
    .get('/reviews/:review/releases/:number', members, release(services))
    .get('/reviews/:review/releases/:number/compare/:other', members, compare(services))
    .get('/reviews/:review/releases/:number/compare/:other/:paper', members, compareOnPaper(services));
