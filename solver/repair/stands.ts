import { oneByOne } from '../../src/check/breaches.ts';
import { peopleMovedBy } from '../../src/programme/disturbed.ts';
import type { Held } from '../../src/programme/placement.ts';
import type { Minute } from '../../src/time/span.ts';
import { type CompileOptions, fixedBy } from '../model/kept.ts';
import type { Item, Model, Slot } from '../model/model.ts';
import { breaks } from '../model/parts.ts';
import { type Choice, heldAt } from '../search/choice.ts';

/** What a programme to keep has of one session, and how much of it may stay as far as the session's own rules go. */
export interface Stand {
  readonly choice: Choice;
  readonly start: Minute;
  readonly end: Minute;
  readonly told: boolean;
  /** Whom it disturbs by moving, by number. */
  readonly people: readonly number[];
  /** What locks or the past leave no choice about. */
  readonly pinned: { readonly time: boolean; readonly place: boolean; readonly peers: boolean };
  /** The slots at its time that may be had, the one it stands in first; none where the time is lost. */
  readonly at: readonly number[];
  /** Whether it may stay at its time, in its place and with its peers, all else forgotten. */
  readonly whole: boolean;
}

/** What stands of a programme, by item; undefined where it does not hold the session. */
export interface Stands {
  readonly of: (Stand | undefined)[];
  /** How many numbers there are for people. */
  readonly people: number;
  /** Sessions that the programme knows of and leaves out, by item. */
  readonly leftOut: readonly boolean[];
}

/** Works out what stands of the programme to keep, for a model that was compiled with it (`standing`). */
export function standsIn(model: Model, options: CompileOptions): Stands {
  const numbers = new Map<string, number>();
  const numberOf = (id: string): number => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, numbers.size);
    return numbers.size - 1;
  };
  const of = model.items.map((item) => standOf(model, item, options, numberOf));
  const unplaced = new Set(options.keep?.unplaced.map((u) => u.session));
  return {
    of,
    people: numbers.size,
    leftOut: model.items.map((item) => !item.standing && unplaced.has(item.session.id)),
  };
}

function standOf(
  model: Model,
  item: Item,
  options: CompileOptions,
  numberOf: (id: string) => number,
): Stand | undefined {
  const { standing, session } = item;
  const fixed = fixedBy(model.review, session, options);
  if (!standing || !fixed) return undefined;
  const { placement } = fixed;
  const pinned = { time: fixed.time, place: fixed.place, peers: fixed.peers };
  const refused = refusedOf(model, heldAt(item, standing));
  const whole =
    (pinned.time || !refused.time) && (pinned.place || !refused.place) && (pinned.peers || !refused.peers);
  const at = item.slots.filter(
    (s) => s.start === placement.start && s.end === placement.end && (whole || !isAdded(item, s)),
  );
  return {
    choice: { slot: standing.slot, place: standing.place, team: standing.team },
    start: placement.start,
    end: placement.end,
    told: placement.told,
    people: peopleMovedBy(model.review, session.id).map(numberOf),
    pinned,
    at: at.map((s) => s.index).sort((a, b) => Number(b === standing.slot) - Number(a === standing.slot)),
    whole,
  };
}

const isAdded = ({ standing }: Item, slot: Slot): boolean =>
  standing?.added.slot === true && slot.index === standing.slot;

/** Whether a choice is among those that the rules offer; one that is there for a standing choice alone is for that alone. */
export function isOffered(item: Item, { slot, place, team }: Choice): boolean {
  const { standing } = item;
  if (!standing) return true;
  if (slot === standing.slot && place === standing.place && team === standing.team) return true;
  const { added } = standing;
  return !(
    (added.slot && slot === standing.slot) ||
    (added.place && place === standing.place) ||
    (added.team && team === standing.team)
  );
}

/** Which of the time, the place and the peers of a placement a must on it alone refuses. */
function refusedOf(
  { review, parts }: Model,
  held: Held,
): { readonly time: boolean; readonly place: boolean; readonly peers: boolean } {
  const refused = { time: false, place: false, peers: false };
  for (const { rule, part } of parts.placedMusts) {
    const looks = part.looksAt;
    const what =
      looks.includes('peer') || looks.includes('peers')
        ? 'peers'
        : looks.includes('place')
          ? 'place'
          : 'time';
    if (refused[what]) continue;
    for (const one of oneByOne(looks, held))
      if (breaks(review, rule, part, part.test(review, one))) refused[what] = true;
  }
  return refused;
}
