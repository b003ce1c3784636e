import { describe, expect, it } from 'vitest';
import type { Placement } from '../../src/programme/placement.ts';
import { appendix11Frame } from '../../src/review/frame.ts';
import type { Review } from '../../src/review/review.ts';
import { access } from '../../src/rules/access.ts';
import { aContact, aHeld, aPeer, aReview, aRoom, aSession, aSite } from '../support/cast.ts';
import { speaks } from '../support/speaks.ts';

const contacts = [
  aContact('chair', { name: 'Ada Chair', access: ['step-free', 'hearing-loop'] }),
  aContact('leader', {
    name: 'Cllr Vane',
    office: { site: 'civic-centre', name: 'The Leader’s office', access: ['step-free'] },
  }),
];
const jo = aPeer('jo', { name: 'Jo Bell', access: ['step-free'] });
const sam = aPeer('sam', { name: 'Sam Field' });
const reviewOf = (over: Partial<Review> = {}): Review =>
  aReview({
    sites: [
      aSite('civic-centre', { name: 'Civic Centre', access: ['step-free'] }),
      aSite('hospital', { name: 'General Hospital', access: ['step-free'] }),
      aSite('police', { name: 'Police HQ' }),
    ],
    travel: [
      { between: ['civic-centre', 'hospital'], minutes: 25, access: ['step-free'] },
      { between: ['civic-centre', 'police'], minutes: 40, access: [] },
      { between: ['hospital', 'police'], minutes: 20, access: [] },
    ],
    rooms: [
      aRoom('base', { baseRoom: true, name: 'Team Room', access: ['step-free'] }),
      aRoom('ground', { name: 'Ground floor room', access: ['step-free', 'hearing-loop'] }),
      aRoom('attic', { name: 'Attic room' }),
    ],
    contacts,
    peers: [jo, sam],
    ...over,
  });
const review = reviewOf();
const chair = aSession('chair-session', { title: 'The board’s chair', contacts: ['chair'] });
const leader = aSession('leader-session', { title: 'The leader', contacts: ['leader'] });
const both = aSession('both', { title: 'Leader and chair', contacts: ['leader', 'chair'] });

const says = (
  part: string,
  session: typeof chair,
  place: Placement['place'],
  peers: readonly string[] = [],
  r = review,
) => speaks(access, r, [aHeld(session, 2, 9, 0, { place, peers })], part);

describe('access (manual 897)', () => {
  describe('contacts', () => {
    it('kept: a room that has both, their own office, or a call', () => {
      expect(says('contacts', chair, { room: 'ground' })).toEqual([]);
      expect(says('contacts', chair, { office: true })).toEqual([]);
      expect(says('contacts', chair, { phone: true })).toEqual([]);
    });
    it('kept: who needs nothing may be anywhere', () =>
      expect(says('contacts', leader, { room: 'attic' })).toEqual([]));
    it('broken: a room that is not said to have it, though its site is', () =>
      expect(says('contacts', chair, { room: 'attic' })).toEqual([
        'The board’s chair is at Attic room, which is not said to have what Ada Chair needs (step-free, hearing-loop).',
      ]));
    it('broken: another’s office, for what it has not got', () =>
      expect(says('contacts', both, { office: true })).toEqual([
        'Leader and chair is at The Leader’s office, which is not said to have what Ada Chair needs (hearing-loop).',
      ]));
    it('broken: out at a site, by the site’s own list', () =>
      expect(says('contacts', chair, { site: 'hospital' })).toEqual([
        'The board’s chair is at General Hospital, which is not said to have what Ada Chair needs (hearing-loop).',
      ]));
    it('broken: for a contact of a session that a visit takes in', () => {
      const visit = aSession('visit', {
        kind: 'site-visit',
        title: 'The visit',
        includes: ['chair-session'],
      });
      expect(says('contacts', visit, { site: 'police' }, [], reviewOf({ sessions: [visit, chair] }))).toEqual(
        [
          'The visit is at Police HQ, which is not said to have what Ada Chair needs (step-free, hearing-loop).',
        ],
      );
    });
  });

  describe('peers', () => {
    it('kept: a step-free room, and who needs nothing in the attic', () => {
      expect(says('peers', leader, { room: 'ground' }, ['jo', 'sam'])).toEqual([]);
      expect(says('peers', leader, { office: true }, ['jo', 'sam'])).toEqual([]);
      expect(says('peers', leader, { room: 'attic' }, ['sam'])).toEqual([]);
    });
    it('broken: the attic', () =>
      expect(says('peers', leader, { room: 'attic' }, ['sam', 'jo'])).toEqual([
        'The leader is at Attic room, which is not said to have what Jo Bell needs (step-free).',
      ]));
    it('broken: an office that says nothing of it', () =>
      expect(says('peers', chair, { office: true }, ['jo'])).toEqual([
        'The board’s chair is at Office of chair, which is not said to have what Jo Bell needs (step-free).',
      ]));
  });

  describe('journey, journey-between', () => {
    const silent = reviewOf({ travel: [{ between: ['civic-centre', 'police'], minutes: 40 }] });
    it('kept: a journey that is step-free, or that says nothing of access', () => {
      expect(says('journey', leader, { site: 'hospital' }, ['jo'])).toEqual([]);
      expect(says('journey', leader, { site: 'police' }, ['sam'])).toEqual([]);
      expect(says('journey', leader, { site: 'police' }, ['jo'], silent)).toEqual([]);
    });
    it('broken: one that is not', () =>
      expect(says('journey', leader, { site: 'police' }, ['sam', 'jo'])).toEqual([
        'Jo Bell needs step-free, which the journey to Police HQ for The leader does not meet.',
      ]));

    const between = (hour: number, minute: number, peers: readonly string[]) =>
      speaks(
        access,
        review,
        [
          aHeld(leader, 2, 9, 0, { place: { site: 'hospital' }, peers }),
          aHeld(chair, 2, hour, minute, { place: { site: 'police' }, peers }),
        ],
        'journey-between',
      );
    it('kept: there is time to go by way of the base, or nobody needs it', () => {
      expect(between(11, 5, ['jo'])).toEqual([]);
      expect(between(10, 30, ['sam'])).toEqual([]);
    });
    it('broken: there is not', () =>
      expect(between(11, 4, ['jo', 'sam'])).toEqual([
        'The journey from General Hospital to Police HQ between The leader and The board’s chair does not meet the access needs of Jo Bell.',
      ]));
  });

  describe('events', () => {
    const frame = appendix11Frame(2, 2);
    const conferenceIn = (room: string) =>
      reviewOf({
        frame: {
          ...frame,
          events: frame.events.map((e) =>
            e.kind === 'conference' ? { ...e, room, contacts: ['chair', 'leader'] } : e,
          ),
        },
      });
    it('kept: a base room and a hall that everybody can be in', () => {
      expect(speaks(access, review, [], 'events')).toEqual([]);
      expect(speaks(access, conferenceIn('ground'), [], 'events')).toEqual([]);
    });
    it('broken: the conference is in the attic', () =>
      expect(speaks(access, conferenceIn('attic'), [], 'events')).toEqual([
        'Jo Bell needs step-free, which Attic room is not said to have.',
        'Ada Chair needs step-free and hearing-loop, which Attic room is not said to have.',
      ]));
    it('broken: the base room, said once for all its events', () =>
      expect(
        speaks(
          access,
          reviewOf({ rooms: [aRoom('base', { baseRoom: true, name: 'Team Room' })] }),
          [],
          'events',
        ),
      ).toEqual(['Jo Bell needs step-free, which Team Room is not said to have.']));
  });
});
