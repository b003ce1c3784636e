import { numbered } from '../partly.ts';
import { shown } from '../problem.ts';
import type { Asked } from './asked.ts';

/** `after` must lead to sessions that there are, and never round in a circle. */
export function askOrder(asked: Asked): void {
  const index = new Map<string, number>();
  const after = new Map<string, readonly string[]>();
  for (const [session, i] of numbered(asked.entry.sessions)) {
    asked.refersAll(['sessions', i, 'after'], session.after, 'sessions');
    if (session.id === undefined || index.has(session.id)) continue;
    index.set(session.id, i);
    after.set(
      session.id,
      numbered(session.after).map(([id]) => id),
    );
  }
  for (const circle of circles(after)) {
    const first = circle[0]!;
    asked.problems.add(
      ['sessions', index.get(first)!, 'after'],
      circle.length === 1
        ? `puts ${shown(first)} after itself.`
        : `leads round in a circle: ${[...inWords(circle), shown(first)].join(' is after ')}.`,
      circle.length === 1 ? 'Take it out.' : 'Take one step of it out.',
    );
  }
}

const inWords = (ids: readonly string[]): readonly string[] =>
  ids.length <= 6 ? ids.map(shown) : [...ids.slice(0, 5).map(shown), `… (${ids.length - 5} more)`];

/**
 * One circle from every knot of a graph (strongly connected component, Tarjan 1972), each starting at the knot's
 * member that comes first in `next`.
 */
function circles(next: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const found: string[][] = [];

  const visit = (node: string): void => {
    order.set(node, order.size);
    lowest.set(node, order.get(node)!);
    stack.push(node);
    onStack.add(node);
    for (const to of next.get(node) ?? []) {
      if (!next.has(to)) continue;
      if (!order.has(to)) {
        visit(to);
        lowest.set(node, Math.min(lowest.get(node)!, lowest.get(to)!));
      } else if (onStack.has(to)) lowest.set(node, Math.min(lowest.get(node)!, order.get(to)!));
    }
    if (lowest.get(node) !== order.get(node)) return;
    const knot = stack.splice(stack.indexOf(node));
    for (const member of knot) onStack.delete(member);
    if (knot.length > 1 || next.get(node)!.includes(node)) found.push(knot);
  };
  for (const node of next.keys()) if (!order.has(node)) visit(node);

  const place = new Map([...next.keys()].map((id, i) => [id, i]));
  return found
    .map((knot) =>
      circleIn(
        new Set(knot),
        next,
        knot.reduce((a, b) => (place.get(a)! < place.get(b)! ? a : b)),
      ),
    )
    .sort((a, b) => place.get(a[0]!)! - place.get(b[0]!)!);
}

/** The shortest way from `start` back to itself within a knot. */
function circleIn(
  knot: ReadonlySet<string>,
  next: ReadonlyMap<string, readonly string[]>,
  start: string,
): readonly string[] {
  const ways: string[][] = [[start]];
  const seen = new Set<string>();
  for (let way = ways.shift(); way; way = ways.shift()) {
    for (const to of next.get(way.at(-1)!) ?? []) {
      if (to === start) return way;
      if (!knot.has(to) || seen.has(to)) continue;
      seen.add(to);
      ways.push([...way, to]);
    }
  }
  return [start];
}
