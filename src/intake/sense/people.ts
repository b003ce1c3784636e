import { numbered } from '../partly.ts';
import { type Path, shown } from '../problem.ts';
import type { Asked } from './asked.ts';

/** Peers, their pairings, and contacts: what they refer to, and what can't both be. */
export function askPeople(asked: Asked): void {
  const initials = new Map<string, number>();
  for (const [peer, i] of numbered(asked.entry.peers)) {
    const at = ['peers', i];
    asked.refersAll([...at, 'themes'], peer.themes, 'themes');
    asked.refersAll([...at, 'knows'], peer.knows, 'contacts');
    if (peer.initials === undefined) continue;
    const other = initials.get(peer.initials);
    if (other === undefined) initials.set(peer.initials, i);
    else
      asked.problems.add(
        [...at, 'initials'],
        `${shown(peer.initials)} are those of peers[${other}] already.`,
        'Give each peer their own, or leave them out.',
      );
  }
  for (const [contact, i] of numbered(asked.entry.contacts))
    asked.refers(['contacts', i, 'office', 'site'], contact.office?.site, 'sites');
  askPairings(asked);
}

function askPairings(asked: Asked): void {
  const forbidden = new Map<string, Path>();
  const key = (a: string, b: string) => [a, b].sort().join(' ');
  for (const list of ['forbidden', 'fixed', 'preferred'] as const)
    for (const [pair, i] of numbered(asked.entry.pairings?.[list])) {
      const path = ['pairings', list, i];
      const [a, b] = pair;
      asked.refers([...path, 0], a, 'peers');
      asked.refers([...path, 1], b, 'peers');
      if (a === undefined || b === undefined) continue;
      if (a === b) asked.problems.add(path, `pairs ${shown(a)} with themselves.`, 'Give two peers.');
      if (list === 'forbidden') forbidden.set(key(a, b), path);
      else if (forbidden.has(key(a, b)))
        asked.problems.add(
          path,
          `${shown(a)} and ${shown(b)} are ${list} here and forbidden by pairings.forbidden[${forbidden.get(key(a, b))!.at(-1)}].`,
          'Take one of the two out.',
        );
    }
}
