import { nearest } from '../near.ts';
import { type Column, columns, type TableKind, tableKinds } from './columns.ts';
import type { Sheet } from './sheet.ts';

/** How a table is read: what its rows are, where its headings stand and which column each of them heads. */
export interface Layout {
  /** Undefined: not to be brought in. */
  readonly kind: TableKind | undefined;
  /** The line with the headings, from 1; 0: it has none, and the first line is a row like the others. */
  readonly headings: number;
  /** By place, the id of the column it is; '' for one that is not brought in. */
  readonly columns: readonly string[];
}

/** Headings stand in the first lines, below a title perhaps. */
const LOOKED_AT = 15;

/** A heading in small letters, without signs and without what stands in brackets. */
export const bare = (heading: string): string =>
  heading
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’`]/g, '')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Headings about somebody’s assistant: their name, telephone and diary are not the person’s own. */
const OF_ASSISTANT =
  /^((pa|ea|assistant|secretary|personal assistant|executive assistant)s?|diary (holder|manager|contact|kept))\b/;
const ofAssistant: readonly string[] = ['paName', 'paEmail'];

/** Whether a heading can be another misspelt: one with words of its own says something else. */
const fewer = (heading: string, known: string): boolean =>
  heading.split(' ').length <= known.split(' ').length;

/** How well a heading fits a column: 4 by its own name, 3 by another, 2 misspelt, 1 by a word in it, 0 not at all. */
function fitness(heading: string, column: Column): number {
  if (heading === '') return 0;
  if (heading === bare(column.heading)) return 4;
  if (column.also.includes(heading)) return 3;
  if (OF_ASSISTANT.test(heading) && !ofAssistant.includes(column.id)) return 0;
  const alike = [bare(column.heading), ...column.also].filter((known) => fewer(heading, known));
  if (heading.length >= 5 && nearest(heading, alike)) return 2;
  return column.hints?.some((hint) => heading.length < 60 && ` ${heading}`.includes(` ${hint}`)) ? 1 : 0;
}

/** The column for each heading, each column once, the best fits first. */
function assign(
  headings: readonly string[],
  of: readonly Column[],
): { readonly ids: string[]; readonly score: number } {
  const fits = headings
    .flatMap((heading, place) =>
      of.map((column) => ({ place, column, score: fitness(bare(heading), column) })),
    )
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.place - b.place);
  const ids = headings.map(() => '');
  let score = 0;
  for (const one of fits) {
    if (ids[one.place] !== '' || ids.includes(one.column.id)) continue;
    ids[one.place] = one.column.id;
    score += one.score + (one.column.needed ? 2 : 0);
  }
  return { ids, score };
}

/** What a kind of table can't do without: any of these sets of columns. */
const whole: Readonly<Record<TableKind, readonly (readonly string[])[]>> = {
  people: [['name'], ['first', 'last'], ['email', 'last']],
  sites: [
    ['name', 'address'],
    ['name', 'notes'],
    ['name', 'postcode'],
  ],
  rooms: [
    ['name', 'capacity'],
    ['name', 'site'],
  ],
  sessions: [
    ['title', 'kind'],
    ['title', 'minutes'],
    ['people', 'kind'],
    ['title', 'people'],
    ['title', 'priority'],
  ],
  diaries: [
    ['who', 'day'],
    ['who', 'from'],
    ['who', 'diary'],
  ],
};

const nameOfSheet: readonly (readonly [TableKind, RegExp])[] = [
  ['diaries', /diar|availab|calendar|busy/i],
  ['sessions', /session|interview(?!ee)|focus|visits?\b|programme|timetable/i],
  ['rooms', /room|venue/i],
  ['sites', /site|location|premises|building/i],
  ['people', /people|contact|interviewee|staff|officer|name|attendee|who/i],
];

/** What a sheet seems to hold, by its headings first and by its name where they leave it open. */
export function recognise(sheet: Sheet): Layout {
  let best: (Layout & { readonly score: number }) | undefined;
  const called = nameOfSheet.find(([, words]) => words.test(sheet.name))?.[0];
  let fullest = 0;
  sheet.rows.slice(0, LOOKED_AT).forEach((row, i) => {
    const filled = row.filter((cell) => cell !== '').length;
    // Above headings stand a title and a date, if anything: a line as full as they are is already the table.
    const isBelow = fullest * 2 >= filled && fullest > 1;
    fullest = Math.max(fullest, filled);
    if (isBelow) return;
    for (const kind of tableKinds) {
      const { ids, score } = assign(row, columns[kind]);
      if (!whole[kind].some((set) => set.every((id) => ids.includes(id)))) continue;
      const total = score + (kind === called ? 6 : 0);
      if (!best || total > best.score) best = { kind, headings: i + 1, columns: ids, score: total };
    }
  });
  if (!best) return { kind: undefined, headings: 1, columns: (sheet.rows[0] ?? []).map(() => '') };
  const { kind, headings, columns: found } = best;
  return { kind, headings, columns: withTitles(sheet, headings, found) };
}

/** The layout for a kind and a line of headings that somebody chose: columns by the headings of that line. */
export function layoutAs(sheet: Sheet, kind: TableKind | undefined, headings: number): Layout {
  const width = Math.max(0, ...sheet.rows.slice(0, 200).map((row) => row.length));
  const row = Array.from({ length: width }, (_, i) => sheet.rows[headings - 1]?.[i] ?? '');
  if (!kind || headings === 0) return { kind, headings, columns: row.map(() => '') };
  return { kind, headings, columns: withTitles(sheet, headings, assign(row, columns[kind]).ids) };
}

/** With its heading taken by another meaning, the next best heading may be that column. */
function another(ids: readonly string[], top: readonly string[], id: string): readonly string[] {
  const column = columns.people.find((one) => one.id === id)!;
  const left = ids.map((one, i) => (one === '' ? fitness(bare(top[i] ?? ''), column) : 0));
  const best = Math.max(...left);
  return best > 0 ? ids.with(left.indexOf(best), id) : ids;
}

const COURTESY = /^(mr|mrs|ms|miss|mx|dr|prof|professor|cllr|councillor|sir|dame|lady|lord|rev|revd)\.?$/i;

/**
 * "Title" and "Role" mean two things each. A title is a job title, unless most of those below are Mr, Ms and Dr; a role
 * is what somebody does, a job title, where no other column says it (lines of the list of people to see are known again
 * by job titles too).
 */
function withTitles(sheet: Sheet, headings: number, ids: readonly string[]): readonly string[] {
  const top = sheet.rows[headings - 1] ?? [];
  const mostly = (at: number, is: (value: string) => boolean): boolean => {
    const values = sheet.rows.slice(headings, headings + 50).flatMap((row) => row[at] || []);
    return values.filter(is).length * 2 > values.length;
  };
  const at = (id: string, ...headed: readonly string[]): number =>
    ids.findIndex((one, i) => one === id && headed.includes(bare(top[i] ?? '')));
  const title = at('jobTitle', 'title');
  const settled =
    title >= 0 && !ids.includes('prefix') && mostly(title, (value) => COURTESY.test(value))
      ? another(ids.with(title, 'prefix'), top, 'jobTitle')
      : ids;
  const role = at('roles', 'role', 'roles');
  return role >= 0 && !settled.includes('jobTitle') ? settled.with(role, 'jobTitle') : settled;
}
