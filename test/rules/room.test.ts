import { describe, expect, it } from 'vitest';
import type { Held } from '../../src/programme/placement.ts';
import { openDiary } from '../../src/review/diary.ts';
import { appendix11Frame, type FixedEvent } from '../../src/review/frame.ts';
import type { Place } from '../../src/review/places.ts';
import type { Review } from '../../src/review/review.ts';
import type { Session } from '../../src/review/session.ts';
import { room } from '../../src/rules/room.ts';
import { at } from '../../src/time/span.ts';
import { aContact, aHeld, aPeer, aReview, aRoom, aSession, aSite } from '../support/cast.ts';
import { speaks } from '../support/speaks.ts';

const busy = (from: number, to: number) => ({ ...openDiary, busy: [{ from, to }] });
const frame = appendix11Frame(2, 2);
const rooms = [
  aRoom('base', { baseRoom: true, capacity: 20 }),
  aRoom('two', { name: 'Room 2', capacity: 8 }),
  aRoom('committee', { name: 'Committee Room A', capacity: 14, equipment: ['projector'] }),
  aRoom('hall', { name: 'The Hall', capacity: 60, equipment: ['projector', 'flipcharts'] }),
  aRoom('ward', { name: 'Ward 4', site: 'hospital', capacity: 30 }),
];
const { office: _, ...guest } = aContact('guest', { name: 'Mx Gale' });
const reviewOf = (over: Partial<Review> = {}): Review =>
  aReview({
    sites: [aSite('civic-centre'), aSite('hospital', { name: 'General Hospital' })],
    rooms,
    contacts: [aContact('leader', { name: 'Cllr Vane' }), guest],
    ...over,
  });
const withEvents = (over: Partial<FixedEvent>): Review =>
  reviewOf({
    frame: {
      ...frame,
      events: frame.events.map((event) => (event.id === 'presentations' ? { ...event, ...over } : event)),
    },
  });
const review = reviewOf();

const leader = aSession('leader-session', { title: 'The council leader', contacts: ['leader'] });
const partners = aSession('partners', {
  kind: 'focus-group',
  title: 'The partners’ group',
  headcount: 11,
  place: { room: true, equipment: [] },
});
const heldAt = (session: Session, place: Place): Held => aHeld(session, 2, 9, 0, { place });
const needing = (place: Session['place']): Session => ({ ...leader, place });

describe('room (manual 950, 953, 1472)', () => {
  describe('rule: where it may be', () => {
    const says = (held: Held) => speaks(room, review, [held], 'rule');
    describe('kept', () => {
      it.each<[string, Session, Place]>([
        ['its host’s office', needing({ office: true, equipment: [] }), { office: true }],
        ['any room', needing({ room: true, equipment: [] }), { room: 'two' }],
        ['the room it is to have', needing({ room: 'two', equipment: [] }), { room: 'two' }],
        [
          'a room at the site it is to be at',
          needing({ room: true, atSite: 'hospital', equipment: [] }),
          { room: 'ward' },
        ],
        ['out at the site', needing({ site: 'hospital', equipment: [] }), { site: 'hospital' }],
        ['by phone', needing({ office: true, phone: true, equipment: [] }), { phone: true }],
      ])('%s', (_, session, place) => expect(says(heldAt(session, place))).toEqual([]));
    });
    describe('broken', () => {
      it.each<[Session, Place, string]>([
        [
          needing({ room: true, equipment: [] }),
          { office: true },
          'The council leader is in the office of Cllr Vane, which is not where it was to be.',
        ],
        [
          { ...needing({ office: true, room: true, equipment: [] }), contacts: ['guest'] },
          { office: true },
          'The council leader is in an office, and none is given for Mx Gale: give it, or let the session have a room.',
        ],
        [
          needing({ office: true, equipment: [] }),
          { room: 'two' },
          'The council leader is at Room 2, which is not where it was to be.',
        ],
        [
          needing({ room: 'committee', equipment: [] }),
          { room: 'two' },
          'The council leader is at Room 2, which is not where it was to be.',
        ],
        [
          needing({ room: true, atSite: 'hospital', equipment: [] }),
          { room: 'two' },
          'The council leader is at Room 2, which is not where it was to be.',
        ],
        [
          needing({ room: true, equipment: [] }),
          { room: 'cellar' },
          'The council leader is at cellar, which is not where it was to be.',
        ],
        [
          needing({ site: 'hospital', equipment: [] }),
          { site: 'civic-centre' },
          'The council leader is at Site civic-centre, which is not where it was to be.',
        ],
        [
          needing({ office: true, equipment: [] }),
          { phone: true },
          'The council leader is by phone, which is not how it was to be held.',
        ],
      ])('%#', (session, place, sentence) => expect(says(heldAt(session, place))).toEqual([sentence]));
    });
  });

  describe('size', () => {
    const says = (held: Held, r = review) => speaks(room, r, [held], 'size');
    it('kept: eleven and two peers in a room for fourteen; anybody’s own office', () => {
      expect(says(heldAt(partners, { room: 'committee' }))).toEqual([]);
      expect(says(heldAt(partners, { office: true }))).toEqual([]);
    });
    it('broken: thirteen in a room for eight', () =>
      expect(says(heldAt(partners, { room: 'two' }))).toEqual([
        'Room 2 holds 8; The partners’ group is 13 with the peers. Committee Room A holds 14.',
      ]));
    it('broken: the group that a visit takes in is too many', () => {
      const visit = aSession('visit', { kind: 'site-visit', title: 'The visit', includes: ['partners'] });
      const tooMany = reviewOf({ sessions: [visit, { ...partners, headcount: 29 }] });
      expect(says(heldAt(visit, { room: 'ward' }), tooMany)).toEqual([
        'Ward 4 holds 30; The visit is 31 with the peers. The Hall holds 60.',
      ]);
    });
    it('broken, and no room of the review is big enough', () =>
      expect(says(heldAt({ ...partners, headcount: 70 }, { room: 'hall' }))).toEqual([
        'The Hall holds 60; The partners’ group is 72 with the peers.',
      ]));
  });

  describe('equipment', () => {
    const shown: Session = { ...partners, place: { room: true, equipment: ['projector', 'flipcharts'] } };
    it('kept: the hall has both', () =>
      expect(speaks(room, review, [heldAt(shown, { room: 'hall' })], 'equipment')).toEqual([]));
    it('broken: the committee room has one of them', () =>
      expect(speaks(room, review, [heldAt(shown, { room: 'committee' })], 'equipment')).toEqual([
        'Committee Room A has no flipcharts, which The partners’ group asks for. The Hall has.',
      ]));
  });

  describe('free', () => {
    const says = (r: Review, place: Place = { room: 'two' }) =>
      speaks(room, r, [heldAt(leader, place)], 'free');
    const closed = (from: number, to: number) =>
      reviewOf({ rooms: rooms.map((r) => (r.id === 'two' ? { ...r, diary: busy(from, to) } : r)) });
    it('kept: taken before and after, or another room is', () => {
      expect(says(closed(at(2, 8), at(2, 9)))).toEqual([]);
      expect(says(closed(at(2, 10), at(2, 17)))).toEqual([]);
      expect(says(closed(at(2, 9), at(2, 10)), { room: 'committee' })).toEqual([]);
    });
    it('broken: the room’s diary', () =>
      expect(says(closed(at(2, 9, 45), at(2, 10, 30)))).toEqual([
        'Room 2 can’t be had for The council leader on Tuesday, 9.00am to 10.00am: its diary says no.',
      ]));
    it('broken: the site’s diary, in its rooms and offices too', () => {
      const shut = reviewOf({
        sites: [aSite('civic-centre', { name: 'Civic Centre', diary: busy(at(2, 9), at(2, 12)) })],
      });
      const sentence =
        'Civic Centre can’t be had for The council leader on Tuesday, 9.00am to 10.00am: its diary says no.';
      expect(says(shut)).toEqual([sentence]);
      expect(says(shut, { office: true })).toEqual([sentence]);
      expect(says(shut, { site: 'civic-centre' })).toEqual([sentence]);
      expect(says(shut, { phone: true })).toEqual([]);
    });
    it('broken: a fixed event has the room', () =>
      expect(
        says(withEvents({ title: 'Briefing', room: 'two', day: 2, from: at(2, 9, 30), to: at(2, 11) })),
      ).toEqual([
        'Room 2 can’t be had for The council leader on Tuesday, 9.00am to 10.00am: Briefing is there.',
      ]));
  });

  describe('one-at-a-time', () => {
    const says = (...held: Held[]) => speaks(room, review, held, 'one-at-a-time');
    const [one, two, three] = ['one', 'two', 'three'].map((id) => aSession(id, { title: `Session ${id}` }));
    it('kept: one after the other, side by side in two rooms, or two in offices', () =>
      expect(
        says(
          aHeld(one!, 2, 9, 0, { place: { room: 'two' } }),
          aHeld(two!, 2, 10, 0, { place: { room: 'two' } }),
          aHeld(three!, 2, 9, 0, { place: { room: 'committee' } }),
          aHeld(leader, 2, 9, 0),
          aHeld(partners, 2, 9, 0),
        ),
      ).toEqual([]));
    it('broken: half an hour of both', () =>
      expect(
        says(
          aHeld(one!, 2, 9, 0, { place: { room: 'two' } }),
          aHeld(two!, 2, 9, 30, { place: { room: 'two' } }),
        ),
      ).toEqual([
        'Session one and Session two are both in Room 2 on Tuesday, 9.30am to 10.00am: move one of them.',
      ]));
  });

  describe('events: the presentations and the conference', () => {
    const says = (r: Review) => speaks(room, r, [], 'events');
    it('kept: some room has what they want, or theirs has', () => {
      expect(says(review)).toEqual([]);
      expect(says(withEvents({ room: 'hall', headcount: 12 }))).toEqual([]);
    });
    it('broken: theirs has no flipcharts', () =>
      expect(says(withEvents({ room: 'committee' }))).toEqual([
        'Council overview and first thoughts presentations on Monday is in Committee Room A, which has no flipcharts.',
      ]));
    it('broken: no room has, there or anywhere', () => {
      expect(says(withEvents({ site: 'hospital' }))).toEqual([
        'Council overview and first thoughts presentations on Monday wants projector and flipcharts, and no room at General Hospital has them: add the room it is to be in.',
      ]);
      expect(says(reviewOf({ rooms: rooms.slice(0, 2) }))).toEqual([
        'Council overview and first thoughts presentations on Monday wants projector and flipcharts, and no room has them: add the room it is to be in.',
        'Final presentation and prioritisation conference on Friday wants projector and flipcharts, and no room has them: add the room it is to be in.',
      ]);
    });
    it('broken: more people than it holds', () =>
      expect(
        says({
          ...withEvents({ room: 'committee', equipment: [], headcount: 12 }),
          peers: ['a', 'b', 'c'].map((id) => aPeer(id)),
        }),
      ).toEqual([
        'Committee Room A holds 14; Council overview and first thoughts presentations on Monday is 15 with the 3 of the team.',
      ]));
  });
});
