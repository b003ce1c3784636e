import type { HoursOfWeek } from '../../../solver/explain/hours/hours.ts';
import type { Work } from '../../../src/actions/kept-work.ts';
import type { Light } from '../../../src/actions/lights.ts';
import type { OpenReview } from '../../../src/actions/open-review.ts';
import { checkReview } from '../../../src/check/check.ts';
import type { Finding } from '../../../src/check/finding.ts';
import type { Entry } from '../../../src/entry/entry.ts';
import type { Problem } from '../../../src/intake/index.ts';
import { counted } from '../../../src/publish/words.ts';
import { nameOf } from '../../../src/review/facts.ts';
import { teamIsMissing, usualTeamSize } from '../../../src/review/usual-team.ts';
import { draftWeeks } from '../../../src/rules/rough-draft-early.ts';
import { limitIn } from '../../../src/rules/rule.ts';
import { approvalDays } from '../../../src/rules/two-weeks-before.ts';
import { dateOfInstant, daysUntil } from '../../../src/time/week.ts';
import { dayAndYear } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import { seatsView } from '../list/seats-view.ts';
import { problemLines } from '../mend-links.ts';
import { missingDetails } from './details.ts';
import { pictureView } from './picture-view.ts';

export interface Asked {
  readonly entry: Entry;
  readonly problems: readonly Problem[];
  readonly open: OpenReview | undefined;
  readonly light: Work<Light, never> | undefined;
  /** The light as it was last, perhaps before something was entered. */
  readonly last: Light | undefined;
  /** Undefined while there is nothing to place. */
  readonly picture: HoursOfWeek | undefined;
  readonly now: Date;
}

const lastWords: Readonly<Record<Light['is'], string>> = {
  works: 'every session could be held.',
  short: 'all that must be held could be, and something else was left out.',
  stuck: 'not everything that must be held could be.',
};

/** The light and its words: colour is never the only sign. */
function lightView({ entry, problems, open, light, last }: Asked) {
  const review = entry.review.id;
  if (!open || !light)
    return {
      level: 'wait',
      says: `Not yet: ${counted(problems.length, 'thing has', 'things have')} to be put right before a programme can be built.`,
      more: [],
      again: '',
      conflicts: [],
    };
  if (light.state === 'done') return foundView(open, light.found);
  if (light.state === 'failed')
    return {
      level: 'wait',
      says: 'It could not be found out whether the week works: the search broke off.',
      more: [],
      again: `${addresses.ready(review)}?wait=yes`,
      conflicts: [],
    };
  return {
    level: 'wait',
    says: 'Trying whether everything fits into the week …',
    more: last ? [`Before the last change: ${lastWords[last.is]}`] : [],
    again: `${addresses.ready(review)}?wait=yes`,
    conflicts: [],
  };
}

/** So many names are read; more are counted. */
const MOST_NAMED = 8;

const fewOf = (names: readonly string[]): readonly string[] =>
  names.length <= MOST_NAMED + 1
    ? names
    : [...names.slice(0, MOST_NAMED), `and ${names.length - MOST_NAMED} more`];

function foundView({ review }: OpenReview, { is, leftOut, proven, conflicts }: Light) {
  const names = fewOf(leftOut.map((id) => nameOf(review, id)));
  if (review.sessions.length === 0)
    return {
      level: 'wait',
      says: 'There is nothing to place yet.',
      more: [],
      again: '',
      conflicts: [],
    };
  if (is === 'works')
    return {
      level: 'works',
      says: 'The week works: every session can be held with what is entered now.',
      more: [],
      again: '',
      conflicts: [],
    };
  if (is === 'short')
    return {
      level: 'short',
      says: `The week works, with ${counted(leftOut.length, 'session')} left out that need not be held.`,
      more: names,
      again: '',
      conflicts: [],
    };
  return {
    level: 'stuck',
    says: proven
      ? 'The week does not work as it is entered: not everything that must be held can be.'
      : 'No programme was found that holds everything that must be held.',
    more: names,
    again: '',
    conflicts: conflicts.map(({ sentence, mends, because = [] }) => ({
      sentence,
      because: because.filter((b) => !sentence.includes(b.slice(0, -1))),
      mends,
    })),
  };
}

/** Days until the draft and the approval are due. */
function datesView({ entry, open, now }: Asked) {
  const { firstDay, timeZone: zone = 'Europe/London', limits = {}, sharedAt, approvedAt } = entry.review;
  const week = { firstDay, zone };
  const toGo = daysUntil(week, dateOfInstant(week, now.toISOString()));
  const due = (what: string, before: number, done: boolean) => {
    const left = toGo - before;
    const days = counted(Math.abs(left), 'day');
    return {
      what,
      on: dayAndYear(week, 1 - before),
      left: done ? 'done' : left > 0 ? `${days} left` : left === 0 ? 'today' : `${days} late`,
      late: !done && left < 0,
    };
  };
  return [
    due(
      'The rough draft goes to the review manager',
      7 * limitIn({ limits }, draftWeeks),
      sharedAt !== undefined,
    ),
    due('The programme is approved', limitIn({ limits }, approvalDays), approvedAt !== undefined),
    {
      what: 'The team arrives',
      on: dayAndYear(week, 1),
      left: toGo > 0 ? `${counted(toGo, 'day')} to go` : open ? 'now or past' : '',
      late: false,
    },
  ];
}

const isUncovered = (finding: Finding): boolean => finding.rule === 'people-to-see';

/** Rules that speak of dates: these stand above already. */
const ofDates = new Set(['rough-draft-early', 'two-weeks-before']);

/** Are we ready to build the programme, and if not, what is missing? */
export function readyView(asked: Asked) {
  const { entry, problems, open, picture } = asked;
  const review = entry.review.id;
  const findings = open ? checkReview(open.review, { today: open.today }) : [];
  const others = findings.filter((f) => !isUncovered(f) && !ofDates.has(f.rule));
  return {
    light: lightView(asked),
    dates: datesView(asked),
    problems: problemLines(entry, problems),
    uncovered: findings.filter(isUncovered).map((f) => f.sentence),
    list: addresses.list(review),
    missing: missingDetails(entry),
    checks: others.map((f) => ({
      sentence: f.sentence,
      rule: addresses.rule(f.rule),
      blocks: f.blocksApproval,
    })),
    picture: open && picture ? pictureView(open.review, picture) : null,
    assumed: open && teamIsMissing(open.review) ? usualTeamSize(open.review) : 0,
    peers: addresses.peers(review),
    seats: seatsView(entry),
    build:
      open && open.review.sessions.length > 0 && !teamIsMissing(open.review) ? addresses.build(review) : '',
    isBuilt: open?.draft !== undefined,
    behind: open?.draft?.behind ?? false,
    programme: addresses.programme(review),
  };
}
