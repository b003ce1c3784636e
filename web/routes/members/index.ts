import { Router } from 'express';
import { may } from '../../may.ts';
import { shortForm } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { changeRoles, invite, inviteAgain, members, remove, withdraw } from './controller.ts';

export const membersRoutes = (services: Services): Router => {
  const team = may('organiser', 'manager');
  return Router()
    .get('/reviews/:review/members', team, members(services))
    .post('/reviews/:review/members/invitations', team, shortForm, invite(services))
    .post('/reviews/:review/members/invitations/again', team, shortForm, inviteAgain(services))
    .post('/reviews/:review/members/invitations/withdraw', team, shortForm, withdraw(services))
    .post('/reviews/:review/members/roles', may('organiser'), shortForm, changeRoles(services))
    .post('/reviews/:review/members/remove', team, shortForm, remove(services));
};
