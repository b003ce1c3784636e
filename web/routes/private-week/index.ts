import { join } from 'node:path';
import { Router } from 'express';
import { packageRoot } from '../../../src/publish/package-root.ts';
import { addresses } from '../../addresses.ts';
import { may } from '../../may.ts';
import { shortForm } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { addCalendar, answerCantCome, privateWeek } from './controller.ts';

export const privateWeekRoutes = (services: Services): Router =>
  Router()
    .get('/p/:token', may.anyone, privateWeek(services))
    .get('/p/:token/calendar', may.anyone, addCalendar(services))
    .post('/p/:token/cant-come', may.anyone, shortForm, answerCantCome(services))
    // Browsers ask for it anew by themselves; it may not be kept longer than that, and it serves private links alone.
    .get(addresses.offline, may.anyone, (_request, response) => {
      response.setHeader('Service-Worker-Allowed', '/p/');
      response.setHeader('Cache-Control', 'no-cache');
      response.sendFile(join(packageRoot(), 'dist', 'public', 'offline.js'));
    });
