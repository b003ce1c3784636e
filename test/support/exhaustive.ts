import { breachesOf } from '../../src/check/breaches.ts';
import { check, waiverFor } from '../../src/check/check.ts';
import { verdict } from '../../src/check/verdict.ts';
import { awayFor } from '../../src/programme/away.ts';
import type { Placement } from '../../src/programme/placement.ts';
import { type Cost, compareCosts, heldIn, type Programme } from '../../src/programme/programme.ts';
import { sessionsToPlace } from '../../src/review/facts.ts';
import type { Place } from '../../src/review/places.ts';
import type { Review } from '../../src/review/review.ts';
import type { Session } from '../../src/review/session.ts';
import { ruleBook } from '../../src/rules/index.ts';
import { aProgramme } from './cast.ts';

/**
 * The best programme by trying every one: every quarter hour, place and set of peers for every session, left out
 * included. It asks `src/check` alone and shares nothing with the engine. For reviews of a few sessions with few
 * choices each.
 */
export function exhaustive(review: Review): { readonly cost: Cost; readonly tried: number } {
  let best: Cost | undefined;
  let tried = 0;
  everyProgramme(review, (programme) => {
    tried++;
    const { cost } = verdict(review, programme, check(review, programme));
    if (!best || compareCosts(cost, best) < 0) best = cost;
  });
  return { cost: best!, tried };
}

/** Visits every programme of a review that breaks no must but by what it leaves out. */
export function everyProgramme(review: Review, visit: (programme: Programme) => void): void {
  const sessions = sessionsToPlace(review);
  const options = sessions.map((session) =>
    everyPlacement(review, session).filter((p) => !breaksAlready(review, [p])),
  );
  const walk = (n: number, placements: readonly Placement[]): void => {
    if (n === sessions.length) {
      visit(aProgramme(placements, { review: review.id }));
      return;
    }
    for (const option of options[n]!) {
      const grown = [...placements, option];
      if (!breaksAlready(review, grown)) walk(n + 1, grown);
    }
    walk(n + 1, placements);
  };
  walk(0, []);
}

/** How many programmes there are to try, musts aside: what decides whether a review is small enough. */
export const choicesIn = (review: Review): number =>
  sessionsToPlace(review).reduce(
    (product, session) =>
      product * (1 + everyPlacement(review, session).filter((p) => !breaksAlready(review, [p])).length),
    1,
  );

/** Whether a must speaks that more sessions can't mend. */
function breaksAlready(review: Review, placements: readonly Placement[]): boolean {
  const held = heldIn(review, { placements });
  return ruleBook.some((rule) =>
    rule.parts.some(
      (part) =>
        part.kind === 'must' &&
        part.shape !== 'data' &&
        !(part.shape === 'whole' && (part.mendedBy === 'more' || part.over === 'frame')) &&
        breachesOf(review, part, held, {}).some((breach) => !waiverFor(review, rule, part, breach)),
    ),
  );
}

function everyPlacement(review: Review, session: Session): readonly Placement[] {
  const out: Placement[] = [];
  for (const window of review.frame.windows) {
    for (let start = window.from; start + session.minutes <= window.to; start += 15) {
      for (const place of everyPlace(review, session)) {
        for (const peers of everyTeam(
          review.peers.map((p) => p.id),
          Math.max(2, session.peers.count),
        )) {
          const time = { from: start, to: start + session.minutes };
          out.push({
            session: session.id,
            start: time.from,
            end: time.to,
            away: awayFor(review, session, place, time),
            stream: 'A',
            place,
            peers,
            told: false,
          });
        }
      }
    }
  }
  return out;
}

const everyPlace = (review: Review, session: Session): readonly Place[] => [
  { office: true },
  { phone: true },
  ...review.rooms.map((r) => ({ room: r.id })),
  ...(session.place.site ? [{ site: session.place.site }] : []),
];

function everyTeam(peers: readonly string[], most: number): readonly (readonly string[])[] {
  const out: string[][] = [];
  const grow = (from: number, team: string[]): void => {
    if (team.length > 0) out.push(team);
    if (team.length < most) for (let i = from; i < peers.length; i++) grow(i + 1, [...team, peers[i]!]);
  };
  grow(0, []);
  return out;
}
