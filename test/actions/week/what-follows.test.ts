import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairs } from '../../../solver/repair/several.ts';
import { leftOf } from '../../../src/actions/week/affected.ts';
import { momentOf } from '../../../src/actions/week/moment.ts';
import { fromOf } from '../../../src/actions/week/ways.ts';
import { whatFollows } from '../../../src/actions/week/what-follows.ts';
import { check } from '../../../src/check/check.ts';
import { isBroken } from '../../../src/check/finding.ts';
import type { Entry } from '../../../src/entry/entry.ts';
import { problemLine, readEntry, reviewOf } from '../../../src/intake/index.ts';
import { hasBegun, keepsThePast, withPastOf } from '../../../src/programme/past.ts';
import { heldIn } from '../../../src/programme/programme.ts';
import { type Happened, happeningKinds, happensTo } from '../../../src/review/happening.ts';
import { at, DAY, type Minute, overlaps } from '../../../src/time/span.ts';
import { builtWeek } from '../../support/built-week.ts';
import { fixtureText } from '../../support/fixtures.ts';

const { review, programme } = builtWeek();
const entry = ((): Entry => {
  const reading = readEntry(fixtureText('small-council.json'));
  if (!reading.ok) throw new Error('The small council can’t be read');
  return reading.value;
})();

/** Anything that can happen, as a form would report it, at any minute of the four days with sessions. */
const happenings = fc
  .record({
    minute: fc.integer({ min: at(1, 8), max: at(4, 18) }),
    kind: fc.constantFrom(...happeningKinds),
    which: fc.nat(),
    before: fc.integer({ min: 0, max: 240 }),
    long: fc.integer({ min: 1, max: 480 }),
  })
  .map(({ minute, kind, which, before, long }): { minute: Minute; happened: Happened } => {
    const pick = (list: readonly { readonly id: string }[]) => list[which % list.length]!;
    const to = happensTo[kind];
    if (to === 'session') {
      const placement = programme.placements[which % programme.placements.length]!;
      const { start, end, session } = placement;
      const span =
        kind === 'over-ran'
          ? { from: end, to: end + (long % 90) + 1 }
          : kind === 'second-interview'
            ? // With a time that was agreed, or with none.
              { from: minute + (before % 2) * 15 * before, to: minute + (before % 2) * 15 * before + 60 }
            : { from: start, to: Math.max(end, start + long) };
      const adds = kind === 'second-interview' || kind === 'not-held' ? { adds: 'once-more' } : {};
      return { minute, happened: { kind, about: session, ...span, ...adds } };
    }
    const about = pick(to === 'peer' ? review.peers : to === 'room' ? review.rooms : review.sites).id;
    const from = minute - before;
    return { minute, happened: { kind, about, from, to: Math.min(from + long + before, 5 * DAY) } };
  });

const checked = (edited: Entry) => {
  const reading = reviewOf(edited);
  if (!reading.ok) throw new Error(reading.problems.map((p) => problemLine(p)).join('; '));
  return reading.value;
};

describe('what follows from something that happened in the week', () => {
  /*
   * Whatever happens, and whenever it is reported:
   * 1. what is entered stays whole;
   * 2. to report it twice is to report it once;
   * 3. what had begun stays where it was, and the rule book finds no fault with it that it did not have.
   */
  it('leaves alone what had begun, and finds no fault with it', () => {
    const faults = (of: typeof review, left: typeof programme, minute: Minute) => {
      const begun = new Set(left.placements.filter((p) => hasBegun(p, minute)).map((p) => p.session));
      return check(of, left, {})
        .filter(isBroken)
        .filter((f) => f.sessions.length > 0 && f.sessions.every((id) => begun.has(id)));
    };
    fc.assert(
      fc.property(happenings, ({ minute, happened }) => {
        const { edit, move } = whatFollows({ review, programme, minute }, happened);
        const once = edit(entry);
        expect(edit(once)).toEqual(once);
        const changed = checked(once);
        const left = move(programme);
        expect(keepsThePast(programme, left, minute)).toBe(true);
        expect(faults(changed, left, minute)).toEqual([]);
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  it('is mended without a must broken, whatever had begun being where it was', () => {
    fc.assert(
      fc.property(happenings, ({ minute, happened }) => {
        const { edit, move } = whatFollows({ review, programme, minute }, happened);
        const changed = checked(edit(entry));
        const left = move(programme);
        const from = fromOf(minute);
        const options = {
          seed: 1,
          keep: left,
          from,
          explain: false,
          effort: 'quick',
          timeLimit: 20,
        } as const;
        const [best] = repairs(changed, options, () => false, 1);
        expect(best).toBeDefined();
        expect(keepsThePast(left, best!.programme, from)).toBe(true);
        // Of a session for which there is no place left in the week the rule book may well complain.
        const placed = new Set(best!.programme.placements.map((p) => p.session));
        const broken = check(changed, best!.programme, {}).filter(isBroken);
        expect(broken.filter((f) => f.sessions.some((id) => placed.has(id)))).toEqual([]);
      }),
      { numRuns: 8, seed: 11 },
    );
  });

  it('takes nothing from somebody for the time in which they were there', () => {
    const held = heldIn(review, programme);
    fc.assert(
      fc.property(happenings, fc.nat(), ({ minute, happened: { from, to } }, n) => {
        const peer = review.peers[n % review.peers.length]!.id;
        const gone = leftOf(review, held, peer, { from, to }, minute);
        for (const { placement } of held)
          if (placement.peers.includes(peer) && hasBegun(placement, minute))
            expect(gone.some((span) => overlaps(span, placement.away))).toBe(false);
      }),
    );
  });
});

describe('the draft as the week knows it', () => {
  it('has what had begun as it was agreed, and nothing else begun', () => {
    const minute = at(3, 12);
    const [past, , future] = [...programme.placements].sort((a, b) => a.start - b.start);
    const later = [...programme.placements].filter((p) => !hasBegun(p, minute)).at(-1)!;
    // The draft moved what was held to Thursday, and what is to come to Monday; and knows one less.
    const draft = {
      ...programme,
      placements: programme.placements
        .filter((p) => p !== future)
        .map((p) =>
          p === past
            ? { ...p, start: at(4, 9), end: at(4, 10) }
            : p === later
              ? { ...p, start: at(1, 9), end: at(1, 10) }
              : p,
        ),
    };
    const known = withPastOf(programme, draft, minute);
    const of = (id: string) => known.placements.find((p) => p.session === id);
    expect(of(past!.session)).toEqual(past);
    expect(of(future!.session)).toEqual(future);
    expect(of(later.session)).toEqual(later);
    expect(keepsThePast(programme, known, minute)).toBe(true);
    expect(withPastOf(programme, programme, minute)).toBe(programme);
  });
});

describe('a moment of the week', () => {
  const { week } = review;
  it('is London’s, whatever the clocks do', () => {
    expect(momentOf(week, new Date('2026-06-17T07:10:59Z'))).toEqual({
      minute: at(3, 8, 10),
      day: 3,
      when: 'in it',
      rehearsed: false,
      local: '2026-06-17T08:10',
    });
    const winter = { ...week, firstDay: '2026-03-30' };
    // The evening before is the Sunday on which the clocks go forward.
    expect(momentOf(winter, new Date('2026-03-29T00:30:00Z'))).toMatchObject({ minute: 30, day: 0 });
    expect(momentOf(winter, new Date('2026-03-29T17:30:00Z'))).toMatchObject({ local: '2026-03-29T18:30' });
  });
  it('is before it or after it, or one that was chosen to rehearse on', () => {
    expect(momentOf(week, new Date('2026-06-13T07:00:00Z')).when).toBe('before');
    expect(momentOf(week, new Date('2026-06-20T07:00:00Z')).when).toBe('after');
    const now = new Date('2026-01-12T10:00:00Z');
    expect(momentOf(week, now, '2026-06-17T08:10')).toMatchObject({ minute: at(3, 8, 10), rehearsed: true });
    for (const stray of ['2026-06-21T08:10', 'yesterday', ''])
      expect(momentOf(week, now, stray)).toMatchObject({ when: 'before', rehearsed: false });
  });
});
