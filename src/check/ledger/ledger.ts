import type { Held, Placement } from '../../programme/placement.ts';
import { asHeld, type Cost, heldIn, inTimeOrder, type Programme } from '../../programme/programme.ts';
import type { Review } from '../../review/review.ts';
import { check, findingOf } from '../check.ts';
import { type Finding, isBroken, worstFirst } from '../finding.ts';
import { costOf, tierOf, unplacedTier } from '../verdict.ts';
import type { Line, Moving, Shelf } from './line.ts';
import { pairedShelf } from './paired.ts';
import { placedShelf } from './placed.ts';
import { sharedShelf } from './shared.ts';
import { wholeShelf } from './whole.ts';

/** Sessions that go elsewhere, each with its new placement; undefined for one that is no longer held. */
export type Moves = ReadonlyMap<string, Placement | undefined>;

/** What would be otherwise if some sessions went elsewhere. */
export interface Difference {
  /** What the whole programme would cost. */
  readonly cost: Cost;
  /** The same less what it costs now, tier by tier: below 0 where it gets better. */
  readonly change: Cost;
  /** Findings that would come, worst first. One whose measure changes goes and comes. */
  readonly appears: readonly Finding[];
  readonly disappears: readonly Finding[];
  /** Must rules that the moves break, or leave broken where they put what moves. None: nothing refuses the moves. */
  readonly breaks: readonly Finding[];
}

/**
 * What the rule book says of a programme, kept so that moving a few sessions is asked about only where it touches
 * something: the same as checking the programme with the moves made, in a small part of the time.
 */
export class Ledger {
  /** The review with its fixed events as the programme has them. */
  readonly review: Review;
  /** In time order. */
  readonly held: readonly Held[];
  readonly findings: readonly Finding[];
  readonly cost: Cost;
  private readonly shelves: readonly Shelf[];
  /** The cost to the last fraction. */
  private readonly exact: readonly number[];

  constructor(review: Review, programme: Programme) {
    this.review = asHeld(review, programme);
    this.held = heldIn(this.review, programme);
    this.findings = check(review, programme);
    this.cost = costOf(review, programme, this.findings);
    const points = this.findings.reduce((sum, f) => sum + (f.kind === 'want' && !f.tier ? f.points : 0), 0);
    this.exact = [...this.cost.slice(0, 5), points];
    this.shelves = [placedShelf, sharedShelf, pairedShelf, wholeShelf].map((shelf) =>
      shelf(this.review, this.held),
    );
  }

  /** Where a session is; undefined where it is left out. */
  placementOf(session: string): Placement | undefined {
    return this.held.find((h) => h.session.id === session)?.placement;
  }

  differenceOf(moves: Moves): Difference {
    const moving = this.moving(moves);
    const lines = new Map<string, { line: Line; count: number }>();
    const count = (found: Iterable<Line>, by: 1 | -1): void => {
      for (const line of found) {
        const key = factsOf(line);
        const known = lines.get(key);
        if (known) known.count += by;
        else lines.set(key, { line, count: by });
      }
    };
    for (const shelf of this.shelves) {
      const { before, after } = shelf.lines(moving);
      count(before, -1);
      count(after, 1);
    }
    const told = (sign: 1 | -1): readonly Finding[] =>
      [...lines.values()]
        .flatMap(({ line, count }) => Array<Line>(Math.max(0, count * sign)).fill(line))
        .map(({ of, breach }) => findingOf(this.review, of.rule, of.part, breach))
        .sort(worstFirst);
    const [appears, disappears] = [told(1), told(-1)];
    const cost = this.costAfter(moving, appears, disappears);
    return {
      cost,
      change: cost.map((c, tier) => thousandth(c - this.cost[tier]!)) as unknown as Cost,
      appears,
      disappears,
      breaks: broken(appears, disappears, moving.sessions),
    };
  }

  private costAfter({ from, to }: Moving, appears: readonly Finding[], disappears: readonly Finding[]): Cost {
    const cost = [...this.exact];
    for (const h of from) cost[unplacedTier[h.session.priority]]! += 1;
    for (const h of to) cost[unplacedTier[h.session.priority]]! -= 1;
    for (const f of appears) if (f.kind === 'want') cost[tierOf(f)]! += f.points;
    for (const f of disappears) if (f.kind === 'want') cost[tierOf(f)]! -= f.points;
    return cost.map(thousandth) as unknown as Cost;
  }

  private moving(moves: Moves): Moving {
    const stay = this.held.filter((h) => !moves.has(h.session.id));
    const placed = [...moves.values()].filter((p) => p !== undefined);
    const to = heldIn(this.review, { placements: placed });
    return {
      review: this.review,
      sessions: new Set(moves.keys()),
      from: this.held.filter((h) => moves.has(h.session.id)),
      to,
      before: this.held,
      after: [...stay, ...to].sort(inTimeOrder),
    };
  }
}

const thousandth = (n: number): number => Math.round(n * 1000) / 1000 + 0;

const sentences = new WeakMap<Line, string>();

/** A line's sentence, made once. */
function sentenceOf(line: Line): string {
  let sentence = sentences.get(line);
  if (sentence === undefined) {
    sentence = line.breach.say();
    sentences.set(line, sentence);
  }
  return sentence;
}

/** What tells one line from another: all its facts, and its sentence, for two themes may have the same facts. */
function factsOf(line: Line): string {
  const { number } = line.of;
  const { amount = 1, who = [], sessions = [], when, where = '' } = line.breach;
  const span = when ? `${when.from} ${when.to}` : '';
  return `${number}|${amount}|${who.join()}|${sessions.join()}|${span}|${where}|${sentenceOf(line)}`;
}

/**
 * Of the musts that would newly be said to be broken, those that moves are to blame for: they name a session that
 * moves, or there are more of their kind than before. What was broken before among others, and is so still, may be
 * said in other words when somebody leaves it.
 */
function broken(
  appears: readonly Finding[],
  disappears: readonly Finding[],
  moved: ReadonlySet<string>,
): readonly Finding[] {
  const came = appears.filter(isBroken);
  const kind = (f: Finding): string => `${f.rule}/${f.part}`;
  const grown = (f: Finding): boolean =>
    came.filter((c) => kind(c) === kind(f)).length >
    disappears.filter((d) => isBroken(d) && kind(d) === kind(f)).length;
  return came.filter((f) => f.sessions.some((id) => moved.has(id)) || grown(f));
}
