import type { Finding } from '../../check/finding.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Review } from '../../review/review.ts';
import { briefNote } from '../paper/material.ts';
import type { Paper } from '../paper/paper.ts';
import { type ProgrammePage, programmePages } from '../programme-pages.ts';
import type { Stamp } from '../stamp.ts';
import { type DayView, dayView } from './day-view.ts';
import { type Fit, type Format, fitDay, fitSmall, linesOf, type Room, tries } from './fit.ts';
import { sheetViews } from './paper.ts';
import { render } from './render.ts';
import { type FootView, headerView, teamView } from './sheet.ts';

/** Millimetres of what stands above and below the table. */
const takes = { header: 15, before: 7.5, footLine: 3.75, spare: 4 };
const footPoints = 8.5;

/** What a page leaves the table of a day. */
function roomFor(before: readonly string[], foot: FootView, { long: width, short: height }: Format): Room {
  const key = foot.team.map((p) => `${p.initials} ${p.name}, ${p.role}; `).join('') + foot.page;
  const footLines = [key, ...foot.waivers, ...foot.left, ...(foot.brief ? [foot.brief.text] : [])]
    .map((text) => linesOf(`Exception agreed. ${text}`, footPoints, width))
    .reduce((a, b) => a + b, 0);
  const beforeLines = before.map((text) => linesOf(text, 10, width)).reduce((a, b) => a + b, 0);
  const above = takes.header + beforeLines * takes.before;
  return { width, height: height - above - footLines * takes.footLine - takes.spare };
}

interface Fitted {
  readonly grid: DayView;
  readonly foot: FootView;
  readonly a3: boolean;
  readonly fit: Fit;
}

/** A day as it goes on one page: in which words, on which paper, in letters how large. */
function fitted({ grid, before }: ProgrammePage, foot: FootView): Fitted {
  const wording = (brief: boolean) => ({
    grid: dayView(grid, { brief }),
    foot: { ...foot, brief: brief ? briefNote : null },
  });
  const laid = tries.map(({ format, brief }) => {
    const words = wording(brief);
    return { ...words, a3: format.a3, room: roomFor(before, words.foot, format) };
  });
  for (const one of laid) {
    const fit = fitDay(one.grid, one.room);
    if (fit) return { ...one, fit };
  }
  const last = laid.at(-1)!;
  return { ...last, fit: fitSmall(last.grid, last.room) };
}

/** What of a programme is printed. */
interface Wanted {
  /** One day of it, 0 to 5; all where none is named. */
  readonly day?: string;
  /** Put behind it. */
  readonly behind?: Paper;
}

/** The programme as one HTML document, or a day of it. Undefined where nothing is on that day. */
export function programmePrint(
  review: Review,
  programme: Programme,
  findings: readonly Finding[],
  stamp: Stamp | undefined,
  { day: only, behind }: Wanted = {},
): string | undefined {
  const pages = programmePages(review, programme, findings).filter(
    ({ grid }) => only === undefined || String(grid.day) === only,
  );
  if (pages.length === 0 && only !== undefined) return undefined;
  const header = headerView(review, 'on-site programme', stamp);
  const team = teamView(review);
  const days = pages.map((page, i) => {
    const { waivers, left, before, grid } = page;
    const number = only === undefined ? `Page ${i + 1} of ${pages.length}` : '';
    const foot = { page: number, team, waivers, left, brief: null };
    return { day: grid.day, header, before, ...fitted(page, foot) };
  });
  // Paper only: on a screen the styles' own sizes hold.
  const sizes = days.map(
    ({ day, fit }) =>
      `@media print { .sheet--day-${day} .day-grid { --quarter: ${fit.quarter}mm; --team-quarter: ${fit.teamQuarter}mm; --text: ${fit.text}pt; } }`,
  );
  const [first] = pages;
  const what = only === undefined || !first ? 'on-site programme' : `${first.grid.label}: ${first.grid.name}`;
  const title = `${review.council}: ${what}, ${header.version}`;
  const annex = behind ? sheetViews(behind) : { sheets: [], sizes: [] };
  return render(
    'programme',
    { title, days, annex: annex.sheets },
    ['landscape', 'sheet', 'grid', ...(behind ? ['paper'] : [])],
    [...sizes, ...annex.sizes],
  );
}

/**
 * The programme as one printable file that opens without a server: a page of A4 landscape a day, in the layout of
 * Appendix 11. `findings` (of `check`) mark the sessions that something is the matter with. A whole HTML document.
 */
export const printablePage = (
  review: Review,
  programme: Programme,
  findings: readonly Finding[] = [],
  stamp?: Stamp,
): string => programmePrint(review, programme, findings, stamp)!;
