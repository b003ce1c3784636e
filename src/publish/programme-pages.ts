import type { Finding } from '../check/finding.ts';
import { asHeld, heldIn, type Programme } from '../programme/programme.ts';
import { nameOf } from '../review/facts.ts';
import type { Review } from '../review/review.ts';
import { dayOf } from '../time/span.ts';
import { type DayGrid, gridOf } from './grid.ts';
import { otherWaivers, waiversFor } from './waivers.ts';
import { listed } from './words.ts';

/** A day of the programme as it goes on a page of its own. */
export interface ProgrammePage {
  readonly grid: DayGrid;
  /** Said above it: the evening before. */
  readonly before: readonly string[];
  /** The exceptions that its sessions rest on. */
  readonly waivers: readonly string[];
  /** On the last page, what has no place. */
  readonly left: readonly string[];
}

/** The evening before has a page of its own only when sessions are held then: else it is a line above day 1. */
const isAside = (grid: DayGrid): boolean => grid.day === 0 && !grid.rows.some((r) => r.kind === 'sessions');

const asideWords = (grid: DayGrid): string => {
  const things = grid.rows
    .flatMap((r) => r.cells)
    .flatMap((c) => (c.kind === 'event' && !c.continued ? [`${c.title}, ${c.time}, ${c.place}`] : []));
  return `${grid.label}, ${grid.name}: ${things.join('; ')}`;
};

/** The programme in pages, a day each. `findings` (of `check`) put their marks on the cells. */
export function programmePages(
  review: Review,
  programme: Programme,
  findings: readonly Finding[] = [],
): readonly ProgrammePage[] {
  const actual = asHeld(review, programme);
  const held = heldIn(actual, programme);
  const grids = gridOf(review, programme, findings);
  const asides = grids.filter((g) => isAside(g) && g.rows.length > 0).map(asideWords);
  const pages = grids.filter((g) => !isAside(g));
  const others = otherWaivers(actual, held);
  const left = programme.unplaced.map((u) => nameOf(review, u.session));
  return pages.map((grid, i) => ({
    grid,
    before: i === 0 ? asides : [],
    waivers: [
      ...waiversFor(
        actual,
        held.filter((h) => dayOf(h.placement.start) === grid.day),
      ),
      ...others,
    ],
    left: left.length > 0 && i === pages.length - 1 ? [`${listed(left)}.`] : [],
  }));
}
