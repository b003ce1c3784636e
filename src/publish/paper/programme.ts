import { dayView } from '../page/day-view.ts';
import { programmePages } from '../programme-pages.ts';
import { dayTable } from './day-table.ts';
import { briefNote, footNotes, keyNote, type Material, paperOf } from './material.ts';
import { onOnePage, type Paper, type Sheet, sheet } from './paper.ts';

function daySheets({ review, programme, findings }: Material): readonly (Sheet & { readonly day: number })[] {
  return programmePages(review, programme, findings).map(({ grid, before, waivers, left }) => {
    const foot = [...keyNote(review), ...footNotes(waivers, left)];
    return {
      day: grid.day,
      ...sheet({
        name: grid.name,
        landscape: true,
        title: `${grid.label}: ${grid.name}`,
        before,
        tables: [{ ...dayTable(dayView(grid)), caption: '' }],
        foot,
        text: onOnePage,
        briefer: {
          tables: [{ ...dayTable(dayView(grid, { brief: true }), true), caption: '' }],
          foot: [...foot, briefNote],
        },
      }),
    };
  });
}

/** The programme, a page of A4 landscape a day, in the layout of Appendix 11. */
export const programmePaper = (material: Material): Paper =>
  paperOf(
    material,
    'on-site programme',
    daySheets(material).map(({ day: _, ...rest }) => rest),
  );

/** One day of it (0 to 5). Undefined where nothing is on that day. */
export function dayPaper(material: Material, which: string): Paper | undefined {
  const found = daySheets(material).find(({ day }) => String(day) === which);
  if (!found) return undefined;
  const { day: _, ...rest } = found;
  return paperOf(material, 'on-site programme', [rest], `on-site programme, ${rest.name}`);
}
