import type { SessionEntry } from '../../review/file.ts';
import { numbered, type Partly } from '../partly.ts';
import { pathText, shown } from '../problem.ts';
import type { Asked } from './asked.ts';
import { minutesOf } from './minutes.ts';

type Entry = Partly<SessionEntry>;

/** Sessions held in the course of a visit: each in one visit only, no longer than it, and holding none themselves. */
export function askIncludes(asked: Asked): void {
  const sessions = numbered(asked.entry.sessions);
  const byId = new Map<string, readonly [Entry, number]>();
  for (const [session, i] of sessions) if (session.id !== undefined) byId.set(session.id, [session, i]);
  const takenBy = new Map<string, string>();
  for (const [visit, i] of sessions) {
    const at = ['sessions', i, 'includes'];
    if (visit.kind !== undefined && visit.kind !== 'site-visit' && (visit.includes ?? []).length > 0)
      asked.problems.add(
        at,
        `is given to ${shown(visit.kind)}; only a visit has other sessions in it.`,
        'Take it out.',
      );
    for (const [id, j] of numbered(visit.includes)) {
      const path = [...at, j];
      asked.refers(path, id, 'sessions');
      const taken = takenBy.get(id);
      if (id === visit.id) asked.problems.add(path, `${shown(id)} is the visit itself.`, 'Take it out.');
      else if (taken !== undefined)
        asked.problems.add(path, `${shown(id)} is included by ${taken} already.`, 'Keep one of the two.');
      takenBy.set(id, pathText(path));
      const [inner, k] = byId.get(id) ?? [];
      if (!inner || k === undefined || k === i) continue;
      if ((inner.includes ?? []).length > 0)
        asked.problems.add(
          path,
          `${shown(id)} includes sessions itself.`,
          'Include them in this visit directly.',
        );
      if (visit.kind !== 'site-visit') continue;
      const [long, within] = [minutesOf(asked, k, inner), minutesOf(asked, i, visit)];
      if (long !== undefined && within !== undefined && long > within)
        asked.problems.add(
          path,
          `${shown(id)} takes ${long} minutes, longer than the visit’s ${within}.`,
          'Lengthen the visit, or take it out.',
        );
    }
  }
}
