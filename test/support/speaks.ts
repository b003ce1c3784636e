import { breachesOf } from '../../src/check/breaches.ts';
import type { Held } from '../../src/programme/placement.ts';
import type { Review } from '../../src/review/review.ts';
import type { AskedAt, Rule } from '../../src/rules/rule.ts';

/** What one part of a rule (the first, where none is named) says of these placements, through the shared machinery. */
export function speaks(
  rule: Rule,
  review: Review,
  held: readonly Held[],
  part?: string,
  asked: AskedAt = {},
): readonly string[] {
  const chosen = part === undefined ? rule.parts[0] : rule.parts.find((p) => p.name === part);
  if (!chosen) throw new Error(`Rule ${rule.id} has no part ${part}`);
  const inOrder = [...held].sort(
    (a, b) => a.placement.start - b.placement.start || a.placement.end - b.placement.end,
  );
  return breachesOf(review, chosen, inOrder, asked).map((breach) => breach.say());
}
