import type { Work } from '../../../src/actions/kept-work.ts';
import type { OpenReview } from '../../../src/actions/open-review.ts';
import type { Became } from '../../../src/actions/week/became.ts';
import type { OpenHappening } from '../../../src/actions/week/open-happening.ts';
import type { Found, Way } from '../../../src/actions/week/ways.ts';
import { changeName, changesBetween } from '../../../src/programme/changes.ts';
import { happenedWords } from '../../../src/publish/happened-words.ts';
import { programmeToJson } from '../../../src/publish/json.ts';
import { type Telling, tellings } from '../../../src/publish/telling.ts';
import { counted, listed } from '../../../src/publish/words.ts';
import { nameOf, namesOf } from '../../../src/review/facts.ts';
import type { Review } from '../../../src/review/review.ts';
import { isSampleId } from '../../../src/review/sample-id.ts';
import { instantMoment, momentName } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import { blockView } from '../agree/blocks-view.ts';
import { happeningLine } from './now-view.ts';

const tellingView = (telling: Telling) => ({
  ...telling,
  reach: [telling.phone, telling.email].filter(Boolean).join(', '),
});

interface Shown {
  readonly open: OpenReview;
  readonly opened: OpenHappening;
  readonly work: Work<Found, never>;
  /** The version of the agreement. */
  readonly agreement: number;
  readonly isManager: boolean;
  readonly late: boolean;
  readonly became: Became | undefined;
}

/** One way to mend it: what it changes, whom it disturbs, and what would still stand in the way of approving it. */
function wayView({ open, opened }: Shown, review: Review, way: Way, n: number) {
  const { changes, disturbed, programme, blocks } = way;
  const moved = [
    disturbed.times > 0
      ? counted(disturbed.times, 'session at another time', 'sessions at another time')
      : '',
    disturbed.places > 0
      ? counted(disturbed.places, 'session in another place', 'sessions in another place')
      : '',
    disturbed.pairs > 0
      ? counted(disturbed.pairs, 'session with other peers', 'sessions with other peers')
      : '',
  ].filter(Boolean);
  const { adds } = opened.happening;
  const why = programme.unplaced.find((u) => u.session === adds)?.because ?? [];
  const noPlace = adds !== undefined && !programme.placements.some((p) => p.session === adds);
  const waiting = opened.release
    ? changesBetween(review, opened.release.programme, programme).length - changes.length
    : 0;
  return {
    number: String(n + 1),
    canBe: changes.length > 0,
    none: noPlace
      ? ['There is no place for it in what is left of the week, even where others move.', ...why].join(' ')
      : 'Everything that is still to come can stay where it is.',
    title:
      changes.length === 0
        ? noPlace
          ? 'No place was found'
          : 'Nothing has to change'
        : counted(changes.length, 'session changes', 'sessions change'),
    moved: moved.length === 0 ? '' : `${listed(moved)}.`,
    people:
      disturbed.people === 0
        ? 'Nobody who is seen has another time.'
        : `${counted(disturbed.people, 'person who is seen has another time', 'people who are seen have another time')}.`,
    changes: changes.map((change) => changeName(review, { ...change, tell: [] })),
    tell: namesOf(review, [...new Set(changes.flatMap((c) => c.tell))]),
    told: disturbed.told === 0 ? '' : `${disturbed.told} of those seen had been told of the time before.`,
    blocks: blocks.map((block) => blockView({ ...open, review }, block).says),
    also: waiting > 0 ? counted(waiting, 'change', 'changes') : '',
    programme: programmeToJson(review, programme),
  };
}

/** Something that happened: the ways to mend it, side by side; or, once it was decided, whom to tell in what words. */
export function happeningView(shown: Shown) {
  const { open, opened, work, agreement, isManager, late, became } = shown;
  const { review } = open;
  const { happening, moment, after, release, draft } = opened;
  const isOpen = happening.state === 'open';
  const found = work.state === 'done' && isOpen ? work.found : undefined;
  const before = new Set(draft.verdict.broken.map((f) => f.sentence));
  const entered = after.ok ? after.asked.review : review;
  const ways = found?.ways.map((way, n) => wayView(shown, entered, way, n)) ?? [];
  return {
    title: happenedWords(review, happening),
    line: happeningLine(review, happening),
    said: happening.note,
    back: addresses.week(review.id, { at: happening.rehearsed ? moment.local : undefined }),
    rehearsed: happening.rehearsed,
    now: momentName(review.week, moment.minute),
    mayApply: !happening.rehearsed || isSampleId(review.id),
    late,
    isOpen,
    settled:
      happening.settledAt === undefined
        ? ''
        : `${happening.settledBy}, ${instantMoment(review.week, happening.settledAt)}`,
    problems: after.ok ? [] : after.problems.map((p) => `${p.what} ${p.mend}`),
    working: isOpen && work.state === 'working',
    failed: isOpen && work.state === 'failed',
    again: addresses.happening(review.id, happening.id, undefined, { wait: 'yes' }),
    ways,
    hasWays: ways.length > 0,
    asItIs: (found?.asItIs ?? []).map((f) => f.sentence).filter((says) => !before.has(says)),
    adds:
      happening.adds === undefined || !ways.some((way) => way.canBe) ? '' : nameOf(entered, happening.adds),
    apply: addresses.happening(review.id, happening.id, 'apply'),
    leave: addresses.happening(review.id, happening.id, 'leave'),
    withdraw: addresses.happening(review.id, happening.id, 'withdraw'),
    seen: String(happening.version),
    draft: String(draft.version),
    agreement: String(agreement),
    mayApprove: isManager && release !== undefined,
    waits: !isManager && release !== undefined,
    release:
      happening.release === undefined
        ? null
        : {
            text: `Release ${happening.release}`,
            href: addresses.release(review.id, happening.release),
            compare:
              happening.release > 1
                ? addresses.compareReleases(review.id, happening.release - 1, happening.release)
                : '',
          },
    letters: happening.release === undefined ? '' : addresses.letters(review.id),
    toApprove:
      happening.state === 'mended' && happening.release === undefined && release !== undefined
        ? addresses.agree(review.id)
        : '',
    changed: became ? became.changes.map((c) => changeName(became.review, { ...c, tell: [] })) : [],
    tell: became ? tellings(became.review, became.changes).map(tellingView) : [],
    hasTell: became !== undefined && became.changes.length > 0,
  };
}
