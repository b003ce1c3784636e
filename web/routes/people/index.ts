import { Router } from 'express';
import { may } from '../../may.ts';
import type { Services } from '../../services.ts';
import { formBody } from '../entering/body.ts';
import { showList } from '../entering/handlers.ts';
import { listRoutes } from '../entering/routes.ts';
import { people } from './listed.ts';
import { changePerson, person } from './person.ts';

const both = may('organiser', 'manager');

export const peopleRoutes = (services: Services): Router =>
  Router()
    .get('/reviews/:review/people', both, showList(services, people))
    .use(listRoutes(services, people, 'people', { look: both, change: both }))
    .get('/reviews/:review/people/:item', both, person(services))
    .post('/reviews/:review/people/:item/whole', both, formBody, changePerson(services));
