import type { Finding } from '../../check/finding.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Review } from '../../review/review.ts';
import { programmePages } from '../programme-pages.ts';
import type { Stamp } from '../stamp.ts';
import { dayView } from './day-view.ts';
import { fitDay, linesOf } from './fit.ts';
import { render } from './render.ts';
import { headerView, teamView } from './sheet.ts';

/** Millimetres of A4 landscape within its margins, and of what stands above and below the table. */
const paper = { width: 277, height: 190, header: 15, before: 7.5, footLine: 3.6, spare: 4 };
const footPoints = 8;

/**
 * The programme as one printable file that opens without a server: a page of A4 landscape a day, in the layout of
 * Appendix 11. `findings` (of `check`) mark the sessions that something is the matter with. A whole HTML document.
 */
export function printablePage(
  review: Review,
  programme: Programme,
  findings: readonly Finding[] = [],
  stamp?: Stamp,
): string {
  const pages = programmePages(review, programme, findings);
  const header = headerView(review, 'on-site programme', stamp);
  const team = teamView(review);
  const days = pages.map(({ grid, before, waivers, left }, i) => ({
    day: grid.day,
    header,
    before,
    grid: dayView(grid),
    foot: { page: `Page ${i + 1} of ${pages.length}`, team, waivers, left },
  }));
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
