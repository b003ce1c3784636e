import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breachesOf } from '../../src/check/breaches.ts';
import type { Held } from '../../src/programme/placement.ts';
import { asHeld, heldIn } from '../../src/programme/programme.ts';
import { ruleBook } from '../../src/rules/index.ts';
import type { Breach, Part } from '../../src/rules/rule.ts';
import { overlaps, type Span } from '../../src/time/span.ts';
import { spoils } from '../referee/spoil.ts';
import { plannedWeek, printedWeek } from '../referee/weeks.ts';

const weeks = [
  plannedWeek({ size: 'S', tightness: 'loose', seed: 1 }),
  plannedWeek({ size: 'M', tightness: 'tight', seed: 2 }),
  printedWeek(),
];
const numbers = fc.tuple(fc.nat(100_000), fc.nat(100_000), fc.nat(100_000));
const done = fc.array(fc.tuple(fc.constantFrom(...Object.keys(spoils)), numbers), { maxLength: 12 });

const wholeTime = ({ placement }: Held): Span => ({
  from: Math.min(placement.start, placement.away.from),
  to: Math.max(placement.end, placement.away.to),
});

/** What is wrong with the facts that a breach gives about the placements it is of. */
function wrongIn(part: Part, breach: Breach, of: readonly Held[], people: ReadonlySet<string>): string[] {
  const { sessions = [], who = [], when } = breach;
  const out: string[] = [];
  for (const { session } of of) if (!sessions.includes(session.id)) out.push(`does not name ${session.id}`);
  for (const id of who) if (!people.has(id)) out.push(`names ${id}, who is nobody`);
  // Between two that clash lies the time that is too short: it touches both, and may be none at all.
  const near = when && { from: when.from - 1, to: Math.max(when.to, when.from) + 1 };
  if (near && !of.some((h) => overlaps(near, wholeTime(h)))) out.push('is at another time');
  if (breach.say().trim() === '' || /undefined|NaN|\[object/.test(breach.say())) out.push('says nothing');
  return out.map((what) => `${part.name} ${what}`);
}

/*
 * Of every part that speaks of one placement or of two:
 * 1. what it finds names the sessions of all of them, so that a page can point there;
 * 2. whom it names are people of the review;
 * 3. when it gives a time, that is theirs;
 * 4. it has a sentence.
 */
describe('the facts of a finding', () => {
  it('are of the placements it is about', () => {
    fc.assert(
      fc.property(fc.nat(weeks.length - 1), done, (n, changes) => {
        const week = weeks[n]!;
        const programme = changes.reduce(
          (p, [name, by]) => spoils[name]!(week.review, p, by),
          week.programme,
        );
        const review = asHeld(week.review, programme);
        const held = heldIn(review, programme);
        const people = new Set([...review.peers, ...review.contacts].map((p) => p.id));
        const wrong = ruleBook.flatMap(({ id, parts }) =>
          parts.flatMap((part): string[] => {
            if (part.shape !== 'placed' && part.shape !== 'paired') return [];
            const alone = part.shape === 'placed' ? held.map((h) => [h]) : pairsOf(held);
            return alone.flatMap((of) =>
              breachesOf(review, part, of, {})
                .flatMap((breach) => wrongIn(part, breach, of, people))
                .map((what) => `${id}: ${what}`),
            );
          }),
        );
        expect([...new Set(wrong)]).toEqual([]);
      }),
      { numRuns: 15, seed: 7 },
    );
  });
});

/** Every two of the same day that lie next to each other in a list by time, and their neighbours' neighbours. */
const pairsOf = (held: readonly Held[]): readonly (readonly Held[])[] =>
  held.flatMap((a, i) => held.slice(i + 1, i + 6).map((b) => [a, b]));
