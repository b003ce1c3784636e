import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onePlaceAtATime } from '../../src/rules/one-place-at-a-time.ts';
import { at, overlaps } from '../../src/time/span.ts';
import { aContact, aHeld, aPeer, aReview, aSession } from '../support/cast.ts';
import { speaks } from '../support/speaks.ts';

const plain = aReview();
const slot = {
  id: 'slot',
  kind: 'other',
  title: 'the organiser’s slot',
  day: 2,
  from: at(2, 13, 30),
  to: at(2, 14),
  peers: ['rose'],
  contacts: ['dee'],
  equipment: [],
} as const;
const handover = { ...slot, id: 'handover', title: 'the handover', peers: 'all', contacts: [] } as const;
const cast = {
  peers: [aPeer('rose', { name: 'Rose Adeyemi' }), aPeer('sam', { name: 'Sam Bell' })],
  contacts: [aContact('dee', { name: 'Dee Okoro' }), aContact('finn', { name: 'Finn Hall' })],
};
const leader = aSession('leader', { title: 'the council leader' });
const doctor = aSession('doctor', { title: 'the designated doctor' });
const director = aSession('director', { title: 'the director', contacts: ['dee'] });
const board = aSession('board', { title: 'the board', contacts: ['dee', 'finn'] });
const hospital = aSession('hospital', { kind: 'site-visit', title: 'the hospital', includes: ['group'] });
const nurses = aSession('group', { kind: 'focus-group', title: 'the nurses', contacts: ['dee'] });
const review = aReview({
  ...cast,
  sessions: [nurses, leader, doctor, director, board, hospital],
  frame: { ...plain.frame, events: [slot] },
});

describe('one-place-at-a-time (common sense)', () => {
  describe('kept', () => {
    it.each([
      [
        'a peer with one session after the other',
        [aHeld(leader, 2, 9, 0, { peers: ['rose'] }), aHeld(doctor, 2, 10, 0, { peers: ['rose'] })],
      ],
      [
        'two peers side by side',
        [aHeld(leader, 2, 9, 0, { peers: ['rose'] }), aHeld(doctor, 2, 9, 0, { peers: ['sam'] })],
      ],
      ['a contact with one session after the other', [aHeld(director, 2, 9, 0), aHeld(board, 2, 10, 0)]],
      ['a session that ends as an event begins', [aHeld(director, 2, 12, 30, { peers: ['rose'] })]],
      ['an event that names other people', [aHeld(doctor, 2, 13, 30, { peers: ['sam'] })]],
    ])('%s', (_, held) => {
      for (const part of onePlaceAtATime.parts)
        expect(speaks(onePlaceAtATime, review, held, part.name)).toEqual([]);
    });

    it.each([
      [
        'events of the whole team, which the rules about time look after',
        [handover, { ...handover, id: 'more' }],
      ],
      ['events that follow each other', [slot, { ...slot, id: 'next', from: at(2, 14), to: at(2, 15) }]],
      ['events with different people', [slot, { ...slot, id: 'other', peers: ['sam'], contacts: ['finn'] }]],
    ])('%s', (_, events) => {
      const other = aReview({ ...cast, frame: { ...plain.frame, events } });
      expect(speaks(onePlaceAtATime, other, [], 'events')).toEqual([]);
    });
  });

  describe('broken', () => {
    it('a peer in two sessions at once', () => {
      expect(
        speaks(onePlaceAtATime, review, [
          aHeld(leader, 2, 9, 0, { peers: ['rose', 'sam'] }),
          aHeld(doctor, 2, 9, 30, { peers: ['rose'] }),
        ]),
      ).toEqual([
        'Rose Adeyemi is in 2 sessions at once on Tuesday, 9.30am to 10.00am: the council leader and the designated doctor. Move all but one, or let somebody else take them.',
      ]);
    });
    it('a peer still on the way back from a visit', () => {
      const away = { from: at(2, 8, 30), to: at(2, 11) };
      expect(
        speaks(onePlaceAtATime, review, [
          aHeld(hospital, 2, 9, 0, { peers: ['rose'], away }),
          aHeld(doctor, 2, 10, 45, { peers: ['rose'] }),
        ]),
      ).toEqual([
        'Rose Adeyemi is in 2 sessions at once on Tuesday, 10.45am to 11.00am: the hospital and the designated doctor. Move all but one, or let somebody else take them.',
      ]);
    });
    it('a contact in an interview and in a group that a visit includes', () => {
      expect(
        speaks(onePlaceAtATime, review, [aHeld(director, 2, 9, 0), aHeld(hospital, 2, 9, 0)], 'contacts'),
      ).toEqual([
        'Dee Okoro is in 2 sessions at once on Tuesday, 9.00am to 10.00am: the director and the hospital. Move all but one, or let somebody else take them.',
      ]);
    });
    it('a peer whom an event names', () => {
      expect(
        speaks(
          onePlaceAtATime,
          review,
          [aHeld(doctor, 2, 13, 0, { peers: ['sam', 'rose'] })],
          'peers-events',
        ),
      ).toEqual([
        'Rose Adeyemi is at the organiser’s slot (1.30pm to 2.00pm) while the designated doctor takes up Tuesday, 1.00pm to 2.00pm: move the session, or let somebody else take it.',
      ]);
    });
    it('a contact whom an event names', () => {
      expect(speaks(onePlaceAtATime, review, [aHeld(board, 2, 13, 45)], 'contacts-events')).toEqual([
        'Dee Okoro is at the organiser’s slot (1.30pm to 2.00pm) while the board takes up Tuesday, 1.45pm to 2.45pm: move the session, or let somebody else take it.',
      ]);
    });
    it('two events at once that name the same people', () => {
      const events = [
        slot,
        { ...slot, id: 'call', title: 'the call', from: at(2, 13, 45), to: at(2, 14, 15) },
      ];
      expect(
        speaks(onePlaceAtATime, aReview({ ...cast, frame: { ...plain.frame, events } }), [], 'events'),
      ).toEqual([
        'Rose Adeyemi and Dee Okoro can’t be at both the organiser’s slot and the call on Tuesday, 1.45pm to 2.00pm: change the time of one, or who attends it.',
      ]);
    });
    it('an event that names a peer during one for the whole team', () => {
      expect(
        speaks(
          onePlaceAtATime,
          aReview({ ...cast, frame: { ...plain.frame, events: [slot, handover] } }),
          [],
          'events',
        ),
      ).toEqual([
        'Rose Adeyemi can’t be at both the organiser’s slot and the handover on Tuesday, 1.30pm to 2.00pm: change the time of one, or who attends it.',
      ]);
    });
  });

  it('speaks of one peer’s sessions exactly when two of them overlap', () => {
    const starts = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(starts, (quarters) => {
        const held = quarters.map((q, i) =>
          aHeld(aSession(`s${i}`), 2, 9, q * 15, { peers: ['rose'], minutes: 60 }),
        );
        const clash = held.some((a, i) =>
          held.slice(i + 1).some((b) => overlaps(a.placement.away, b.placement.away)),
        );
        expect(speaks(onePlaceAtATime, review, held).length > 0).toBe(clash);
      }),
    );
  });
});
