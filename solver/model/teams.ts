import type { Review } from '../../src/review/review.ts';
import type { Session } from '../../src/review/session.ts';
import type { Asking } from './asking.ts';
import type { Fixed } from './kept.ts';
import type { Team } from './model.ts';
import { lookingAt, type Parts } from './parts.ts';
import { nothing, trial } from './trial.ts';

const somewhere = { phone: true } as const;

/** All sets of peers of the size that is asked for, or smaller, with those who are named for the session in each. */
function allTeams(review: Review, session: Session, may: readonly number[]): readonly (readonly number[])[] {
  const count = Math.max(1, session.peers.count);
  const teams: number[][] = [];
  const grow = (from: number, team: number[]): void => {
    if (team.length > 0) teams.push(team);
    if (team.length === count) return;
    for (let i = from; i < may.length; i++) grow(i + 1, [...team, may[i]!]);
  };
  grow(0, []);
  const named = session.peers.named.map((id) => review.peers.findIndex((p) => p.id === id));
  return teams.filter((team) => named.every((n) => team.includes(n)));
}

/** Who could take a session together, whatever the time and place, the cheapest first. */
export function teamsFor(
  review: Review,
  session: Session,
  parts: Parts,
  fixed: Fixed | undefined,
  asking: Asking,
): readonly Team[] {
  const { placedMusts, placedWants } = parts;
  const everybody = review.peers.map((_, p) => p);
  const alone = (p: number) => trial(review, session, 0, somewhere, [review.peers[p]!.id]);
  const offered = fixed?.peers
    ? [everybody.filter((p) => fixed.placement.peers.includes(review.peers[p]!.id))]
    : allTeams(
        review,
        session,
        everybody.filter((p) => !asking.isRefused(lookingAt(placedMusts, 'peer'), alone(p), 'peer', p)),
      );
  const teams: Omit<Team, 'index'>[] = [];
  for (const members of offered) {
    const ids = members.map((p) => review.peers[p]!.id);
    const mask = members.reduce((bits, p) => bits | (1 << p), 0);
    const held = trial(review, session, 0, somewhere, ids);
    if (!fixed?.peers && asking.isRefused(lookingAt(placedMusts, 'peers'), held, 'pair', mask)) continue;
    const price = nothing();
    asking.pay(lookingAt(placedWants, 'peers'), held, price, mask);
    for (const p of members) asking.pay(lookingAt(placedWants, 'peer'), alone(p), price, p);
    teams.push({ mask, members, ids, price });
  }
  teams.sort(
    (a, b) => a.price.singles - b.price.singles || a.price.points - b.price.points || a.mask - b.mask,
  );
  return teams.map((team, index) => ({ ...team, index }));
}
