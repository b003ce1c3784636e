import type { Clash } from '../../src/entry/merge.ts';
import { readEntry } from '../../src/intake/index.ts';

/** A clash as a person reads it. */
export interface ClashLine {
  /** `Priya Shah: job title`. */
  readonly what: string;
  readonly ours: string;
  readonly theirs: string;
}

/** `firstDay` as words: `first day`. */
const words = (field: string): string => field.replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`);

const shown = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  if (value === true) return 'yes';
  if (value === false) return 'no';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** What two people changed at once, each to something else, with the names that the entry has. */
export function clashLines(clashes: readonly Clash[], theirs: string): readonly ClashLine[] {
  const reading = readEntry(theirs);
  const names = new Map<string, string>();
  if (reading.ok) {
    const { contacts = [], peers = [], sites = [], rooms = [], sessions = [] } = reading.value;
    for (const item of [...contacts, ...peers, ...sites, ...rooms]) names.set(item.id, item.name);
    for (const session of sessions) names.set(session.id, session.title);
  }
  return clashes.map(({ where, ours, theirs: other }) => {
    const [list = '', ...rest] = where;
    const [first, ...fields] = list === 'review' ? ['the review', ...rest] : rest;
    const nameOf = (id: string): string => names.get(id) ?? id;
    const thing =
      first === undefined
        ? words(list)
        : (names.get(first) ??
          first
            .split(' ')
            .map(nameOf)
            .join(list === 'pairings' ? ' and ' : ' '));
    return {
      what: [thing, ...fields.map((f) => names.get(f) ?? words(f))].join(': '),
      ours: shown(ours),
      theirs: shown(other),
    };
  });
}
