import type { RequestHandler } from 'express';
import { allReviews } from '../../src/actions/all-reviews.ts';
import type { Member } from '../../src/store/accounts-port.ts';
import { may } from '../may.ts';
import type { Services } from '../services.ts';
import type { Operation } from './operation.ts';

const people = (some: readonly Pick<Member, 'name' | 'email'>[]) =>
  some.map(({ name, email }) => ({ name, email }));

const list =
  ({ store, open }: Services): RequestHandler =>
  async (_request, response) => {
    const all = await allReviews(store, open);
    response.json(
      all.map(({ line, standing, releases, approvedAt, members }) => ({
        id: line.id,
        council: line.council,
        firstDay: line.firstDay,
        waitsFor: standing.waitsFor,
        releases,
        ...(approvedAt !== undefined && { approvedAt }),
        organisers: people(members.organiser),
        managers: people(members.manager),
        peers: members.peer.length,
      })),
    );
  };

/** For those who look after many reviews. */
export const coordinateOperations: readonly Operation[] = [
  {
    id: 'listAllReviews',
    method: 'get',
    path: '/coordinate/reviews',
    says: 'Tells how every review stands and whom to ask, and nothing of what is in it.',
    may: may.coordinator,
    gives: {
      200: { says: 'The reviews, in order of their weeks.', schema: 'CoordinatedReview', list: true },
    },
    handle: list,
  },
];
