import { createHash } from 'node:crypto';
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
  const known = stored && file !== undefined && brokenThen(file, stored.file, today);
  return known ? now.filter((finding) => !known.has(keyOf(finding))) : [];
}

/** Drafts of which it is kept what they broke when they were built: every page of a review asks. */
const MOST = 50;
const kept = new Map<string, ReadonlySet<string>>();

/** What a draft broke in the review that it was built from; undefined where that can’t be read any more. */
function brokenThen(reviewText: string, draftText: string, today: string): ReadonlySet<string> | undefined {
  const asked = createHash('sha256').update(reviewText).update(draftText).update(today).digest('base64');
  const known = kept.get(asked);
  if (known) return known;
  const then = readReview(reviewText);
  if (!then.ok) return undefined;
  const programme = readProgramme(draftText, then.value);
  const broken = programme.ok ? check(then.value, programme.value, { today }).filter(isBroken) : [];
  const found = new Set(broken.map(keyOf));
  kept.set(asked, found);
  for (const oldest of kept.keys()) if (kept.size > MOST) kept.delete(oldest);
  return found;
}
