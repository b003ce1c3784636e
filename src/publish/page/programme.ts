import type { Finding } from '../../check/finding.ts';
import { asHeld, heldIn, type Programme } from '../../programme/programme.ts';
import { nameOf } from '../../review/facts.ts';
import type { Review } from '../../review/review.ts';
import { dayOf } from '../../time/span.ts';
import { type DayGrid, gridOf } from '../grid.ts';
import { otherWaivers, waiversFor } from '../waivers.ts';
import { listed } from '../words.ts';
import { dayView } from './day-view.ts';
import { fitDay, linesOf } from './fit.ts';
import { render } from './render.ts';
import { headerView, teamView } from './sheet.ts';

/** Millimetres of A4 landscape within its margins, and of what stands above and below the table. */
const paper = { width: 277, height: 190, header: 15, before: 7.5, footLine: 3.6, spare: 4 };
const footPoints = 8;

/** The evening before has a page of its own only when sessions are held then: else it is a line above day 1. */
const isAside = (grid: DayGrid): boolean => grid.day === 0 && !grid.rows.some((r) => r.kind === 'sessions');

const asideWords = (grid: DayGrid): string => {
  const things = grid.rows
    .flatMap((r) => r.cells)
    .flatMap((c) => (c.kind === 'event' && !c.continued ? [`${c.title}, ${c.time}, ${c.place}`] : []));
  return `${grid.label}, ${grid.name}: ${things.join('; ')}`;
};

/**
 * The programme as one printable file that opens without a server: a page of A4 landscape a day, in the layout of
 * Appendix 11. `findings` (of `check`) mark the sessions that something is the matter with. A whole HTML document.
 */
export function printablePage(
  review: Review,
  programme: Programme,
  findings: readonly Finding[] = [],
): string {
  const actual = asHeld(review, programme);
  const held = heldIn(actual, programme);
  const grids = gridOf(review, programme, findings);
  const asides = grids.filter((g) => isAside(g) && g.rows.length > 0).map(asideWords);
  const pages = grids.filter((g) => !isAside(g));
  const header = headerView(review, 'on-site programme');
  const team = teamView(review);
  const others = otherWaivers(actual, held);
  const left = programme.unplaced.map((u) => nameOf(review, u.session));
  const days = pages.map((grid, i) => {
    const own = held.filter((h) => dayOf(h.placement.start) === grid.day);
    const foot = {
      page: `Page ${i + 1} of ${pages.length}`,
      team,
      waivers: [...waiversFor(actual, own), ...others],
      left: left.length > 0 && i === pages.length - 1 ? [`${listed(left)}.`] : [],
    };
    const before = i === 0 ? asides : [];
    return { day: grid.day, header, before, grid: dayView(grid), foot };
  });
  const sizes = days.map(({ day, before, grid, foot }) => {
    const key = foot.team.map((p) => `${p.initials} ${p.name}, ${p.role}; `).join('') + foot.page;
    const footLines = [key, ...foot.waivers, ...foot.left]
      .map((text) => linesOf(`Exception agreed. ${text}`, footPoints, paper.width))
      .reduce((a, b) => a + b, 0);
    const beforeLines = before.map((text) => linesOf(text, 10, paper.width)).reduce((a, b) => a + b, 0);
    const above = paper.header + beforeLines * paper.before;
    const fit = fitDay(grid, {
      width: paper.width,
      height: paper.height - above - footLines * paper.footLine - paper.spare,
    });
    // Paper only: on a screen the styles' own sizes hold.
    return `@media print { .sheet--day-${day} .day-grid { --quarter: ${fit.quarter}mm; --team-quarter: ${fit.teamQuarter}mm; --text: ${fit.text}pt; } }`;
  });
  const title = `${review.council}: on-site programme, ${header.version}`;
  return render('programme', { title, days }, ['landscape', 'sheet', 'grid'], sizes);
}
