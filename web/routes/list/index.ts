import express, { Router } from 'express';
import { may } from '../../may.ts';
import type { Services } from '../../services.ts';
import { list, nameInSessions, putStanding, saveList } from './controller.ts';
import { group, saveGroup } from './group-controller.ts';
import { acceptRole, declineRole, planRole, role, takeBackRole } from './role-controller.ts';

/** Forty lines with a few names each. */
const form = express.urlencoded({ extended: false, limit: '256kb' });

export const listRoutes = (services: Services): Router =>
  Router()
    .get('/reviews/:review/list', may('organiser', 'manager'), list(services))
    .post('/reviews/:review/list', may('organiser', 'manager'), form, saveList(services))
    .post('/reviews/:review/list/standing', may('organiser', 'manager'), form, putStanding(services))
    .post('/reviews/:review/list/seats', may('organiser', 'manager'), form, nameInSessions(services))
    .get('/reviews/:review/list/group', may('organiser', 'manager'), group(services))
    .post('/reviews/:review/list/group', may('organiser', 'manager'), form, saveGroup(services))
    .get('/reviews/:review/list/roles/:role', may('organiser', 'manager'), role(services))
    .post('/reviews/:review/list/roles/:role/plan', may('organiser', 'manager'), form, planRole(services))
    .post(
      '/reviews/:review/list/roles/:role/decline',
      may('organiser', 'manager'),
      form,
      declineRole(services),
    )
    .post('/reviews/:review/list/roles/:role/accept', may('manager'), form, acceptRole(services))
    .post(
      '/reviews/:review/list/roles/:role/take-back',
      may('organiser', 'manager'),
      form,
      takeBackRole(services),
    );
