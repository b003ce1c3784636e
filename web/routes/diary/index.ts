import { Router } from 'express';
import type { DiaryList } from '../../../src/entry/diaries.ts';
import { type Gate, may } from '../../may.ts';
import type { Services } from '../../services.ts';
import { formBody } from '../entering/body.ts';
import { diary, liveDiary, saveDiary } from './controller.ts';

const organiser = may('organiser', 'manager');
/** Peers belong to the review manager. */
const manager = may('manager');

const paths: readonly (readonly [DiaryList, string, Gate])[] = [
  ['contacts', 'people', organiser],
  ['rooms', 'places/rooms', organiser],
  ['sites', 'places/sites', organiser],
  ['peers', 'peers', manager],
];

export function diaryRoutes(services: Services): Router {
  const router = Router();
  for (const [list, path, gate] of paths) {
    const address = `/reviews/:review/${path}/:item/diary`;
    router.get(address, gate, diary(services, list));
    router.post(address, gate, formBody, saveDiary(services, list));
    router.post(`${address}/live`, gate, formBody, liveDiary(services, list));
  }
  return router;
}
