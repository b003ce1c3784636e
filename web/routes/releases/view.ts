import type { OpenRelease } from '../../../src/actions/amendments.ts';
import { check } from '../../../src/check/check.ts';
import { type Change, changeName } from '../../../src/programme/changes.ts';
import { gridOf } from '../../../src/publish/grid.ts';
import { dayView } from '../../../src/publish/page/day-view.ts';
import { nameOf } from '../../../src/review/facts.ts';
import type { ReleaseLine } from '../../../src/store/agreement-port.ts';
import type { Week } from '../../../src/time/week.ts';
import { instantMoment } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';

const approved = (week: Week, { by, at }: ReleaseLine): string => `${by}, ${instantMoment(week, at)}`;

export function releasesView(id: string, week: Week, lines: readonly ReleaseLine[], works: boolean) {
  return {
    agree: works ? addresses.agree(id) : '',
    releases: lines.toReversed().map((line, n, all) => ({
      text: `Release ${line.number}`,
      href: addresses.release(id, line.number),
      holds: n === 0,
      by: approved(week, line),
      note: line.note,
      compare: n === all.length - 1 ? '' : addresses.compareReleases(id, line.number - 1, line.number),
      before: `Release ${line.number - 1}`,
    })),
  };
}

export function releaseView({ line, review, programme }: OpenRelease, lines: readonly ReleaseLine[]) {
  const last = lines.at(-1)?.number ?? line.number;
  return {
    title: `Release ${line.number}`,
    holds: line.number === last,
    latest: addresses.release(review.id, last),
    by: approved(review.week, line),
    note: line.note,
    // Enough of it to tell two prints apart by eye; the whole is in the record.
    hash: line.hash.slice(0, 12),
    releases: addresses.releases(review.id),
    compare: line.number === last ? '' : addresses.compareReleases(review.id, line.number, last),
    days: gridOf(review, programme, check(review, programme)).map((grid) => dayView(grid)),
  };
}

export function comparisonView(
  before: OpenRelease,
  after: OpenRelease,
  changes: readonly Change[],
  who: string | undefined,
) {
  const { review } = after;
  const own = who === undefined ? changes : changes.filter((c) => c.tell.includes(who));
  const touched = [...new Set(changes.flatMap((c) => c.tell))];
  return {
    title: `From release ${before.line.number} to release ${after.line.number}`,
    by: approved(review.week, after.line),
    lines: own.map((change) => changeName(review, change)),
    whole: who === undefined,
    who: who === undefined ? '' : nameOf(review, who),
    all: addresses.compareReleases(review.id, before.line.number, after.line.number),
    people: touched.map((id) => ({
      name: nameOf(review, id),
      href: `${addresses.compareReleases(review.id, before.line.number, after.line.number)}?who=${encodeURIComponent(id)}`,
    })),
    paper: addresses.comparisonPaper(review.id, before.line.number, after.line.number, '', who),
    pdf: addresses.comparisonPaper(review.id, before.line.number, after.line.number, '.pdf', who),
    releases: addresses.releases(review.id),
  };
}
