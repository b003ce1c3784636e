import { asHeld, heldIn, type Programme } from '../programme/programme.ts';
import { everyoneIn, sessionOf } from '../review/facts.ts';
import type { Review } from '../review/review.ts';
import type { Waiver } from '../review/session.ts';
import { ruleBook } from '../rules/index.ts';
import { type AskedAt, type Breach, type Part, type Rule, weightOf } from '../rules/rule.ts';
import { breachesOf } from './breaches.ts';
import { type Finding, worstFirst } from './finding.ts';

/**
 * The waiver of this rule that excuses a breach: one about a session of it; or about the people whom it names, and then
 * about every one of them; or, where it names nobody, about somebody in its sessions. Undefined where none does.
 */
export function waiverFor(review: Review, rule: Rule, part: Part, breach: Breach): Waiver | undefined {
  if (!part.waivable) return undefined;
  const about = (id: string) => review.waivers.find((w) => w.rule === rule.id && w.about === id);
  const sessions = breach.sessions ?? [];
  for (const id of sessions) {
    const waiver = about(id);
    if (waiver) return waiver;
  }
  const named = breach.who ?? [];
  if (named.length > 0) return named.every(about) ? about(named[0]!) : undefined;
  return sessions
    .flatMap((id) => {
      const session = sessionOf(review, id);
      return session ? everyoneIn(review, session) : [];
    })
    .map(about)
    .find((waiver) => waiver !== undefined);
}

/** A breach as people read it: priced, excused where it is waived, its sentence made. */
export function findingOf(review: Review, rule: Rule, part: Part, breach: Breach): Finding {
  const amount = breach.amount ?? 1;
  const waiver = waiverFor(review, rule, part, breach);
  return {
    rule: rule.id,
    part: part.name,
    kind: part.kind,
    ...(waiver && { waiver }),
    waivable: part.waivable ?? false,
    blocksApproval: part.blocksApproval ?? false,
    points: part.kind !== 'want' ? 0 : part.tier ? amount : amount * weightOf(review, rule, part),
    ...(part.tier && { tier: part.tier }),
    who: breach.who ?? [],
    sessions: breach.sessions ?? [],
    ...(breach.when && { when: breach.when }),
    ...(breach.where && { where: breach.where }),
    sentence: breach.say(),
    manual: rule.manual,
  };
}

/** Everything that the rule book has to say about a programme, worst first. Reads hand-made programmes as they are. */
export const check = (review: Review, programme: Programme, asked: AskedAt = {}): readonly Finding[] =>
  checkWith(() => true, review, programme, asked);

/** What some parts of the rules have to say, the others unasked. */
export function checkWith(
  asks: (part: Part) => boolean,
  review: Review,
  programme: Programme,
  asked: AskedAt = {},
): readonly Finding[] {
  const held = asHeld(review, programme);
  const placements = heldIn(held, programme);
  return ruleBook
    .flatMap((rule) =>
      rule.parts
        .filter(asks)
        .flatMap((part) =>
          breachesOf(held, part, placements, asked).map((breach) => findingOf(held, rule, part, breach)),
        ),
    )
    .sort(worstFirst);
}

/** What the data checks alone say of a review, before there is a programme. */
export function checkReview(review: Review, asked: AskedAt = {}): readonly Finding[] {
  return ruleBook
    .flatMap((rule) =>
      rule.parts
        .filter((part) => part.shape === 'data')
        .flatMap((part) =>
          breachesOf(review, part, [], asked).map((breach) => findingOf(review, rule, part, breach)),
        ),
    )
    .sort(worstFirst);
}
