import type { Programme } from '../programme/programme.ts';
import { sessionsToPlace } from '../review/facts.ts';
import type { Review } from '../review/review.ts';
import type { Span } from '../time/span.ts';
import type { Finding } from './finding.ts';
import { costOf, tierOf, unplacedTier } from './verdict.ts';

/** One thing that a programme pays for: which rule, whom, where and when. */
export interface PaidLine {
  /** The rule's id; none for a session that has no place. */
  readonly rule?: string;
  /** What it counts in its tier: sessions, or points. */
  readonly amount: number;
  /** Ids of people and sessions. */
  readonly who: readonly string[];
  readonly sessions: readonly string[];
  readonly when?: Span;
  /** Id of a room or site. */
  readonly where?: string;
  readonly sentence: string;
}

/** One of the six tiers of a cost, and all that it is made of. The lines add up to the total exactly. */
export interface PaidTier {
  /** 1 to 6. */
  readonly tier: number;
  readonly total: number;
  readonly lines: readonly PaidLine[];
}

/**
 * Everything that a programme pays, tier by tier, dearest first. Amounts are in whole steps of `step` points, rounded
 * so that the lines of a tier add up to its total: the cost that `verdict` gives, to the same step.
 */
export function paidFor(
  review: Review,
  programme: Programme,
  findings: readonly Finding[],
  step = 0.001,
): readonly PaidTier[] {
  const cost = costOf(review, programme, findings);
  const placed = new Set(programme.placements.map((p) => p.session));
  const lines: PaidLine[][] = cost.map(() => []);
  for (const { id, title, priority, contacts } of sessionsToPlace(review)) {
    if (placed.has(id)) continue;
    const sentence = `${title} has no place.`;
    lines[unplacedTier[priority]]!.push({ amount: 1, who: contacts, sessions: [id], sentence });
  }
  for (const f of findings) {
    if (f.kind !== 'want') continue;
    lines[tierOf(f)]!.push({
      rule: f.rule,
      amount: f.points,
      who: f.who,
      sessions: f.sessions,
      ...(f.when && { when: f.when }),
      ...(f.where !== undefined && { where: f.where }),
      sentence: f.sentence,
    });
  }
  return lines.map((own, tier) => {
    const sorted = own.sort((a, b) => b.amount - a.amount);
    const amounts = inSteps(
      sorted.map((line) => line.amount),
      cost[tier]!,
      step,
    );
    const total = toStep(cost[tier]!, step);
    return { tier: tier + 1, total, lines: sorted.map((line, n) => ({ ...line, amount: amounts[n]! })) };
  });
}

/** A whole number of steps, written without the dust of binary fractions. */
const toStep = (amount: number, step: number): number =>
  Math.round(Math.round(amount / step) * step * 1e6) / 1e6;

/** Amounts in whole steps that add up to the total: those that lose most by rounding down are rounded up. */
function inSteps(amounts: readonly number[], total: number, step: number): readonly number[] {
  const floors = amounts.map((amount) => Math.floor(amount / step + 1e-9));
  const short = Math.round(total / step) - floors.reduce((sum, n) => sum + n, 0);
  const byLoss = amounts
    .map((amount, n) => ({ n, loss: amount / step - floors[n]! }))
    .sort((a, b) => b.loss - a.loss || a.n - b.n);
  const up = new Set(byLoss.slice(0, Math.max(0, short)).map(({ n }) => n));
  return floors.map((n, i) => toStep((n + (up.has(i) ? 1 : 0)) * step, step));
}
