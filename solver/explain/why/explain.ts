import type { Conflict } from '../../../src/programme/outcome.ts';
import type { Review } from '../../../src/review/review.ts';
import type { Compiled } from '../../model/compile.ts';
import type { CompileOptions } from '../../model/kept.ts';
import type { Plan } from '../../search/search.ts';
import { State } from '../../search/state.ts';
import { blame } from './blame.ts';
import { keyOf } from './changeables.ts';
import { type Most, type Told, told } from './conflict.ts';
import { coreOf } from './cores.ts';
import { Field } from './field.ts';
import type { Inquiry } from './inquiry.ts';
import { Trying } from './trying.ts';

/** As many conflicts as are told. */
const MOST_CONFLICTS = 10;

/** How much is gone into: all that people can use, or what a build can say in passing. */
export const full: Most = { mends: 5, ofAKind: 3, ofAnOwner: 2, offers: 12 };
export const quick: Most = { mends: 3, ofAKind: 2, ofAnOwner: 2, offers: 4 };

export interface Why {
  readonly conflicts: readonly Conflict[];
  /** The same in things, for whoever goes on working with them. */
  readonly told: readonly Told[];
  /** Ids of must sessions left out for which no conflict was found. */
  readonly unexplained: readonly string[];
  /** At least one conflict is proven: no programme holds every must session. */
  readonly proven: boolean;
  /** The review with the first mend of each made; undefined where one of them has none. */
  readonly mended: Review | undefined;
}

/**
 * Why a plan leaves out what must be held: conflicts of must sessions that share neither sessions nor changeable things
 * as far as there are such, and then those that do share some; the easiest mends of each.
 */
export function* why(
  { model, refusals }: Compiled,
  plan: Plan,
  options: CompileOptions,
  most: Most,
  late: () => boolean,
): Inquiry<Why> {
  const { review } = model;
  const field = new Field(review, [], [], options, { model, refusals });
  const trying = new Trying(field, late);
  const whole = field.view(new Uint8Array(0));
  const musts = model.items.filter((i) => i.session.priority === 'must').map((i) => i.index);
  const missing = musts.filter((i) => plan[i] === undefined);
  const idOf = (i: number) => model.items[i]!.session.id;
  const found: { readonly item: number; readonly told: Told }[] = [];
  const best = new State(model);
  for (const item of model.items) {
    const choice = plan[item.index];
    if (choice) best.put(item, choice);
  }
  const settled = new Set<string>();
  const explained = new Set<number>();

  const look = function* (item: number, among: ReadonlySet<number>, apart: boolean): Inquiry<void> {
    yield 'pause';
    if (found.length >= MOST_CONFLICTS || explained.has(item) || late()) return;
    const core = yield* coreOf(field, trying, whole, best, item, among);
    if (!core) return;
    const sessions = [...core].sort((a, b) => a - b).map(idOf);
    const blamed = yield* blame(review, sessions, options, late, apart ? settled : new Set());
    if (!blamed) return;
    const one = yield* told(review, sessions, blamed, options, most, late);
    found.push({ item, told: one });
    for (const i of core) explained.add(i);
    for (const thing of one.things) settled.add(keyOf(thing));
  };
  // First those that have nothing to do with each other, then what is left however it is entangled.
  for (const item of missing) yield* look(item, new Set(musts.filter((i) => !explained.has(i))), true);
  const alone = new Set(
    found.flatMap(({ item, told: { conflict } }) => (conflict.sessions.length === 1 ? [item] : [])),
  );
  for (const item of missing) yield* look(item, new Set(musts.filter((i) => !alone.has(i))), false);

  found.sort((a, b) => a.item - b.item);
  const mends = found.map(({ told: { made } }) => made[0]);
  return {
    conflicts: found.map(({ told: { conflict } }) => conflict),
    told: found.map((f) => f.told),
    unexplained: missing.filter((i) => !explained.has(i)).map(idOf),
    // That the sessions of one can't all be held is proven, whatever may be in doubt about its reasons.
    proven: found.length > 0,
    mended:
      found.length > 0 && mends.every((m) => m !== undefined)
        ? mends.reduce((mended, mend) => mend!(mended), review)
        : undefined,
  };
}
