import type { Held } from '../programme/placement.ts';
import { everyoneIn, nameOf } from '../review/facts.ts';
import type { Review } from '../review/review.ts';
import type { Waiver } from '../review/session.ts';
import { ruleBook } from '../rules/index.ts';
import { instantDay } from '../time/words.ts';

/** `Focus group length, for the partners' group: agreed by Tom Adeyemi on 10 January 2026, because …`. */
export function waiverWords(review: Review, waiver: Waiver): string {
  const title = ruleBook.find((r) => r.id === waiver.rule)?.title ?? waiver.rule;
  return `${title}, for ${nameOf(review, waiver.about)}: agreed by ${waiver.by} on ${instantDay(review.week, waiver.at)}, because: ${waiver.because}`;
}

const concerns = (review: Review, held: Held, waiver: Waiver): boolean =>
  waiver.about === held.session.id ||
  everyoneIn(review, held.session).includes(waiver.about) ||
  held.placement.peers.includes(waiver.about);

/** The exceptions that these sessions rest on, in words. */
export const waiversFor = (review: Review, held: readonly Held[]): readonly string[] =>
  review.waivers.filter((w) => held.some((h) => concerns(review, h, w))).map((w) => waiverWords(review, w));

/** Those that no placed session rests on: shown with every day, so that no print is without them. */
export const otherWaivers = (review: Review, held: readonly Held[]): readonly string[] =>
  review.waivers.filter((w) => !held.some((h) => concerns(review, h, w))).map((w) => waiverWords(review, w));
