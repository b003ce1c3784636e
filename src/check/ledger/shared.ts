import type { Held } from '../../programme/placement.ts';
import { inTimeOrder } from '../../programme/programme.ts';
import type { Review } from '../../review/review.ts';
import type { SharedPart } from '../../rules/rule.ts';
import { keysOf, sharedBy } from '../breaches.ts';
import { type Line, lines, type Moving, type Numbered, type Shelf, shaped } from './line.ts';

const parts = shaped('shared');

/** One thing that placements draw on by one part, and who does, in time order. */
interface Thing {
  readonly of: Numbered<SharedPart>;
  readonly key: string;
  readonly drawing: readonly Held[];
}

const ask = (review: Review, { of, key, drawing }: Thing): readonly Line[] =>
  lines(of, sharedBy(review, of.part, key, drawing));

/** The things that placements draw on, by the part's number and the key. */
function thingsOf(review: Review, held: readonly Held[]): ReadonlyMap<string, Thing> {
  const things = new Map<string, Thing & { readonly drawing: Held[] }>();
  for (const h of held) {
    for (const of of parts) {
      for (const key of keysOf(review, of.part, h)) {
        const name = `${of.number} ${key}`;
        const thing = things.get(name);
        if (thing) thing.drawing.push(h);
        else things.set(name, { of, key, drawing: [h] });
      }
    }
  }
  return things;
}

/** What is said of each thing that placements draw on. */
export function sharedShelf(review: Review, held: readonly Held[]): Shelf {
  const things = thingsOf(review, held);
  const known = new Map([...things].map(([name, thing]) => [name, ask(review, thing)]));
  const drawnBy = new Map<Held, string[]>(held.map((h) => [h, []]));
  for (const [name, { drawing }] of things) for (const h of drawing) drawnBy.get(h)!.push(name);
  return {
    lines({ sessions, from, to }: Moving) {
      const wanted = thingsOf(review, to);
      const names = new Set([...from.flatMap((h) => drawnBy.get(h)!), ...wanted.keys()]);
      const before: Line[] = [];
      const after: Line[] = [];
      for (const name of names) {
        before.push(...(known.get(name) ?? []));
        const { of, key } = (things.get(name) ?? wanted.get(name))!;
        const stay = (things.get(name)?.drawing ?? []).filter((h) => !sessions.has(h.session.id));
        const drawing = [...stay, ...(wanted.get(name)?.drawing ?? [])];
        after.push(...ask(review, { of, key, drawing: drawing.sort(inTimeOrder) }));
      }
      return { before, after };
    },
  };
}
