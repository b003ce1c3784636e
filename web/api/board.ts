import type { RequestHandler } from 'express';
import { openRelease } from '../../src/actions/amendments.ts';
import { momentOf } from '../../src/actions/week/moment.ts';
import { boardOf } from '../../src/publish/board.ts';
import { writeLocal } from '../../src/time/week.ts';
import { may } from '../may.ts';
import type { Services } from '../services.ts';
import type { Operation } from './operation.ts';
import { refuse } from './refusal.ts';
import { reviewOfPath } from './reviews.ts';

const board =
  ({ store, now }: Services): RequestHandler =>
  async (request, response) => {
    const id = reviewOfPath(request);
    const stored = await store.reviews.find(id);
    if (!stored) return refuse(response, 404);
    const release = openRelease(await store.releases.latest(id));
    const week = release?.review.week ?? { firstDay: stored.firstDay, zone: 'Europe/London' };
    const { at } = request.query;
    const moment = momentOf(week, now(), typeof at === 'string' ? at : undefined);
    const head = { at: moment.local, when: moment.when };
    if (!release) return void response.json({ ...head, items: [], peers: [] });
    const { review, programme, line } = release;
    const known = (await store.happenings.of(id)).filter((h) => !h.rehearsed && h.state !== 'withdrawn');
    const found = boardOf(review, programme, known, moment.minute);
    response.json({
      ...head,
      release: line.number,
      items: found.items.map(({ from, to, time: _, pair, ...item }) => ({
        ...item,
        from: writeLocal(week, from),
        to: writeLocal(week, to),
        peers: pair.map((peer) => ({ id: peer.id, name: peer.name })),
      })),
      peers: found.peers.map(({ initials: _, ...peer }) => peer),
    });
  };

/** The board of the base room. */
export const boardOperations: readonly Operation[] = [
  {
    id: 'readBoard',
    method: 'get',
    path: '/reviews/:review/board',
    says: 'Gives the board of today: what is on, what comes next and who is where, as it was approved and as it really went.',
    may: may('organiser', 'manager', 'peer'),
    asks: { at: 'A moment of the week to look at; left out: now.' },
    gives: { 200: { says: 'The board.', schema: 'Board' } },
    handle: board,
  },
];
