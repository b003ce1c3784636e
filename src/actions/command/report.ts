import { check } from '../../check/check.ts';
import type { Finding } from '../../check/finding.ts';
import { type PaidTier, paidFor } from '../../check/paid.ts';
import { type Verdict, verdict } from '../../check/verdict.ts';
import { type Change, changeName, changesBetween } from '../../programme/changes.ts';
import type { Outcome } from '../../programme/outcome.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Review } from '../../review/review.ts';
import { writeLocal } from '../../time/week.ts';

/** A programme and what the rule book says of it; with `outcome`, how it was come by. */
export interface Report {
  readonly review: Review;
  readonly programme: Programme;
  readonly findings: readonly Finding[];
  readonly verdict: Verdict;
  readonly outcome?: Outcome;
  /** Against the programme that was to be kept, where one was. */
  readonly changes?: readonly Change[];
}

export function reportOn(review: Review, programme: Programme, outcome?: Outcome, keep?: Programme): Report {
  const findings = check(review, programme);
  return {
    review,
    programme,
    findings,
    verdict: verdict(review, programme, findings),
    ...(outcome && { outcome }),
    ...(keep && { changes: changesBetween(review, keep, programme) }),
  };
}

/** The object that `--json` prints. Times are local ones, people and sessions ids. */
export function reportObject({
  review,
  programme,
  findings,
  verdict: { good, cost },
  outcome,
  changes,
}: Report) {
  return {
    ...(outcome && { status: outcome.status }),
    good,
    cost,
    ...(outcome && { bound: outcome.bound, seconds: Math.round(outcome.seconds * 1000) / 1000 }),
    ...(outcome?.gap !== undefined && { gap: outcome.gap }),
    placed: programme.placements.map((p) => p.session),
    unplaced: programme.unplaced,
    ...(outcome && { conflicts: outcome.conflicts }),
    ...(outcome?.repair && { repair: outcome.repair }),
    ...(changes && {
      changes: changes.map((change) => ({
        session: change.session,
        moved: change.moved,
        tell: change.tell,
        sentence: changeName(review, change),
      })),
    }),
    paid: paidFor(review, programme, findings).map((tier) => paidObject(review, tier)),
    findings: findings.map((finding) => findingObject(review, finding)),
  };
}

const paidObject = ({ week }: Review, { tier, total, lines }: PaidTier): object => ({
  tier,
  total,
  lines: lines.map(({ when, ...line }) => ({
    ...line,
    ...(when && { when: { from: writeLocal(week, when.from), to: writeLocal(week, when.to) } }),
  })),
});

/** A finding as `--json` prints it. */
export const findingObject = ({ week }: Review, f: Finding): object => ({
  rule: f.rule,
  part: f.part,
  kind: f.kind,
  ...(f.waiver && { waiver: f.waiver }),
  ...(f.kind === 'check' && { blocksApproval: f.blocksApproval }),
  ...(f.kind === 'want' &&
    (f.tier === undefined ? { points: f.points } : { tier: f.tier, points: f.points })),
  who: f.who,
  sessions: f.sessions,
  ...(f.when && { when: { from: writeLocal(week, f.when.from), to: writeLocal(week, f.when.to) } }),
  ...(f.where !== undefined && { where: f.where }),
  sentence: f.sentence,
  manual: f.manual,
});
