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

/** The tier in which a session of each priority counts where it has no place, from 0. */
export const unplacedTier = { must: 0, should: 1, could: 4 } as const;

/** The tier in which a want is paid, from 0. */
export const tierOf = (finding: Finding): 2 | 3 | 5 => (finding.tier === 3 ? 2 : finding.tier === 4 ? 3 : 5);

/** The cost of a programme, tier by tier (rules.md, "Tiers"): counts for the first five, points for the last. */
export function costOf(review: Review, programme: Programme, findings: readonly Finding[]): Cost {
  const placed = new Set(programme.placements.map((p) => p.session));
  const cost: [number, number, number, number, number, number] = [0, 0, 0, 0, 0, 0];
  for (const session of sessionsToPlace(review))
    if (!placed.has(session.id)) cost[unplacedTier[session.priority]]++;
  for (const finding of findings) if (finding.kind === 'want') cost[tierOf(finding)] += finding.points;
  cost[5] = Math.round(cost[5] * 1000) / 1000;
  return cost;
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
