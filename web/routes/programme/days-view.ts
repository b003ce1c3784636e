import type { Draft, OpenReview } from '../../../src/actions/open-review.ts';
import { standingOf } from '../../../src/actions/standing.ts';
import { heldIn } from '../../../src/programme/programme.ts';
import { gridOf } from '../../../src/publish/grid.ts';
import { type DayView, dayView } from '../../../src/publish/page/day-view.ts';
import { waiversFor } from '../../../src/publish/waivers.ts';
import { counted, versionWords } from '../../../src/publish/words.ts';
import { dayOf } from '../../../src/time/span.ts';
import { weekday } from '../../../src/time/words.ts';
import { addresses, type DraftAddresses } from '../../addresses.ts';
import { tagOf } from '../../standing-words.ts';
import type { PickView } from './pick-view.ts';

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

/** How many places a day has for the session that is picked. */
const openOn = (pick: PickView | null, day: number): string => {
  const places = pick?.places.filter((p) => dayOf(p.start) === day) ?? [];
  const free = places.filter((p) => p.state === 'free' || p.state === 'moves').length;
  return places.length === 0 ? '' : counted(free, 'place');
};

/** Which day is asked for; the first day where it is none. */
export const dayAsked = (wanted: string | undefined): number | 'all' =>
  wanted === 'all' ? 'all' : wanted !== undefined && /^[0-5]$/.test(wanted) ? Number(wanted) : 1;

/** Days as tabs, and the grids of the day asked for (or of all). */
export function daysView(
  { review, findings }: OpenReview,
  draft: Draft,
  wanted: string | undefined,
  at: DraftAddresses,
  pick: PickView | null,
) {
  const grids = gridOf(review, draft.programme, findings);
  const asked = grids.filter((g) => String(g.day) === wanted);
  const shown = wanted === 'all' ? grids : asked.length > 0 ? asked : grids.filter((g) => g.day === 1);
  const current = shown.length === 1 ? shown[0]?.day : undefined;
  const day = current ?? 'all';
  const hrefOf = (session: string) => at.grid({ day, pick: session });
  const views = shown.map((g) =>
    dayView(g, {
      hrefOf,
      drag: true,
      ...(pick && { pick }),
    }),
  );
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
        href: at.grid({ day: g.day, pick: pick?.id }),
        current: g.day === current,
        open: openOn(pick, g.day),
      })),
      {
        short: 'Week',
        rest: '',
        href: at.grid({ day: 'all', pick: pick?.id }),
        current: current === undefined,
        open: '',
      },
    ],
    grids: views,
    marks: marksView(views),
    waivers: waiversFor(review, held),
    team: review.peers.map(({ initials, name }) => ({ initials, name })),
  };
}
