import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { search } from '../../solver/solve.ts';
import { changeDraft } from '../../src/actions/change-draft.ts';
import { createOpenReview, type Draft, type OpenReview } from '../../src/actions/open-review.ts';
import { undoDraft } from '../../src/actions/undo-draft.ts';
import type { Elsewhere, Way } from '../../src/check/elsewhere.ts';
import { placing } from '../../src/programme/edit.ts';
import { programmeToJson, reviewToJson } from '../../src/publish/json.ts';
import { NEW } from '../../src/store/ports.ts';
import { openStore } from '../../src/store/store.ts';
import { layOpen } from '../../web/laid-open.ts';
import type { Given } from './arguments.ts';
import { type Case, sizes } from './cases.ts';
import { type Table, took } from './tables.ts';

/** Edits of each week: enough that the slowest of a hundred is not one of a kind. */
const EDITS = 100;
/** The first teach the loops to the just-in-time compiler; those of later weeks, what is another's. */
const WARM = [20, 5] as const;

const signature = { by: 'Bench', why: 'Moved one' };

/** The number below which so many of a hundred are. */
const percentile = (numbers: readonly number[], of: number): number | undefined =>
  [...numbers].sort((a, b) => a - b)[
    Math.min(numbers.length - 1, Math.ceil((numbers.length * of) / 100) - 1)
  ];

/** A place that the session can go to; another with each call. */
function wayAmong({ places }: Elsewhere, n: number): Way | undefined {
  const open = places.flatMap((p) => (p.state === 'free' || p.state === 'moves' ? [p.way] : []));
  return open[n % Math.max(1, open.length)];
}

/**
 * One week a size, made ones before files: each edit lays a new draft open, so that a hundred take up to a minute, and
 * all weeks a quarter of an hour.
 */
const weeksAmong = (cases: readonly Case[]): readonly Case[] =>
  sizes.flatMap((size) => {
    const found = cases.filter((c) => c.size === size);
    return [...found.filter((c) => c.generated), ...found].slice(0, 1);
  });

/**
 * The part `edits`: a session is picked in the draft, everywhere that it could go is worked out, it is moved there (every
 * third move is taken back) and saved for good in a database in a file, and the rule book is asked anew.
 */
export async function measureEdits(cases: readonly Case[], _: Given): Promise<Table> {
  const rows: string[][] = [];
  for (const [place, of] of weeksAmong(cases).entries()) {
    const warm = WARM[Math.min(place, 1)]!;
    const review = of.review();
    const folder = mkdtempSync(join(tmpdir(), 'peerweek-edits-'));
    const now = () => new Date();
    const store = await openStore(join(folder, 'peerweek.db'), { now, randomBytes });
    const entry = { id: review.id, council: review.council, firstDay: review.week.firstDay };
    await store.reviews.save({ ...entry, file: reviewToJson(review) }, NEW, signature);
    const file = programmeToJson(review, search(review, { seed: 1, timeLimit: 5 }, () => false).programme);
    await store.programmes.saveDraft({ review: review.id, reviewVersion: 1, file }, NEW, signature);
    const open = createOpenReview({ store, now });
    const laid = layOpen();
    const today = async (): Promise<OpenReview & { draft: Draft }> => {
      const opening = await open(review.id);
      if (!opening?.ok || !opening.open.draft) throw new Error(`${of.name} can't be opened`);
      return { ...opening.open, draft: opening.open.draft };
    };
    const [edits, places]: [number[], number[]] = [[], []];
    let at = await today();
    for (let n = 0; n < EDITS + warm; n++) {
      const { placements } = at.draft.programme;
      const { session } = placements[(n * 7) % placements.length]!;
      const picked = performance.now();
      const told = await laid.placesOf(at, at.draft, session);
      const lit = performance.now() - picked;
      const way = told && wayAmong(told, n);
      if (!way) continue;
      const begun = performance.now();
      const { version } = at.draft;
      if (n % 3 === 2 && version > 1) await undoDraft(store, at, version, { ...signature, undoes: version });
      else {
        const others = way.others.flatMap((o) => o.after ?? []);
        await changeDraft(store, at, version, placing([way.placement, ...others]), signature);
      }
      at = await today();
      if (n >= warm) {
        edits.push(performance.now() - begun);
        places.push(lit);
      }
    }
    await store.close();
    rmSync(folder, { recursive: true, force: true });
    rows.push([
      of.name,
      String(review.sessions.length),
      String(edits.length),
      took(percentile(edits, 50)),
      took(percentile(edits, 99)),
      took(percentile(places, 50)),
      took(percentile(places, 99)),
    ]);
  }
  return {
    name: 'edits',
    head: [
      'week',
      'sessions',
      'edits',
      'edit to findings, in the middle',
      'edit to findings, p99',
      'places it could go, in the middle',
      'places it could go, p99',
    ],
    rows,
  };
}
