import { describe, expect, it } from 'vitest';
import { generateReview, generateTiny } from '../../../fixtures/generate.ts';
import { conflictsOf } from '../../../solver/explain/conflicts.ts';
import { changed, only } from '../../../solver/explain/why/changed.ts';
import { full, type Why, why } from '../../../solver/explain/why/explain.ts';
import { planOf } from '../../../solver/explain/why/plan.ts';
import { solvedAgain } from '../../../solver/explain/why/verify.ts';
import { leastByClasp } from '../../../solver/host/clasp.ts';
import { answered, explain } from '../../../solver/host/explain.ts';
import { compile } from '../../../solver/model/compile.ts';
import { relax } from '../../../solver/proof/relaxation.ts';
import { toOpb } from '../../../solver/proof/write.ts';
import { solve } from '../../../solver/solve.ts';
import { check } from '../../../src/check/check.ts';
import { isBroken } from '../../../src/check/finding.ts';
import type { Placement } from '../../../src/programme/placement.ts';
import type { Review } from '../../../src/review/review.ts';
import { aProgramme } from '../../support/cast.ts';
import { reviewFixture } from '../../support/fixtures.ts';
import { impossibles, tenConflicts } from '../../support/impossible.ts';
import { readLeftOut } from '../../support/left-out.ts';

const long = process.env.PEERWEEK_LONG !== undefined;

describe('why there is no complete programme: small reviews, each impossible in one way', () => {
  it.each(Object.entries(impossibles))(
    '%s',
    async (_, { review, keep, sentence, sessions, because, mends }) => {
      const kept = keep ? { keep } : {};
      const { programme } = await solve(review, { seed: 1, effort: 'quick', explain: false, ...kept });
      const { conflicts, unexplained } = await explain(review, programme, kept);
      expect({ conflicts, unexplained }).toEqual({
        conflicts: [{ sentence, sessions, mends, ...(because.length > 0 && { because }) }],
        unexplained: [],
      });
    },
  );
});

describe('why there is no complete programme: conflicts side by side', () => {
  it('ten in a week of 45 sessions and more, all told apart, and mended together', async () => {
    const { review, sessions } = tenConflicts();
    const { programme, cost } = await solve(review, { seed: 1, effort: 'quick', explain: false });
    expect(cost[0]).toBe(10);
    const found = await explain(review, programme);
    expect(found.conflicts.map((c) => c.sessions)).toEqual(sessions);
    expect(found.conflicts.flatMap((c) => c.unsure ?? [])).toEqual([]);
    expect(found.conflicts.filter((c) => c.mends.length === 0)).toEqual([]);
    expect({ unexplained: found.unexplained, together: found.mendedTogether }).toEqual({
      unexplained: [],
      together: true,
    });
  }, 60_000);

  it('the three of fixtures/impossible.json, in the words of the people who are asked', async () => {
    const review = reviewFixture('impossible');
    const { programme } = await solve(review, { seed: 1, effort: 'quick', explain: false });
    const { conflicts } = await explain(review, programme);
    expect(conflicts.map((c) => [c.sentence, c.mends[0]])).toEqual([
      [
        'Council chief executive can’t be held: Nora Peel’s diary says no at every time there is.',
        'It can be held if Nora Peel can be had on Tuesday, 1.30pm to 3.00pm after all, say 1.30pm to 2.30pm.',
      ],
      [
        'NHS senior manager can’t be held: Dorothy Prentice’s diary leaves it only on Wednesday between 9.00am and 12.30pm; NHS senior manager needs Omar Oakes and Dr Dawn Acheson, whom it names; Dr Dawn Acheson can’t be had on Wednesday, 8.00am to 1.00pm.',
        'It can be held if Dorothy Prentice can be had on Thursday, 9.00am to 12.00pm after all, say 9.00am to 10.00am.',
      ],
      [
        'Council and partners focus group and Focus group of lay people can each be held only on Tuesday 2.00pm to 3.30pm, and Guild Room can’t be had on Tuesday, 8.00am to 11.00pm, and only one room holds 14 then, Long Room.',
        'They can both be held if Guild Room can be had on Tuesday, 8.00am to 11.00pm after all, say 2.00pm to 3.30pm.',
      ],
    ]);
  }, 30_000);

  it('a build says in passing what peerweek explain goes into', async () => {
    const review = reviewFixture('impossible');
    const compiled = compile(review);
    const { programme } = await solve(review, { seed: 1, effort: 'quick', explain: false });
    const { list, proven } = conflictsOf(compiled, planOf(compiled.model, programme));
    expect({ proven, sessions: list.map((c) => c.sessions) }).toEqual({
      proven: true,
      sessions: [['chief-executive'], ['nhs-senior-manager'], ['partners', 'lay-people']],
    });
  });

  it('a complete programme has nothing to explain', async () => {
    const review = reviewFixture('small-council');
    const { programme } = await solve(review, { seed: 1, effort: 'quick' });
    const { conflicts, unexplained, mendedTogether } = await explain(review, programme);
    expect({ conflicts, unexplained, mendedTogether }).toEqual({
      conflicts: [],
      unexplained: [],
      mendedTogether: false,
    });
  });

  it('a stop brings back what there is so far', async () => {
    const { review } = tenConflicts();
    const { programme } = await solve(review, { seed: 1, effort: 'quick', explain: false });
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 150);
    const found = await explain(review, programme, { signal: stop.signal });
    expect(found.conflicts.length + found.unexplained.length).toBeGreaterThan(0);
    expect(found.mendedTogether).toBe(false);
  }, 30_000);
});

/** What an explanation of a review says, in things; undefined where there is nothing to explain. */
async function explained(review: Review): Promise<Why | undefined> {
  const { programme, cost } = await solve(review, { seed: 1, effort: 'quick', explain: false });
  if (cost[0] === 0) return undefined;
  const compiled = compile(review);
  return answered(why(compiled, planOf(compiled.model, programme), {}, full, () => false));
}

/** Whether a programme of these sessions, all others forgotten, is found that breaks nothing by `src/check`. */
async function canBeHeld(review: Review, sessions: readonly string[]): Promise<boolean> {
  const own = only(review, new Set(sessions));
  const keepsAll = (placements: readonly Placement[]): boolean =>
    sessions.every((id) => placements.some((p) => p.session === id)) &&
    !check(own, aProgramme(placements, { review: own.id })).some(
      (f) => isBroken(f) && f.sessions.some((id) => sessions.includes(id)),
    );
  const { programme } = await solve(own, { seed: 3, effort: 'quick', explain: false });
  if (keepsAll(programme.placements)) return true;
  // The search weighs pairs and points too, and may miss the one way that there is.
  const again = await answered(solvedAgain(own, sessions, {}, () => false));
  return again.answer === 'yes' && keepsAll(again.placements);
}

/** Whether clasp proves, on the relaxation of the review itself, that one of the sessions has to stay out. */
async function provenByClasp(review: Review, sessions: readonly string[]): Promise<boolean> {
  const { model } = compile(only(review, new Set(sessions)));
  const answer = await leastByClasp(toOpb(relax(model).model), 100_000);
  return answer.status === 'best' && readLeftOut(answer.least!).must > 0;
}

/*
 * For every conflict of an over-constrained week, with nothing but its own things in force:
 * 1. its sessions can't all be held: clasp proves it, or else the whole search, which forgets nothing, finds no way;
 * 2. with any one of its things set aside too, a programme of them all is found, and keeps every must;
 * 3. without any one of its sessions the others can be held, as things are;
 * 4. each mend that is offered, made in the review as it is, lets them all be held;
 * 5. what could not be made sure of is said, and here there is nothing of the kind.
 */
async function doubts(review: Review): Promise<readonly string[]> {
  const found = await explained(review);
  const out: string[] = [];
  for (const { conflict, things, aside, made } of found?.told ?? []) {
    const { sessions, sentence } = conflict;
    const bare = changed(review, aside);
    const impossible = (await provenByClasp(bare, sessions)) || !(await canBeHeld(bare, sessions));
    if (!impossible) out.push(`can be held: ${sentence}`);
    for (const thing of things)
      if (!(await canBeHeld(changed(review, [...aside, thing]), sessions)))
        out.push(`${JSON.stringify(thing)} could be spared: ${sentence}`);
    if (sessions.length > 1)
      for (const id of sessions)
        if (
          !(await canBeHeld(
            review,
            sessions.filter((s) => s !== id),
          ))
        )
          out.push(`the others can’t be held without ${id}: ${sentence}`);
    for (const [n, make] of made.entries())
      if (!(await canBeHeld(make(review), sessions))) out.push(`does not help: ${conflict.mends[n]}`);
    out.push(...(conflict.unsure ?? []));
  }
  return out;
}

describe('what a conflict comes from, held against the whole search and clasp', () => {
  const weeks = [
    { size: 'S', tightness: 'over', seed: 1 },
    ...(long
      ? [2, 3, 4, 5, 6].flatMap((seed) => [
          { size: 'S', tightness: 'over', seed } as const,
          { size: 'M', tightness: 'over', seed } as const,
        ])
      : []),
  ] as const;
  it.each(weeks.map((week) => [`${week.size} ${week.seed}`, week] as const))(
    'week %s',
    async (_, week) => {
      expect(await doubts(generateReview(week))).toEqual([]);
    },
    300_000,
  );

  // Tiny reviews of chance, as good as every rule among them: every session of them a must.
  const seeds = Array.from({ length: long ? 300 : 25 }, (_, n) => n);
  it('tiny reviews', async () => {
    const out: string[] = [];
    let conflicts = 0;
    for (const seed of seeds) {
      const tiny = generateTiny(seed);
      const review = { ...tiny, sessions: tiny.sessions.map((s) => ({ ...s, priority: 'must' as const })) };
      conflicts += (await explained(review))?.conflicts.length ?? 0;
      out.push(...(await doubts(review)).map((doubt) => `${seed}: ${doubt}`));
    }
    expect(out).toEqual([]);
    expect(conflicts).toBeGreaterThan(seeds.length / 4);
  }, 600_000);
});
