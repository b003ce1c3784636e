import { type DiaryList, setDiary } from '../../entry/diaries.ts';
import type { Entry } from '../../entry/entry.ts';
import { diaryEntry, diaryFrom, weekOf } from '../diary-entry.ts';
import { sayDiary } from '../typed-diary/index.ts';
import { cut } from './cells.ts';
import { brought, type DiaryMode, type Times, timesIn } from './diary-times.ts';
import { find } from './names.ts';
import type { RowOutcome } from './outcome.ts';
import type { Row } from './row.ts';
import type { SoFar } from './settle.ts';

interface Whose {
  readonly list: DiaryList;
  readonly id: string;
  readonly name: string;
}

interface ReadRow {
  readonly row: Row;
  readonly whose: Whose | undefined;
  readonly times: readonly Times[] | undefined;
}

/**
 * Brings in a table of diaries: every row one stretch of time, or words about a week; rows about the same person or
 * place belong together. Where somebody's rows only say when they are free, they can't at all other times. `lists`: whose
 * diaries may be changed.
 */
export function bringDiaries(
  so: SoFar,
  rows: readonly Row[],
  mode: DiaryMode,
  lists: readonly DiaryList[],
): { readonly so: SoFar; readonly outcomes: readonly RowOutcome[] } {
  const week = weekOf(so.entry.review);
  const read = rows.map((row): ReadRow => {
    if (!week)
      row.note('', 'The week of the review is not known yet.', 'Give the first day of the week first.');
    const whose = whoseIn(so.entry, row, lists);
    return { row, whose, times: week && timesIn(so.entry, week, row) };
  });
  let entry = so.entry;
  const changed = new Map<string, RowOutcome['changes']>();
  for (const own of byPerson(read)) {
    const { whose } = own[0]!;
    const item = whose && entry[whose.list]?.find((i) => i.id === whose.id);
    if (!week || !whose || !item || own.every((r) => r.times === undefined)) continue;
    const before = diaryFrom(week, item.diary);
    const after = brought(
      before,
      own.flatMap((r) => r.times ?? []),
      mode,
    );
    const [was, now] = [item.diary ? sayDiary(week, before).join(' ') : '', sayDiary(week, after).join(' ')];
    if (was === now) continue;
    entry = setDiary(whose.list, whose.id, diaryEntry(week, after) ?? {})(entry);
    changed.set(keyOf(whose), [{ field: 'Diary', from: was, to: now }]);
  }
  return { so: { ...so, entry }, outcomes: outcomesOf(read, changed) };
}

const keyOf = ({ list, id }: Whose): string => `${list} ${id}`;

function byPerson(read: readonly ReadRow[]): readonly (readonly ReadRow[])[] {
  const found = new Map<string, ReadRow[]>();
  for (const one of read) {
    if (!one.whose) continue;
    const key = keyOf(one.whose);
    found.set(key, [...(found.get(key) ?? []), one]);
  }
  return [...found.values()];
}

/** All rows of a diary make one change: the first of them tells it. */
function outcomesOf(
  read: readonly ReadRow[],
  changed: ReadonlyMap<string, RowOutcome['changes']>,
): readonly RowOutcome[] {
  const told = new Set<string>();
  return read.map(({ row, whose, times }): RowOutcome => {
    const key = whose ? keyOf(whose) : '';
    const changes = changed.get(key) ?? [];
    const tells = times !== undefined && !told.has(key);
    if (tells) told.add(key);
    return {
      sheet: row.sheet,
      line: row.line,
      kind: 'diaries',
      does: !whose || times === undefined ? 'leave' : changes.length > 0 ? 'change' : 'same',
      name: whose?.name ?? row.line1('who'),
      ...(whose && { item: { list: whose.list, id: whose.id } }),
      changes: tells ? changes : [],
      notes: row.notes,
      remarks: row.remarks,
    };
  });
}

function whoseIn(entry: Entry, row: Row, lists: readonly DiaryList[]): Whose | undefined {
  const text = row.line1('who');
  if (text === '') {
    row.note('who', 'Whose diary it is is not said.', 'Write a name, an e-mail address or a Peerweek id.');
    return undefined;
  }
  const found = lists.map((list) => ({
    list,
    found: find<{ id: string; name: string; email?: string }>(entry[list] ?? [], text),
  }));
  const ones = found.flatMap(({ list, found: f }) =>
    f.is === 'one' ? [{ list, id: f.item.id, name: f.item.name }] : [],
  );
  if (ones.length === 1 && found.every(({ found: f }) => f.is !== 'several')) return ones[0];
  const near = found.flatMap(({ found: f }) => (f.is === 'none' && f.near ? [f.near] : []))[0];
  if (ones.length > 0 || found.some(({ found: f }) => f.is === 'several'))
    row.note('who', `“${cut(text)}” is the name of several.`, 'Write the e-mail address or the Peerweek id.');
  else
    row.note(
      'who',
      `There is nobody and nothing called “${cut(text)}” in the review.`,
      near ? `Did you mean “${near}”?` : 'Bring in the people and rooms first, or mend the name.',
    );
  return undefined;
}
