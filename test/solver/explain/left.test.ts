import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesLeft, sessionsOf, timesLeft, withDiary } from '../../../solver/explain/left/left.ts';
import { compile } from '../../../solver/model/compile.ts';
import { openDiary } from '../../../src/review/diary.ts';
import { sessionsToPlace } from '../../../src/review/facts.ts';
import { at, DAY, QUARTER, type Span } from '../../../src/time/span.ts';
import { reviewFixture } from '../../support/fixtures.ts';

const key = ({ from, to }: Span) => `${from} ${to}`;

describe('places left', () => {
  it.each(['full-list', 'three-streams', 'intervention'] as const)(
    'of a session alone are those that it has in the whole week of %s',
    (name) => {
      const review = reviewFixture(name);
      const whole = new Map(
        compile(review).model.items.map((item) => [
          item.session.id,
          [...new Set(item.slots.map((s) => key({ from: s.start, to: s.end })))].sort(),
        ]),
      );
      for (const session of sessionsToPlace(review))
        expect([session.id, timesLeft(review, session).map(key).sort()]).toEqual([
          session.id,
          whole.get(session.id),
        ]);
    },
  );

  const review = reviewFixture('small-council');
  const someone = review.contacts.find((c) => sessionsOf(review, { list: 'contacts', id: c.id }).length > 0)!;
  const of = { list: 'contacts', id: someone.id } as const;

  it('are none with a full diary, and all with an empty one', () => {
    const [full] = placesLeft(review, of, { ...openDiary, busy: [{ from: 0, to: 6 * DAY }] });
    expect(full?.left).toEqual([]);
    const [open] = placesLeft(review, of, openDiary);
    expect(open?.left.length).toBe(open?.most);
    expect(open?.most).toBeGreaterThan(0);
  });

  it('say which are only at a pinch', () => {
    const tuesday = { from: at(2, 0), to: at(3, 0) };
    const [lines] = placesLeft(review, of, { ...openDiary, ifNeeded: [tuesday] });
    expect(lines!.left.filter((t) => t.ifNeeded).map(key)).toEqual(
      lines!.left.filter((t) => t.from >= tuesday.from && t.to <= tuesday.to).map(key),
    );
  });

  it('never grow when a diary is filled, and lie outside of what is filled', () => {
    const span = fc
      .tuple(fc.integer({ min: 96, max: 480 }), fc.integer({ min: 1, max: 40 }))
      .map(([from, n]) => ({ from: from * QUARTER, to: (from + n) * QUARTER }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 5 }), span, (busy, more) => {
        const before = placesLeft(review, of, { ...openDiary, busy });
        const after = placesLeft(review, of, { ...openDiary, busy: [...busy, more] });
        after.forEach(({ left }, i) => {
          const known = new Set(before[i]!.left.map(key));
          expect(left.filter((t) => !known.has(key(t)))).toEqual([]);
          expect(left.filter((t) => t.from < more.to && more.from < t.to)).toEqual([]);
        });
      }),
      { numRuns: 25 },
    );
  });

  it('keep the times of meetings out, whatever is painted over them', () => {
    const cabinet = {
      id: 'cabinet',
      title: 'Cabinet',
      contacts: [someone.id],
      spans: [{ from: DAY, to: 6 * DAY }],
    };
    const met = { ...review, meetings: [cabinet] };
    expect(placesLeft(met, of, openDiary).map((p) => p.left)).toEqual(sessionsOf(review, of).map(() => []));
    expect(withDiary(met, of, openDiary).contacts.find((c) => c.id === someone.id)?.diary.busy).toEqual(
      cabinet.spans,
    );
  });
});
