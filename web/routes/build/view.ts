import { toldBy } from '../../../src/actions/background/build-told.ts';
import type { OpenReview } from '../../../src/actions/open-review.ts';
import { readProgramme } from '../../../src/intake/index.ts';
import { changesBetween } from '../../../src/programme/changes.ts';
import type { Programme } from '../../../src/programme/programme.ts';
import { gridOf } from '../../../src/publish/grid.ts';
import { dayView } from '../../../src/publish/page/day-view.ts';
import { costWords, soFarWords } from '../../../src/publish/proof-words.ts';
import { counted, listed } from '../../../src/publish/words.ts';
import { nameOf } from '../../../src/review/facts.ts';
import type { Job } from '../../../src/store/jobs-port.ts';
import { instantMoment, weekday } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';

interface Shown {
  /** The file of the programme so far, or of the one that is offered. */
  readonly found: string | undefined;
  /** The day that is asked for, as it came. */
  readonly day: string | undefined;
  /** Who changed the draft since the building was asked for. */
  readonly changedBy: readonly string[];
  /** What was to be taken is not offered any more, or the draft was changed meanwhile. */
  readonly late: boolean;
  readonly now: Date;
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** What has been found so far, in words and as a bar. */
function farView(job: Job, now: Date) {
  const told = toldBy(job);
  const seconds = Math.max(0, Math.round((now.getTime() - Date.parse(job.at)) / 1000));
  return {
    asked: job.by,
    since: `Going on for ${counted(seconds, 'second')}.`,
    waits: job.state === 'waiting',
    stopping: job.stoppedBy ?? '',
    placed: told ? `${told.placed} of ${counted(told.of, 'session')} placed.` : '',
    value: told?.placed ?? 0,
    max: told?.of ?? 1,
    cost: told ? `${capital(costWords(told.cost))}.` : '',
    proven: told ? soFarWords(told.cost, told.bound) : '',
  };
}

/** The days of a programme, the one asked for as a grid. */
function gridView({ review }: OpenReview, programme: Programme, job: Job, wanted: string | undefined) {
  const grids = gridOf(review, programme, []);
  const shown = grids.find((g) => String(g.day) === wanted) ?? grids.find((g) => g.day === 1);
  return {
    tabs: grids.map((g) => ({
      ...(g.day === 0
        ? { short: 'Eve', rest: 'ning before' }
        : { short: weekday(review.week, g.day).slice(0, 3), rest: weekday(review.week, g.day).slice(3) }),
      href: addresses.build(review.id, { job: job.id, day: g.day }),
      current: g === shown,
    })),
    grid: shown ? dayView(shown) : null,
    left: listed(programme.unplaced.map((u) => nameOf(review, u.session))),
  };
}

/** What a programme that is offered would change of the draft, in figures. */
function offerView(
  { review, draft }: OpenReview,
  job: Job,
  programme: Programme,
  changedBy: readonly string[],
) {
  const told = toldBy(job);
  const moves = draft ? changesBetween(review, draft.programme, programme).length : 0;
  return {
    stopped: changedBy.length === 0 ? (job.stoppedBy ?? '') : '',
    changedBy: listed(changedBy) || 'Somebody',
    seen: draft?.version ?? 0,
    take: addresses.takeBuilt(review.id),
    keep: addresses.keepOwn(review.id),
    built: told
      ? `${told.placed} of ${counted(told.of, 'session')} placed. ${capital(costWords(told.cost))}.`
      : '',
    mine: draft
      ? `${draft.programme.placements.length} of ${counted(told?.of ?? 0, 'session')} placed. ${capital(costWords(draft.verdict.cost))}.`
      : '',
    moves: counted(moves, 'session is', 'sessions are'),
  };
}

/** How the last building ended, in words; nothing where there is nothing to say of it. */
function endedWords(job: Job | undefined, { week }: OpenReview['review']): string {
  const when = job?.endedAt === undefined ? '' : instantMoment(week, job.endedAt);
  switch (job?.ended) {
    case 'saved':
      return `The last programme was built ${when}, asked for by ${job.by}${job.stoppedBy ? ` and stopped early by ${job.stoppedBy}` : ''}.`;
    case 'nothing':
      return `${job.stoppedBy ?? job.by} stopped the building before there was anything to keep. The programme is as it was.`;
    case 'kept':
      return 'The programme that there was has been kept.';
    default:
      return '';
  }
}

/** How far the building of a programme is, or what has become of it. */
export function buildingView(
  open: OpenReview,
  job: Job | undefined,
  { found, day, late, changedBy, now }: Shown,
) {
  const { review, draft } = open;
  const reading = found === undefined ? undefined : readProgramme(found, review);
  const programme = reading?.ok ? reading.value : undefined;
  const working = job && job.state !== 'ended' ? job : undefined;
  const offered = job?.ended === 'offered' && programme ? job : undefined;
  return {
    working: working ? farView(working, now) : null,
    grid: job && programme ? gridView(open, programme, job, day) : null,
    again: addresses.build(review.id, {
      ...(working && { job: working.id }),
      ...(day !== undefined && /^\d$/.test(day) && { day: Number(day) }),
      wait: 'yes',
    }),
    stop: addresses.stopBuild(review.id),
    failed: job?.ended === 'broke off',
    notWhole: job?.ended === 'not whole' || (job?.ended === 'offered' && !programme),
    late,
    offer: offered && programme ? offerView(open, offered, programme, changedBy) : null,
    last: endedWords(job, review),
    begin: addresses.build(review.id),
    beginText: draft ? 'Build the programme again' : 'Build the programme',
    isBuilt: draft !== undefined,
    locks: review.locks.length > 0 ? counted(review.locks.length, 'lock') : '',
    programme: addresses.programme(review.id),
    alternatives: addresses.alternatives(review.id),
    ready: addresses.ready(review.id),
  };
}
