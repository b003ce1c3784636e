import { describe, expect, it } from 'vitest';
import { openDiary } from '../../src/review/diary.ts';
import type { Peer } from '../../src/review/people.ts';
import { downTime } from '../../src/rules/down-time.ts';
import { at } from '../../src/time/span.ts';
import { aHeld, aPeer, aReview, aSession } from '../support/cast.ts';
import { withEvent } from '../support/frames.ts';
import { speaks } from '../support/speaks.ts';

const ann = aPeer('ann', { name: 'Ann Lake' });
const review = aReview({ peers: [ann] });
const session = aSession('one');

/** Ann’s sessions of a day: each a start and its minutes. */
const hers = (day: number, ...rows: readonly (readonly [hour: number, minute: number, minutes: number])[]) =>
  rows.map(([hour, minute, minutes], i) =>
    aHeld({ ...session, id: `s${i}` }, day, hour, minute, { minutes, peers: ['ann'] }),
  );
const withAnn = (over: Partial<Peer>) => aReview({ peers: [{ ...ann, ...over }] });

// Tuesday: 9.00 to 12.30 and 1.30 to 6.15.
const full = hers(2, [9, 0, 180], [13, 30, 180], [16, 45, 60]);

describe('down-time (manual 176, 791)', () => {
  describe('kept', () => {
    it.each([
      ['a free hour at the end of the morning', review, hers(2, [9, 0, 150], [13, 30, 285])],
      ['a free hour between two sessions', review, hers(2, [9, 0, 210], [13, 30, 120], [16, 30, 105])],
      ['day 1 has no morning', review, hers(1, [14, 0, 270])],
      ['day 4 has no afternoon', review, hers(4, [9, 0, 180])],
      ['who does not interview', withAnn({ interviews: false }), full],
      [
        'who is hardly there that day',
        withAnn({ diary: { ...openDiary, busy: [{ from: at(2, 9, 30), to: at(2, 17, 30) }] } }),
        hers(2, [17, 30, 45]),
      ],
    ])('%s', (_, r, held) => expect(speaks(downTime, r, held)).toEqual([]));
  });

  describe('broken', () => {
    it.each([
      ['half hours only: 12.00 and 5.45', review, full],
      [
        'the free hour is spoken for by the diary',
        withAnn({ diary: { ...openDiary, busy: [{ from: at(2, 12), to: at(2, 12, 30) }] } }),
        hers(2, [9, 0, 150], [13, 30, 285]),
      ],
      [
        'the free hour is spoken for by a fixed event',
        withEvent('gathering-2', { peers: ['ann'], from: at(2, 11, 45), to: at(2, 12) }, { peers: [ann] }),
        hers(2, [9, 0, 150], [13, 30, 285]),
      ],
    ])('%s', (_, r, held) =>
      expect(speaks(downTime, r, held)).toEqual(['Ann Lake has no free hour on Tuesday.']),
    );
  });
});

describe('down-time: can it be had? (manual 176)', () => {
  // The windows of Appendix 11 have 1,425 minutes; less a break in each of the six, 1,335.
  const team = (peers: number, sessions: number) =>
    aReview({
      peers: Array.from({ length: peers }, (_, i) => aPeer(`p${i}`)),
      sessions: Array.from({ length: sessions }, (_, i) => aSession(`s${i}`)),
    });

  describe('kept', () => {
    it.each([
      ['four peers, 40 interviews: 5,340 - 4,800 = 540, of which 480 are asked', team(4, 40)],
      ['five peers, 41 interviews', team(5, 41)],
      ['no peers yet', team(0, 41)],
    ])('%s', (_, r) => expect(speaks(downTime, r, [], 'can-be-had')).toEqual([]));

    it('debriefs take the team leader and the review manager, who does not interview: 5,340 - 4,740 - 60 = 540', () => {
      const peers = ['a', 'b', 'c'].map((id) => aPeer(id));
      const r = aReview({
        peers: [
          ...peers,
          aPeer('lea', { role: 'team-leader' }),
          aPeer('max', { role: 'review-manager', interviews: false }),
        ],
        sessions: [
          ...team(0, 39).sessions,
          ...['d', 'e', 'f'].map((id) => aSession(id, { kind: 'debrief' })),
        ],
      });
      expect(speaks(downTime, r, [], 'can-be-had')).toEqual([]);
    });
  });

  it('broken: four peers, 41 interviews: 5,340 - 4,920 = 420, of which 480 are asked', () =>
    expect(speaks(downTime, team(4, 41), [], 'can-be-had')).toEqual([
      'With 4 interviewing peers the sessions leave no room for a free hour each on Tuesday and Wednesday: another peer or fewer sessions would make some.',
    ]));
});
