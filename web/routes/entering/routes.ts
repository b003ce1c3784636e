import { Router } from 'express';
import type { ListName } from '../../../src/entry/entry.ts';
import type { Gate } from '../../may.ts';
import type { Services } from '../../services.ts';
import { formBody } from './body.ts';
import { addToList, changeRow, duplicate, findInList, type Listed, removeFromList } from './handlers.ts';

/** What the forms of a list send: `at` is its address below the review, `sessions` or `places/rooms`. */
export const listRoutes = <L extends ListName>(
  services: Services,
  listed: Listed<L>,
  at: string,
  may: { readonly look: Gate; readonly change: Gate },
): Router =>
  Router()
    .post(`/reviews/:review/${at}`, may.change, formBody, addToList(services, listed))
    .post(`/reviews/:review/${at}/find`, may.look, formBody, findInList(services, listed))
    .post(`/reviews/:review/${at}/:item/row`, may.change, formBody, changeRow(services, listed))
    .post(`/reviews/:review/${at}/:item/duplicate`, may.change, formBody, duplicate(services, listed))
    .post(`/reviews/:review/${at}/:item/remove`, may.change, formBody, removeFromList(services, listed));
