import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { readProgramme, readReview } from '../../src/intake/index.ts';
import { programmeToJson } from '../../src/publish/json.ts';
import { referee } from './referee.ts';
import { spoils } from './spoil.ts';
import { twists } from './twist.ts';
import { brokenIn, plannedWeek, printedWeek, rulesIn, type Week } from './weeks.ts';

const long = process.env.PEERWEEK_LONG !== undefined;

const weeks: readonly Week[] = [
  plannedWeek({ size: 'S', tightness: 'loose', seed: 1 }),
  plannedWeek({ size: 'S', tightness: 'tight', seed: 2 }),
  plannedWeek({ size: 'M', tightness: 'tight', seed: 3 }),
  ...(long ? [plannedWeek({ size: 'L', tightness: 'loose', seed: 4 })] : []),
  printedWeek(),
];

const numbers = fc.tuple(fc.nat(100_000), fc.nat(100_000), fc.nat(100_000));
const changes = (names: readonly string[], most: number) =>
  fc.array(fc.tuple(fc.constantFrom(...names), numbers), { maxLength: most });

/** A week of the list, what is done to its programme, and what is made of its review. */
const spoilt = fc.record({
  week: fc.nat(weeks.length - 1),
  done: changes(Object.keys(spoils), 4),
  made: changes(Object.keys(twists), 5),
});

/** The two files after the changes; undefined where the door would not let them in. */
function filesOf({ week, done, made }: typeof spoilt extends fc.Arbitrary<infer T> ? T : never) {
  const { file, review, programme } = weeks[week]!;
  const plan = done.reduce((p, [name, n]) => spoils[name]!(review, p, n), programme);
  const entry = made.reduce((f, [name, n]) => twists[name]!(f, n), file);
  const texts = { review: JSON.stringify(entry), programme: programmeToJson(review, plan) };
  const reading = made.length === 0 ? ({ ok: true, value: review } as const) : readReview(texts.review);
  const held = reading.ok ? readProgramme(texts.programme, reading.value) : undefined;
  return reading.ok && held?.ok ? { texts, review: reading.value, programme: held.value } : undefined;
}

describe('the checker and the referee, on the same files', () => {
  it.each(weeks.map((week) => [week.name, week] as const))('%s, as it is', (_, week) => {
    const text = programmeToJson(week.review, week.programme);
    expect(rulesIn(referee(JSON.stringify(week.file), text))).toEqual(
      brokenIn(check(week.review, week.programme)),
    );
  });

  /*
   * Whatever is done to a programme, to its review, or both, as long as the two can be read:
   * 1. the checker finds a must rule broken, and not waived, exactly where the referee does, rule by rule;
   * 2. neither throws.
   */
  it('break the same rules, whatever is moved, swapped, paired otherwise or put elsewhere', () => {
    fc.assert(
      fc.property(spoilt, (story) => {
        const files = filesOf(story);
        fc.pre(files !== undefined);
        const { texts, review, programme } = files!;
        expect(rulesIn(referee(texts.review, texts.programme))).toEqual(brokenIn(check(review, programme)));
      }),
      { numRuns: long ? 5000 : 120, ...(!long && { seed: 3 }) },
    );
  }, 600_000);
});
