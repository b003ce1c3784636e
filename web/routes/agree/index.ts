import { Router } from 'express';
import { may } from '../../may.ts';
import type { Services } from '../../services.ts';
import { form } from './body.ts';
import { agree, agreeTo, asPeer, grant, say, settle, withdraw } from './controller.ts';

const both = may('organiser', 'manager');
/** Sending back, approving and exceptions are the review manager’s. */
const manager = may('manager');

export const agreeRoutes = (services: Services): Router =>
  Router()
    .get('/reviews/:review/agree', both, agree(services))
    .get('/reviews/:review/agree/as/:peer', both, asPeer(services))
    .post('/reviews/:review/agree/share', both, form, agreeTo(services, 'share'))
    .post('/reviews/:review/agree/send-back', manager, form, agreeTo(services, 'send-back'))
    .post('/reviews/:review/agree/approve', manager, form, agreeTo(services, 'approve'))
    .post('/reviews/:review/agree/exceptions', manager, form, grant(services))
    .post('/reviews/:review/agree/exceptions/withdraw', manager, form, withdraw(services))
    .post('/reviews/:review/agree/comments', both, form, say(services))
    .post('/reviews/:review/agree/comments/settle', both, form, settle(services));
