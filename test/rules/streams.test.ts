import { describe, expect, it } from 'vitest';
import { streams } from '../../src/rules/streams.ts';
import { at } from '../../src/time/span.ts';
import { aHeld, aReview, aSession } from '../support/cast.ts';
import { aWindow } from '../support/frames.ts';
import { speaks } from '../support/speaks.ts';

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => aSession(id)) as [
  ReturnType<typeof aSession>,
  ReturnType<typeof aSession>,
  ReturnType<typeof aSession>,
  ReturnType<typeof aSession>,
];
const records = aSession('records', { kind: 'record-review' });
const hospital = aSession('hospital', { kind: 'site-visit' });
const frame = { events: [], windows: [aWindow(2, 9, 13, { limit: 3 })] };
const two = aReview({ frame });
const three = aReview({ frame, moreStreams: { limit: 3, when: 'seldom' } });
const four = aReview({ frame, moreStreams: { limit: 4, when: 'as-needed' } });

describe('streams (manual 1452)', () => {
  describe('kept', () => {
    it.each([
      ['two at once', two, [aHeld(a, 2, 9, 0), aHeld(b, 2, 9, 0)]],
      ['a third that starts as they end', two, [aHeld(a, 2, 9, 0), aHeld(b, 2, 9, 0), aHeld(c, 2, 10, 0)]],
      ['three where the review allows it', three, [aHeld(a, 2, 9, 0), aHeld(b, 2, 9, 0), aHeld(c, 2, 9, 0)]],
      ['a record review beside two', two, [aHeld(a, 2, 9, 0), aHeld(b, 2, 9, 0), aHeld(records, 2, 9, 0)]],
    ])('%s', (_, review, held) => expect(speaks(streams, review, held)).toEqual([]));
  });

  describe('broken', () => {
    it.each([
      [
        'three where two may, though the window’s limit is three',
        two,
        [aHeld(a, 2, 9, 0), aHeld(b, 2, 9, 0), aHeld(c, 2, 9, 0)],
        '3 sessions run at once on Tuesday, 9.00am to 10.00am, where 2 may: Session a, Session b, Session c.',
      ],
      [
        'four where the window’s limit is three',
        four,
        [aHeld(a, 2, 9, 0), aHeld(b, 2, 9, 0), aHeld(c, 2, 9, 0), aHeld(d, 2, 9, 30)],
        '4 sessions run at once on Tuesday, 9.30am to 10.00am, where 3 may: Session a, Session b, Session c, Session d.',
      ],
      [
        'a visit’s journey beside two',
        two,
        [
          aHeld(a, 2, 9, 0),
          aHeld(b, 2, 9, 0),
          aHeld(hospital, 2, 10, 15, { away: { from: at(2, 9, 45), to: at(2, 12) } }),
        ],
        '3 sessions run at once on Tuesday, 9.45am to 10.00am, where 2 may: Session a, Session b, Session hospital.',
      ],
    ])('%s', (_, review, held, sentence) => expect(speaks(streams, review, held)).toEqual([sentence]));
  });
});
