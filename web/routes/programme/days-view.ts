import type { Draft, OpenReview } from '../../../src/actions/open-review.ts';
import { standingOf } from '../../../src/actions/standing.ts';
import { heldIn } from '../../../src/programme/programme.ts';
import { gridOf } from '../../../src/publish/grid.ts';
import { type DayView, dayView } from '../../../src/publish/page/day-view.ts';
import { waiversFor } from '../../../src/publish/waivers.ts';
import { counted, versionWords } from '../../../src/publish/words.ts';
import { dayOf } from '../../../src/time/span.ts';
import { weekday } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import { tagOf } from '../../standing-words.ts';

/** How the draft stands, in a line above it, each figure with the way to the page that says more. */
export function standingView(open: OpenReview, draft: Draft) {
  const standing = standingOf({ ok: true, open });
  const findings = addresses.findings(open.review.id);
  const figures = [
    { n: standing.broken, text: counted(standing.broken, 'finding'), rest: 'to put right', href: findings },
    { n: standing.blocking, text: counted(standing.blocking, 'finding'), rest: 'to settle', href: findings },
    {
      n: draft.programme.unplaced.length,
      text: counted(draft.programme.unplaced.length, 'session'),
      rest: 'left out',
      href: addresses.leftOut(open.review.id),
    },
  ];
  return {
    state: tagOf(standing),
    version: versionWords(open.review),
    figures: figures.filter((f) => f.n > 0).map((f) => ({ text: `${f.text} ${f.rest}`, href: f.href })),
  };
}

/** What the marks of sessions have to say, for those who can't hover over them. Exceptions are told apart. */
const marksView = (days: readonly DayView[]) =>
  days
    .flatMap((day) => day.rows.flatMap((row) => row.cells))
    .flatMap((cell) =>
      cell.marks
        .filter((mark) => mark.more !== '' && mark.kind !== 'exception')
        .map(({ word, more }) => ({
          word,
          more: more.includes(cell.title) ? more : `${cell.title}. ${more}`,
        })),
    );

/** Days as tabs, and the grids of the day asked for (or of all). */
export function daysView({ review, findings }: OpenReview, draft: Draft, wanted: string | undefined) {
  const grids = gridOf(review, draft.programme, findings);
  const asked = grids.filter((g) => String(g.day) === wanted);
  const shown = wanted === 'all' ? grids : asked.length > 0 ? asked : grids.filter((g) => g.day === 1);
  const current = shown.length === 1 ? shown[0]?.day : undefined;
  const hrefOf = (session: string) => addresses.session(review.id, session);
  const views = shown.map((g) => dayView(g, { hrefOf }));
  const held = heldIn(review, draft.programme).filter((h) =>
    shown.some((g) => g.day === dayOf(h.placement.start)),
  );
  return {
    tabs: [
      ...grids.map((g) => ({
        // A phone has room for the first few letters.
        ...(g.day === 0
          ? { short: 'Eve', rest: 'ning before' }
          : { short: weekday(review.week, g.day).slice(0, 3), rest: weekday(review.week, g.day).slice(3) }),
        href: addresses.programme(review.id, { day: g.day }),
        current: g.day === current,
      })),
      {
        short: 'Week',
        rest: '',
        href: addresses.programme(review.id, { day: 'all' }),
        current: current === undefined,
      },
    ],
    grids: views,
    marks: marksView(views),
    waivers: waiversFor(review, held),
    team: review.peers.map(({ initials, name }) => ({ initials, name })),
  };
}
