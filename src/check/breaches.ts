import type { Held } from '../programme/placement.ts';
import { timeOf } from '../programme/placement.ts';
import { heldBy } from '../programme/programme.ts';
import { everyoneIn } from '../review/facts.ts';
import type { Review } from '../review/review.ts';
import type {
  AskedAt,
  Aspect,
  Breach,
  PairedPart,
  Part,
  PlacedPart,
  Scope,
  SharedPart,
  WholePart,
} from '../rules/rule.ts';
import { dayOf, overlaps, type Span } from '../time/span.ts';

/** The one way each shape of rule is asked about a programme: everything that `part` has to say of it. */
export function breachesOf(
  review: Review,
  part: Part,
  held: readonly Held[],
  asked: AskedAt,
): readonly Breach[] {
  switch (part.shape) {
    case 'placed':
      return held.flatMap((h) => placed(review, part, h));
    case 'shared':
      return shared(review, part, held);
    case 'paired':
      return paired(review, part, held);
    case 'whole':
      return whole(review, part, held);
    case 'data':
      return part.test(review, asked);
  }
}

/** A placement as a predicate that looks at one peer at a time sees it: once for each peer. */
export function oneByOne(looksAt: readonly Aspect[] | 'peer', held: Held): readonly Held[] {
  if (!looksAt.includes('peer')) return [held];
  return held.placement.peers.map((peer) => ({
    session: held.session,
    placement: { ...held.placement, peers: [peer] },
  }));
}

function placed(review: Review, part: PlacedPart, held: Held): readonly Breach[] {
  return oneByOne(part.looksAt, held).flatMap((one) => part.test(review, one) ?? []);
}

/** Which placements draw on which key, each key's in the order of `held`. */
function drawing(
  review: Review,
  part: SharedPart,
  held: readonly Held[],
): ReadonlyMap<string, readonly Held[]> {
  const keys = new Map<string, Held[]>();
  for (const h of held) {
    for (const key of keysOf(review, part, h)) {
      const list = keys.get(key);
      if (list) list.push(h);
      else keys.set(key, [h]);
    }
  }
  return keys;
}

/** The keys that a placement draws on, all its peers' together. */
export function keysOf(review: Review, part: SharedPart, held: Held): ReadonlySet<string> {
  const all =
    part.looksAt === 'peer'
      ? oneByOne('peer', held).flatMap((one) => part.draws(review, one))
      : part.draws(review, held);
  return new Set(all);
}

const shared = (review: Review, part: SharedPart, held: readonly Held[]): readonly Breach[] =>
  [...drawing(review, part, held)].flatMap(([key, list]) => sharedBy(review, part, key, list));

/** What a shared part has to say of one key, given all that draw on it. */
export function sharedBy(
  review: Review,
  part: SharedPart,
  key: string,
  list: readonly Held[],
): readonly Breach[] {
  const spanOf = (h: Held): Span => (part.over === 'away' ? h.placement.away : timeOf(h.placement));
  const out: Breach[] = [];
  const seen = new Set<string>();
  for (const h of list) {
    // The most at once is reached at somebody's start.
    const moment: Span = { from: spanOf(h).from, to: spanOf(h).from + 1 };
    const running = list.filter((other) => overlaps(spanOf(other), moment));
    const inAll = {
      from: Math.max(...running.map((r) => spanOf(r).from)),
      to: Math.min(...running.map((r) => spanOf(r).to)),
    };
    if (running.length <= part.atMost(review, key, inAll)) continue;
    const who = running
      .map((r) => r.session.id)
      .sort()
      .join(' ');
    if (seen.has(who)) continue;
    seen.add(who);
    out.push(part.breach(review, key, running, inAll));
  }
  return out;
}

/** Whether a paired part asks about these two at all. */
export function concerns(review: Review, part: PairedPart, a: Held, b: Held): boolean {
  if (part.among === 'week') return true;
  if (dayOf(a.placement.start) !== dayOf(b.placement.start)) return false;
  if (part.among === 'day') return true;
  const people = everyoneIn(review, b.session);
  return (
    a.placement.peers.some((p) => b.placement.peers.includes(p)) ||
    everyoneIn(review, a.session).some((c) => people.includes(c))
  );
}

function paired(review: Review, part: PairedPart, held: readonly Held[]): readonly Breach[] {
  const out: Breach[] = [];
  for (let i = 0; i < held.length; i++) {
    for (let j = i + 1; j < held.length; j++) {
      const [a, b] = [held[i]!, held[j]!];
      const breach = concerns(review, part, a, b) ? part.test(review, a, b) : undefined;
      if (breach) out.push(breach);
    }
  }
  return out;
}

/** The days that have windows or placements, in order. */
export function daysIn(review: Review, held: readonly Held[]): readonly number[] {
  const days = new Set(review.frame.windows.map((w) => w.day));
  for (const h of held) days.add(dayOf(h.placement.start));
  return [...days].sort((a, b) => a - b);
}

/** The pieces of a programme that a whole part is asked about, one by one. */
export function scopesOf(review: Review, over: WholePart['over'], held: readonly Held[]): readonly Scope[] {
  const days = daysIn(review, held);
  const onDay = (list: readonly Held[], day: number) => list.filter((h) => dayOf(h.placement.start) === day);
  switch (over) {
    case 'frame':
    case 'week':
      return [{ held }];
    case 'day':
      return days.map((day) => ({ day, held: onDay(held, day) }));
    case 'peer-week':
      return review.peers.map((peer) => ({ peer, held: heldBy(review, held, peer.id) }));
    case 'peer-day':
      return review.peers.flatMap((peer) => {
        const own = heldBy(review, held, peer.id);
        return days.map((day) => ({ peer, day, held: onDay(own, day) }));
      });
    case 'contact-day':
      return review.contacts.flatMap((contact) => {
        const own = heldBy(review, held, contact.id);
        return days.map((day) => ({ contact, day, held: onDay(own, day) })).filter((s) => s.held.length > 0);
      });
  }
}

const whole = (review: Review, part: WholePart, held: readonly Held[]): readonly Breach[] =>
  scopesOf(review, part.over, held).flatMap((scope) => part.test(review, scope));
