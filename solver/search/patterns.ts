import type { Window } from '../../src/review/frame.ts';
import type { Minute } from '../../src/time/span.ts';
import type { Model, Slot } from '../model/model.ts';
import { TICK } from '../model/model.ts';
import type { Random } from '../random.ts';

/** How a window is cut into blocks: the start of each block by its end, the swap point. */
export type Pattern = ReadonlyMap<Minute, Minute>;

/** Draws ways to cut windows: blocks as long as the sessions are, ending where sessions must end. */
export class Patterns {
  private readonly lengths: readonly Minute[];
  /** By window. */
  private readonly given: ReadonlyMap<string, readonly Minute[]>;

  constructor(model: Model) {
    this.lengths = blockLengths(model);
    this.given = new Map(model.review.frame.windows.map((w) => [w.id, givenEnds(model, w)]));
  }

  /** A way to cut a window, drawn by chance; of several drawn, the one that has most of the ends it must have. */
  draw(window: Window, random: Random): Pattern {
    const { lengths } = this;
    const given = this.given.get(window.id)!;
    let best = draw(window, lengths, random);
    const score = (p: Pattern) => given.filter((end) => p.has(end)).length;
    for (let tries = 0; tries < 30 && score(best) < given.length; tries++) {
      const other = draw(window, lengths, random);
      if (score(other) > score(best)) best = other;
    }
    return best;
  }
}

/** Lengths of blocks to draw from, each as often as there are sessions of that length, visits aside. */
function blockLengths(model: Model): readonly Minute[] {
  const lengths = model.items
    .filter((i) => i.session.kind !== 'site-visit')
    .map((i) => Math.ceil(i.session.minutes / TICK) * TICK);
  return lengths.length > 0 ? lengths : [60];
}

/** Ends that a window must have: those of sessions whose time is given. */
function givenEnds(model: Model, window: Window): readonly Minute[] {
  return model.items
    .filter((i) => i.slots.length > 0 && i.slots.every((s) => s.awayTo === i.slots[0]!.awayTo))
    .map((i) => i.slots[0]!.awayTo)
    .filter((end) => end > window.from && end <= window.to);
}

function draw(window: Window, lengths: readonly Minute[], random: Random): Pattern {
  const blocks: Minute[] = [];
  let room = window.to - window.from;
  const shortest = Math.min(...lengths);
  while (room >= shortest) {
    const length = lengths[random.below(lengths.length)]!;
    if (length > room) {
      if (random.next() < 0.3) break;
      continue;
    }
    blocks.push(length);
    room -= length;
  }
  // What is left over becomes gaps, most often one break in the middle.
  const gaps = new Array<Minute>(blocks.length + 1).fill(0);
  const favourite = random.below(blocks.length + 1);
  for (let left = Math.floor(room / TICK); left > 0; left--) {
    const where = random.next() < 0.6 ? favourite : random.below(gaps.length);
    gaps[where]! += TICK;
  }
  const pattern = new Map<Minute, Minute>();
  let now = window.from;
  blocks.forEach((length, i) => {
    now += gaps[i]!;
    pattern.set(now + length, now);
    now += length;
  });
  return pattern;
}

/** Whether a slot ends at a swap point of the pattern and, a visit aside, lies within the block. */
export function conforms(pattern: Pattern, slot: Slot): boolean {
  const start = pattern.get(slot.awayTo);
  return start !== undefined && (slot.held.session.kind === 'site-visit' || slot.start >= start);
}

/** Whether a slot lies within a window. */
export const covers = (window: Window, slot: Slot): boolean =>
  slot.start >= window.from && slot.end <= window.to;
