import { Router } from 'express';
import { may } from '../../may.ts';
import type { Services } from '../../services.ts';
import { formBody } from '../entering/body.ts';
import { showList } from '../entering/handlers.ts';
import { listRoutes } from '../entering/routes.ts';
import { changeTravel } from './controller.ts';
import { rooms, showPlaces, sites } from './listed.ts';

const both = may('organiser', 'manager');
const gates = { look: both, change: both };

export const placesRoutes = (services: Services): Router =>
  Router()
    // Which of the two lists a row is in shows itself: no site has the id of a room.
    .get('/reviews/:review/places', both, showList(services, { ...rooms, show: showPlaces }))
    .use(listRoutes(services, sites, 'places/sites', gates))
    .use(listRoutes(services, rooms, 'places/rooms', gates))
    .post('/reviews/:review/places/travel', both, formBody, changeTravel(services));
