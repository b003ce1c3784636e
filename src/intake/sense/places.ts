import { numbered } from '../partly.ts';
import { shown } from '../problem.ts';
import type { Asked } from './asked.ts';

const key = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Rooms are at sites, and it is known how long it takes from every site to every other. */
export function askPlaces(asked: Asked): void {
  for (const [room, i] of numbered(asked.entry.rooms)) asked.refers(['rooms', i, 'site'], room.site, 'sites');
  const given = new Map<string, number>();
  // A pair that could not be read may be the one that seems to be missing.
  let unread = asked.isLost(['travel']);
  for (const [journey, i] of numbered(asked.entry.travel)) {
    const path = ['travel', i, 'between'];
    const [a, b] = journey.between ?? [];
    unread ||= [a, b].some((id) => id === undefined || !asked.known.sites?.has(id));
    asked.refers([...path, 0], a, 'sites');
    asked.refers([...path, 1], b, 'sites');
    if (a === undefined || b === undefined) continue;
    if (a === b) asked.problems.add(path, `goes from ${shown(a)} to itself.`, 'Give two sites.');
    const other = given.get(key(a, b));
    if (other === undefined) given.set(key(a, b), i);
    else
      asked.problems.add(
        path,
        `${shown(a)} and ${shown(b)} are given by travel[${other}] already.`,
        'Keep one of the two.',
      );
  }
  if (unread) return;
  const sites = [...new Set(numbered(asked.entry.sites).flatMap(([site]) => site.id ?? []))];
  sites.forEach((b, i) => {
    for (const a of sites.slice(0, i))
      if (!given.has(key(a, b)))
        asked.problems.add(
          ['travel'],
          `Nothing says how long it takes between ${shown(a)} and ${shown(b)}.`,
          `Add { "between": [${shown(a)}, ${shown(b)}], "minutes": … }.`,
        );
  });
}
