import express, { Router } from 'express';
import { may } from '../../may.ts';
import type { Services } from '../../services.ts';
import { formBody } from '../entering/body.ts';
import { showList } from '../entering/handlers.ts';
import { listRoutes } from '../entering/routes.ts';
import { changePairings, endLink, makeLink } from './controller.ts';
import { peersFromList, putTeamOnList, takeFromList } from './from-list.ts';
import { team } from './listed.ts';
import { changePeer, peer } from './peer.ts';

/** A form of ours is a few ids. */
const form = express.urlencoded({ extended: false, limit: '4kb' });

const both = may('organiser', 'manager');
/** The team, its themes, availability and pairings belong to the review manager. */
const manager = may('manager');

export const peersRoutes = (services: Services): Router =>
  Router()
    .get('/reviews/:review/peers', both, showList(services, team))
    .post('/reviews/:review/peers/links', both, form, makeLink(services))
    .post('/reviews/:review/peers/links/revoke', both, form, endLink(services))
    .post('/reviews/:review/peers/pairings', manager, formBody, changePairings(services))
    .get('/reviews/:review/peers/from-list', manager, peersFromList(services))
    .post('/reviews/:review/peers/from-list', manager, formBody, takeFromList(services))
    .post('/reviews/:review/peers/from-list/team', manager, formBody, putTeamOnList(services))
    .use(listRoutes(services, team, 'peers', { look: both, change: manager }))
    .get('/reviews/:review/peers/:item', both, peer(services))
    .post('/reviews/:review/peers/:item/whole', manager, formBody, changePeer(services));
