import { check } from '../check/check.ts';
import { type Finding, isBroken } from '../check/finding.ts';
import { readProgramme, readReview } from '../intake/index.ts';
import type { Store } from '../store/ports.ts';
import type { OpenReview } from './open-review.ts';

/** What tells a finding from others, whatever its numbers have become. */
const keyOf = ({ rule, part, who, sessions, where }: Finding): string =>
  [rule, part, [...who].sort(), [...sessions].sort(), where].join('|');

/**
 * The must rules that the draft breaks only because what was entered changed after it was built: a diary, a room, a
 * session. None where nothing changed, or where the review it was built from is no longer known.
 */
export async function brokenSince(
  store: Pick<Store, 'programmes' | 'history'>,
  { review, draft, findings, today }: OpenReview,
): Promise<readonly Finding[]> {
  if (!draft?.behind) return [];
  const now = findings.filter(isBroken);
  if (now.length === 0) return [];
  const stored = await store.programmes.draftOf(review.id);
  const file = stored && (await store.history.fileAt('review', review.id, stored.reviewVersion));
  const then = file === undefined ? undefined : readReview(file);
  if (!stored || !then?.ok) return [];
  const programme = readProgramme(stored.file, then.value);
  const before = programme.ok ? check(then.value, programme.value, { today }).filter(isBroken) : [];
  const known = new Set(before.map(keyOf));
  return now.filter((finding) => !known.has(keyOf(finding)));
}
