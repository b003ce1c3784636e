import { describe, expect, it } from 'vitest';
import { thirdStreamSeldom } from '../../src/rules/third-stream-seldom.ts';
import { at } from '../../src/time/span.ts';
import { aHeld, aReview, aSession } from '../support/cast.ts';
import { speaks } from '../support/speaks.ts';

const review = aReview({ moreStreams: { limit: 3, when: 'seldom' } });
const hour = (id: string, day: number, from: number) => aHeld(aSession(id), day, from, 0);
const records = aSession('records', { kind: 'record-review' });
const hospital = aSession('hospital', { kind: 'site-visit', minutes: 90 });

describe('third-stream-seldom (manual 1452)', () => {
  describe('kept', () => {
    it.each([
      ['two at once, all morning', [hour('a', 2, 9), hour('b', 2, 9), hour('c', 2, 10), hour('d', 2, 10)]],
      ['a record review beside two', [hour('a', 2, 9), hour('b', 2, 9), aHeld(records, 2, 9, 0)]],
      ['three on three days', [hour('a', 1, 14), hour('b', 2, 14), hour('c', 3, 14)]],
    ])('%s', (_, held) => expect(speaks(thirdStreamSeldom, review, held)).toEqual([]));
  });

  describe('broken', () => {
    it('the one that takes longest, rather than the two that it lies beside', () =>
      expect(
        speaks(thirdStreamSeldom, review, [
          hour('a', 2, 9),
          hour('b', 2, 9),
          hour('c', 2, 10),
          hour('d', 2, 10),
          aHeld(hospital, 2, 9, 30, { away: { from: at(2, 9), to: at(2, 11) } }),
        ]),
      ).toEqual(['Session hospital on Tuesday, 9.00am to 11.00am is beyond the usual 2 streams.']));
    it('each of two days', () =>
      expect(
        speaks(thirdStreamSeldom, review, [
          hour('a', 2, 9),
          hour('b', 2, 9),
          hour('c', 2, 9),
          hour('d', 3, 9),
          hour('e', 3, 9),
          hour('f', 3, 9),
        ]),
      ).toEqual([
        'Session a on Tuesday, 9.00am to 10.00am is beyond the usual 2 streams.',
        'Session d on Wednesday, 9.00am to 10.00am is beyond the usual 2 streams.',
      ]));
  });

  it('counts one each in tier 4', () =>
    expect(thirdStreamSeldom.parts[0]).toMatchObject({ kind: 'want', tier: 4 }));

  it('costs two points each where a review takes further streams as needed, and nothing in tier 4', () => {
    const asNeeded = aReview({ moreStreams: { limit: 3, when: 'as-needed' } });
    const held = ['a', 'b', 'c'].map((id) => hour(id, 2, 9));
    const [seldom, needed] = thirdStreamSeldom.parts;
    const only = (part: typeof seldom) => ({ ...thirdStreamSeldom, parts: part ? [part] : [] });
    expect(needed).toMatchObject({ kind: 'want', weight: 2 });
    expect([speaks(only(seldom), review, held), speaks(only(needed), review, held)]).toEqual([
      ['Session a on Tuesday, 9.00am to 10.00am is beyond the usual 2 streams.'],
      [],
    ]);
    expect([speaks(only(seldom), asNeeded, held), speaks(only(needed), asNeeded, held)]).toEqual([
      [],
      ['Session a on Tuesday, 9.00am to 10.00am is beyond the usual 2 streams.'],
    ]);
  });
});
