import { ruleBook, ruleOf } from '../../rules/index.ts';
import { didYouMean } from '../near.ts';
import { numbered } from '../partly.ts';
import { orList, shown } from '../problem.ts';
import type { Asked } from './asked.ts';

/** Locks and waivers: of what there is, and of what may be waived. */
export function askAgreed(asked: Asked): void {
  for (const [lock, i] of numbered(asked.entry.locks)) {
    const at = ['locks', i];
    asked.refers([...at, 'session'], lock.session, 'sessions');
    const parts = ['time', 'place', 'peers'] as const;
    if (parts.every((part) => !lock[part] && !asked.isLost([...at, part])))
      asked.problems.add(at, 'locks nothing.', 'Add "time": true, "place": true or "peers": true.');
  }
  const waivable = ruleBook.filter((r) => r.parts.some((p) => p.waivable)).map((r) => r.id);
  const { sessions, contacts, peers } = asked.known;
  for (const [waiver, i] of numbered(asked.entry.waivers)) {
    const at = ['waivers', i];
    if (waiver.rule !== undefined && !waivable.includes(waiver.rule)) {
      const what = ruleOf(waiver.rule) ? 'is a rule that can’t be waived.' : 'is not a rule.';
      asked.problems.add(
        [...at, 'rule'],
        `${shown(waiver.rule)} ${what}`,
        didYouMean(waiver.rule, waivable) ||
          `These can: ${orList(waivable).replace(/ or ([^ ]+)$/, ' and $1')}.`,
      );
    }
    if (waiver.about === undefined || !sessions || !contacts || !peers) continue;
    const known = [...sessions, ...contacts, ...peers];
    if (!known.includes(waiver.about))
      asked.problems.add(
        [...at, 'about'],
        `${shown(waiver.about)} is no session, contact or peer.`,
        (!asked.problems.many && didYouMean(waiver.about, known)) ||
          'Give the id of the session or person that it is about.',
      );
  }
}
