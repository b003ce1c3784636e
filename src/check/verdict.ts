import type { Cost, Programme } from '../programme/programme.ts';
import { sessionsToPlace } from '../review/facts.ts';
import type { Review } from '../review/review.ts';
import { type Finding, isBroken } from './finding.ts';

export interface Verdict {
  /** Every must rule kept (or waived) and every must session placed. */
  readonly good: boolean;
  /** Must rules broken with no waiver. */
  readonly broken: readonly Finding[];
  /** Ids of must sessions that the programme does not place. */
  readonly missing: readonly string[];
  readonly cost: Cost;
}

/** The cost of a programme, tier by tier (rules.md, "Tiers"): counts for the first five, points for the last. */
export function costOf(review: Review, programme: Programme, findings: readonly Finding[]): Cost {
  const placed = new Set(programme.placements.map((p) => p.session));
  const unplaced = { must: 0, should: 0, could: 0 };
  for (const session of sessionsToPlace(review)) if (!placed.has(session.id)) unplaced[session.priority]++;
  let [singles, beyond, points] = [0, 0, 0];
  for (const finding of findings) {
    if (finding.kind !== 'want') continue;
    if (finding.tier === 3) singles += finding.points;
    else if (finding.tier === 4) beyond += finding.points;
    else points += finding.points;
  }
  return [unplaced.must, unplaced.should, singles, beyond, unplaced.could, Math.round(points * 1000) / 1000];
}

/** May this programme be proposed, and what does it cost? */
export function verdict(review: Review, programme: Programme, findings: readonly Finding[]): Verdict {
  const placed = new Set(programme.placements.map((p) => p.session));
  const broken = findings.filter(isBroken);
  const missing = sessionsToPlace(review)
    .filter((s) => s.priority === 'must' && !placed.has(s.id))
    .map((s) => s.id);
  return {
    good: broken.length === 0 && missing.length === 0,
    broken,
    missing,
    cost: costOf(review, programme, findings),
  };
}
