import type { Entry } from '../../src/entry/entry.ts';
import type { Clash } from '../../src/entry/merge.ts';
import { diaryFrom, weekOf } from '../../src/intake/diary-entry.ts';
import { readEntry } from '../../src/intake/index.ts';
import { sayDiary } from '../../src/intake/typed-diary/index.ts';
import { listed } from '../../src/publish/words.ts';
import type { DiaryEntry, SpanEntry } from '../../src/review/file.ts';
import type { Week } from '../../src/time/week.ts';

/** A clash as a person reads it. */
export interface ClashLine {
  /** `Priya Shah: job title`. */
  readonly what: string;
  readonly ours: string;
  readonly theirs: string;
}

/** Fields that pages call something else. */
const called: Readonly<Record<string, string>> = {
  spans: 'times',
  contacts: 'people',
  pa: 'who keeps the diary',
};

/** `firstDay` as words: `first day`. */
const words = (field: string): string =>
  called[field] ?? field.replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`);

/** What everything in an entry that has an id is called. */
function namesIn({ review, contacts, peers, sites, rooms, sessions, meetings }: Entry) {
  const names = new Map<string, string>();
  for (const list of [contacts, peers, sites, rooms])
    for (const item of list ?? []) names.set(item.id, item.name);
  const events = review.frame?.days.flatMap((day) => day.events ?? []) ?? [];
  for (const item of [...events, ...(sessions ?? []), ...(meetings ?? [])]) names.set(item.id, item.title);
  return names;
}

type Group = Readonly<Record<string, unknown>>;
const isGroup = (x: unknown): x is Group => typeof x === 'object' && x !== null && !Array.isArray(x);
const isSpan = (x: unknown): x is SpanEntry =>
  isGroup(x) && ('from' in x || 'day' in x) && Object.keys(x).every((key) => /^(?:from|to|day)$/.test(key));
const isDiary = (x: Group): x is DiaryEntry & Group =>
  Object.keys(x).every((key) => /^(?:busy|ifNeeded|preferred)$/.test(key));

/** Says values of an entry as people read them: names for ids, times in words. */
class Said {
  private readonly names: ReadonlyMap<string, string>;
  private readonly week: Week | undefined;

  constructor(entry: Entry | undefined) {
    this.names = entry ? namesIn(entry) : new Map();
    this.week = entry && weekOf(entry.review);
  }

  nameOf = (id: string): string => this.names.get(id) ?? id;

  value(value: unknown): string {
    if (value === undefined) return 'nothing';
    if (value === true) return 'yes';
    if (value === false) return 'no';
    if (typeof value === 'string') return this.nameOf(value);
    if (isSpan(value)) return this.times([value]);
    if (Array.isArray(value)) return value.every(isSpan) ? this.times(value) : this.list(value);
    return isGroup(value) ? this.group(value) : String(value);
  }

  private list(values: readonly unknown[]): string {
    return values.length === 0 ? 'nobody and nothing' : listed(values.map((one) => this.value(one)));
  }

  private times(busy: readonly SpanEntry[]): string {
    return this.diary({ busy }).replace(/^Can’t: /, '');
  }

  private diary(diary: DiaryEntry): string {
    return this.week ? sayDiary(this.week, diaryFrom(this.week, diary)).join(' ') : 'other times';
  }

  /** A diary in words; anything else field by field, what it is called first. */
  private group(group: Group): string {
    if (isDiary(group)) return this.diary(group);
    const { id: _, name, title, ...rest } = group;
    const own = name ?? title;
    return [
      ...(own === undefined ? [] : [String(own)]),
      ...Object.entries(rest).map(([field, value]) => `${words(field)}: ${this.value(value)}`),
    ].join('; ');
  }
}

/** What two people changed at once, each to something else, with the names that the entry has. */
export function clashLines(clashes: readonly Clash[], theirs: string): readonly ClashLine[] {
  const reading = readEntry(theirs);
  const said = new Said(reading.ok ? reading.value : undefined);
  return clashes.map(({ where, before, ours, theirs: other }) => {
    const [list = '', ...rest] = where;
    const [first, ...fields] = list === 'review' ? ['the review', ...rest] : rest;
    // What one of them took out is called as the other has it.
    const known = [other, ours, before].find(isGroup);
    const own = fields.length === 0 ? (known?.name ?? known?.title) : undefined;
    const thing =
      first === undefined
        ? words(list)
        : typeof own === 'string'
          ? own
          : first
              .split(' ')
              .map(said.nameOf)
              .join(list === 'pairings' ? ' and ' : ' ');
    const isItem = fields.length === 0 && known !== undefined;
    const wordsFor = (value: unknown): string =>
      isItem && value === undefined ? 'taken out' : said.value(value);
    return {
      what: [thing, ...fields.map((f) => (said.nameOf(f) === f ? words(f) : said.nameOf(f)))].join(': '),
      ours: wordsFor(ours),
      theirs: wordsFor(other),
    };
  });
}
