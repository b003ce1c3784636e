import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateReview, generateTiny } from '../../fixtures/generate.ts';
import { against } from '../../solver/alternatives/against.ts';
import { findAlternatives } from '../../solver/alternatives/alternatives.ts';
import { distanceBetween } from '../../solver/alternatives/distance.ts';
import { figuresOf, weighed } from '../../solver/alternatives/figures.ts';
import { variations } from '../../solver/alternatives/variations.ts';
import { solve } from '../../solver/solve.ts';
import { check } from '../../src/check/check.ts';
import { isBroken } from '../../src/check/finding.ts';
import { costOf } from '../../src/check/verdict.ts';
import type { Alternatives, Figures } from '../../src/programme/alternatives.ts';
import type { Programme } from '../../src/programme/programme.ts';
import { sessionsToPlace } from '../../src/review/facts.ts';
import type { Review } from '../../src/review/review.ts';
import { at } from '../../src/time/span.ts';
import { reviewFixture } from '../support/fixtures.ts';
import { sampleProgramme, sampleReview } from '../support/sample-week.ts';

const effort = 'quick';
const built = async (review: Review): Promise<Programme> =>
  (await solve(review, { seed: 1, effort })).programme;

/** What is wrong with alternatives, in words; nothing, if all is well. */
function faults(review: Review, { programmes }: Alternatives): readonly string[] {
  const out: string[] = [];
  const [first, ...others] = programmes;
  for (const { id, programme, cost, figures, gains, distance } of others) {
    const findings = check(review, programme);
    const placed = new Set(programme.placements.map((p) => p.session));
    for (const f of findings.filter((f) => isBroken(f) && f.sessions.some((s) => placed.has(s))))
      out.push(`${id} breaks ${f.rule}: ${f.sentence}`);
    if (costOf(review, programme, findings).join() !== cost.join()) out.push(`${id} is priced wrong`);
    if (JSON.stringify(figuresOf(review, programme, findings)) !== JSON.stringify(figures))
      out.push(`${id} has wrong figures`);
    for (const must of figures.leftOut.must)
      if (!first!.figures.leftOut.must.includes(must)) out.push(`${id} gives up ${must}`);
    const known = variations.find((v) => v.id === id);
    if (!known?.better(figures, first!.figures)) out.push(`${id} does not keep its promise`);
    if (gains.length === 0) out.push(`${id} gains nothing`);
    if (distance !== distanceBetween(first!.programme, programme)) out.push(`${id}: distance ${distance}`);
    const told = [...placed, ...programme.unplaced.map((u) => u.session)].sort().join();
    if (
      told !==
      sessionsToPlace(review)
        .map((s) => s.id)
        .sort()
        .join()
    )
      out.push(`${id} leaves a session untold`);
    for (const u of programme.unplaced)
      if (u.because.length === 0) out.push(`${id}: ${u.session} without a reason`);
  }
  programmes.forEach((a, n) => {
    for (const b of programmes.slice(0, n)) {
      if (distanceBetween(a.programme, b.programme) < 0.1) out.push(`${a.id} is nearly ${b.id}`);
      const worse = weighed(a.figures).every((figure, i) => figure >= weighed(b.figures)[i]!);
      if (worse && b !== first) out.push(`${a.id} is no better than ${b.id} in anything`);
    }
  });
  return out;
}

/*
 * Of any review:
 * 1. an alternative breaks no must rule of the review as it is, and gives up no session that must be held;
 * 2. it has what its title promises, and costs what the checker says;
 * 3. no two are nearly the same, and none is as good as another in everything.
 */
describe('alternatives', () => {
  it.each([
    ['M tight 81', () => generateReview({ size: 'M', tightness: 'tight', seed: 81 })],
    ['S over 82', () => generateReview({ size: 'S', tightness: 'over', seed: 82 })],
    ['the county', () => reviewFixture('county')],
  ])(
    'keep the review and their promises, and differ: %s',
    async (_, review_) => {
      const review = review_();
      const first = await built(review);
      const found = await findAlternatives(solve, 2)(review, { seed: 1, effort, first });
      expect(faults(review, found)).toEqual([]);
      expect(found.programmes[0]?.programme).toBe(first);
      expect(found.programmes.length).toBeGreaterThan(1);
      expect(found.programmes.length).toBeLessThanOrEqual(5);
    },
    120_000,
  );

  it('keep all that of small reviews', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(500), async (number) => {
        const review = generateTiny(number);
        const first = await built(review);
        expect(faults(review, await findAlternatives(solve, 1)(review, { seed: 1, effort, first }))).toEqual(
          [],
        );
      }),
      { numRuns: 15, seed: 9 },
    );
  }, 120_000);

  it('are the same whatever runs side by side, and no more than are asked for', async () => {
    const review = generateReview({ size: 'S', tightness: 'tight', seed: 83 });
    const first = await built(review);
    const ask = (sideBySide: number, most?: number) =>
      findAlternatives(solve, sideBySide)(review, { seed: 1, effort, first, ...(most && { most }) });
    const [one, many] = [await ask(1), await ask(4)];
    expect(many).toEqual(one);
    const two = await ask(2, 2);
    expect(two.programmes).toHaveLength(2);
    expect(await ask(2, 1)).toEqual({ programmes: [one.programmes[0]], asides: one.asides.slice(-1) });
  }, 120_000);

  it('say that a further stream is not allowed, and look for none', async () => {
    const review = generateReview({ size: 'S', tightness: 'loose', seed: 84 });
    const found = await findAlternatives(solve, 1)(review, { seed: 1, effort, first: await built(review) });
    expect(found.asides).toEqual([
      'More than two streams at once are not allowed in this review, so no programme with a third stream was looked for.',
    ]);
    expect(found.programmes.map((p) => p.id)).not.toContain('more-streams');
  }, 60_000);

  it('leave what is locked as it is', async () => {
    const free = generateReview({ size: 'S', tightness: 'tight', seed: 85 });
    const first = await built(free);
    const locked = first.placements.filter((_, n) => n % 6 === 0);
    const locks = locked.map(({ session }) => ({
      session,
      time: true,
      place: true,
      peers: true,
      by: 'Ann',
      because: 'Agreed.',
    }));
    const review: Review = { ...free, locks };
    const { programmes } = await findAlternatives(solve, 2)(review, { seed: 1, effort, first });
    expect(programmes.length).toBeGreaterThan(1);
    for (const { programme } of programmes) {
      const same = locked.map(({ session }) => programme.placements.find((p) => p.session === session));
      const what = (p: (typeof locked)[number] | undefined) =>
        p && [p.session, p.start, p.end, p.place, [...p.peers].sort()];
      expect(same.map(what)).toEqual(locked.map(what));
    }
  }, 60_000);

  it('stopped at once are the first programme alone', async () => {
    const review = generateReview({ size: 'S', tightness: 'tight', seed: 83 });
    const first = await built(review);
    const signal = AbortSignal.abort();
    const { programmes } = await findAlternatives(solve, 2)(review, { seed: 1, first, signal });
    expect(programmes.map((p) => p.id)).toEqual(['first']);
  }, 60_000);
});

describe('the distance between two programmes', () => {
  const programme = sampleProgramme();
  const [one, ...rest] = programme.placements;
  const changed = (change: object): Programme => ({
    ...programme,
    placements: [{ ...one!, ...change }, ...rest],
  });
  const n = programme.placements.length;
  const share = (weight: number): number => Math.round((weight / n) * 1000) / 1000;

  it.each([
    ['nothing', {}, 0],
    ['another day', { start: one!.start + 1440, end: one!.end + 1440 }, 1],
    ['another time that day', { start: one!.start + 15 }, 0.6],
    ['other peers', { peers: ['somebody'] }, 0.3],
    ['the same peers the other way round', { peers: [...one!.peers].reverse() }, 0],
    ['another place', { place: { phone: true } }, 0.15],
    ['other peers and another place', { peers: ['somebody'], place: { phone: true } }, 0.45],
  ])('of one session: %s', (_, change, weight) => {
    expect(distanceBetween(programme, changed(change))).toBe(share(weight));
    expect(distanceBetween(changed(change), programme)).toBe(share(weight));
  });

  it('counts what one of them leaves out, and is 1 where nothing is shared', () => {
    expect(distanceBetween(programme, { placements: rest })).toBe(share(1));
    expect(distanceBetween(programme, { placements: [] })).toBe(1);
    expect(distanceBetween({ placements: [] }, { placements: [] })).toBe(0);
  });
});

describe('what one gains and costs against another', () => {
  const review = sampleReview();
  const [a, b] = review.sessions.map((s) => s.id);
  const title = (id: string | undefined) => review.sessions.find((s) => s.id === id)?.title;
  const base: Figures = {
    leftOut: { must: [], should: [], could: [a!] },
    alone: 1,
    beyond: 2,
    evenings: 0,
    journeys: 3,
    ifNeeded: 0,
    withoutDownTime: 0,
    days: [
      { day: 1, to: at(1, 18), sessions: 6 },
      { day: 4, to: at(4, 12), sessions: 4 },
    ],
    free: { least: 60, most: 120 },
    work: { least: 480, most: 600 },
    points: 40,
  };

  it('is nothing where the figures are the same', () => {
    expect(against(review, base, base)).toEqual({ gains: [], costs: [] });
  });

  it('is told in sentences, better and worse apart', () => {
    const now: Figures = {
      ...base,
      leftOut: { must: [], should: [b!], could: [] },
      alone: 0,
      beyond: 4,
      evenings: 1,
      journeys: 1,
      ifNeeded: 1,
      withoutDownTime: 2,
      days: [
        { day: 1, to: at(1, 17), sessions: 6 },
        { day: 4, to: at(4, 12, 15), sessions: 4 },
      ],
      work: { least: 540, most: 570 },
      points: 42.5,
    };
    expect(against(review, now, base)).toEqual({
      gains: [
        `Holds ${title(a)}, which could be held and is left out of the first.`,
        '1 fewer session taken by one peer alone (0, not 1).',
        '2 fewer journeys between sites (1, not 3).',
        'Sessions end Monday at 5.00pm, 60 minutes sooner.',
        'Work is shared more evenly: 9 to 9.5 hours a peer, not 8 to 10 hours.',
      ],
      costs: [
        `Leaves out ${title(b)}, which should be held.`,
        '2 more sessions in a third stream (4, not 2).',
        '1 more session in the evening (1, not 0).',
        '1 more session at an “if needed” time (1, not 0).',
        '2 more full days of a peer without a free hour (2, not 0).',
        'Sessions end Thursday at 12.15pm, 15 minutes later.',
        'Other wishes are met less well: 42.5 points not met, against 40.',
      ],
    });
  });

  it('names days that are nearly free', () => {
    const now: Figures = { ...base, days: [{ day: 4, to: at(4, 12), sessions: 1 }] };
    expect(against(review, now, base).gains).toEqual([
      'Monday has no session.',
      'Thursday has one session only.',
    ]);
  });
});
