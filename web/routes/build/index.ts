import { Router } from 'express';
import { may } from '../../may.ts';
import { shortForm } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { build, building, keepOwn, stopBuild, takeBuilt } from './controller.ts';

const builders = may('organiser', 'manager');
const at = '/reviews/:review/programme/build';

export const buildRoutes = (services: Services): Router =>
  Router()
    .get(at, builders, building(services))
    .post(at, builders, build(services))
    .post(`${at}/stop`, builders, shortForm, stopBuild(services))
    .post(`${at}/take`, builders, shortForm, takeBuilt(services))
    .post(`${at}/keep`, builders, shortForm, keepOwn(services));
