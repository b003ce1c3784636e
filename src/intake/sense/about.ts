import { ruleBook, ruleOf } from '../../rules/index.ts';
import { didYouMean } from '../near.ts';
import { orList, shown } from '../problem.ts';
import type { Asked } from './asked.ts';

const seeRules = 'Give one that “peerweek rules” lists.';

/** The facts about the review itself: its people, its streams, and the points and limits that the council changed. */
export function askAbout(asked: Asked): void {
  const about = asked.entry.review;
  if (!about) return;
  asked.refers(['review', 'sponsor'], about.sponsor, 'contacts');
  asked.refers(['review', 'organiser'], about.organiser, 'contacts');
  const [streams, limit] = [about.streams ?? 2, about.moreStreams?.limit];
  if (limit !== undefined && limit < streams)
    asked.problems.add(
      ['review', 'moreStreams', 'limit'],
      `is ${limit}, fewer than the usual ${streams} streams.`,
      `Give ${streams} or more.`,
    );
  for (const key of Object.keys(about.weights ?? {})) askWeight(asked, key);
  for (const key of Object.keys(about.limits ?? {})) askLimit(asked, key);
}

const ruleIds = () => ruleBook.map((r) => r.id);

function askWeight(asked: Asked, key: string): void {
  const [ruleId = '', partName, ...more] = key.split('/');
  const path = ['review', 'weights', key];
  const rule = ruleOf(ruleId);
  if (!rule || more.length > 0) {
    asked.problems.add(path, `${shown(key)} is not a rule.`, didYouMean(ruleId, ruleIds()) || seeRules);
    return;
  }
  const wants = rule.parts.filter((p) => p.kind === 'want' && p.weight !== undefined);
  const names = wants.map((p) => `${rule.id}/${p.name}`);
  if (wants.length === 0)
    asked.problems.add(path, `${rule.id} costs no points that could be changed.`, 'Take it out.');
  else if (partName !== undefined && !names.includes(key))
    asked.problems.add(
      path,
      `${shown(key)} costs no points that could be changed.`,
      `Give ${names.join(' or ')}.`,
    );
}

function askLimit(asked: Asked, key: string): void {
  const [ruleId = ''] = key.split('/');
  const names = ruleBook.flatMap((rule) => rule.limits ?? []).map((limit) => limit.name);
  if (names.includes(key)) return;
  const own = ruleOf(ruleId)?.limits?.map((limit) => limit.name) ?? [];
  asked.problems.add(
    ['review', 'limits', key],
    `${shown(key)} is not a limit of a rule.`,
    didYouMean(key, names) || (own.length > 0 ? `Give ${orList(own)}.` : seeRules),
  );
}
