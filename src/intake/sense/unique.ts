import { standardThemes } from '../../review/themes.ts';
import { numbered } from '../partly.ts';
import { type Path, pathText, shown } from '../problem.ts';
import type { Asked } from './asked.ts';

interface Named {
  readonly id?: string | undefined;
}

/**
 * No id stands for two things of one sort. Peers and contacts are one sort (people), as rooms and sites are (places),
 * since waivers and findings name them by id alone.
 */
export function askUnique(asked: Asked): void {
  const { entry } = asked;
  const at = (path: Path, list: readonly (Named | undefined)[] | undefined) =>
    numbered(list).map(([item, i]) => [[...path, i], item.id] as const);
  once(asked, [...at(['peers'], entry.peers), ...at(['contacts'], entry.contacts)]);
  once(asked, [...at(['sites'], entry.sites), ...at(['rooms'], entry.rooms)]);
  once(asked, at(['sessions'], entry.sessions));
  once(asked, at(['meetings'], entry.meetings));
  once(
    asked,
    at(['review', 'keyLinesOfEnquiry'], entry.review?.keyLinesOfEnquiry),
    standardThemes.map((t) => [t.id, 'a standard theme']),
  );
  const days = numbered(entry.review?.frame?.days);
  for (const list of ['events', 'windows'] as const)
    once(
      asked,
      days.flatMap(([day, i]) => at(['review', 'frame', 'days', i, list], day[list])),
    );
}

function once(
  asked: Asked,
  things: readonly (readonly [Path, string | undefined])[],
  taken: readonly (readonly [string, string])[] = [],
): void {
  const owners = new Map<string, string>(taken);
  for (const [path, id] of things) {
    if (id === undefined) continue;
    const owner = owners.get(id);
    if (owner === undefined) owners.set(id, pathText(path));
    else
      asked.problems.add(
        [...path, 'id'],
        `${shown(id)} is the id of ${owner} already.`,
        'Give each its own id.',
      );
  }
}
