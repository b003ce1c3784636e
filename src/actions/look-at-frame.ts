import { checkWith } from '../check/check.ts';
import type { Finding } from '../check/finding.ts';
import type { Entry } from '../entry/entry.ts';
import { frameOf } from '../entry/frame.ts';
import { reviewOf } from '../intake/index.ts';
import type { Review } from '../review/review.ts';
import type { Part } from '../rules/rule.ts';

/** Whether a part of a rule looks at the frame alone, and must be kept. */
const ofTheFrame = (part: Part): boolean =>
  part.kind === 'must' && part.shape === 'whole' && part.over === 'frame';

/** The frame by itself, without the people and places that its events name. */
function bare(entry: Entry): Entry {
  const {
    sponsor: _sponsor,
    organiser: _organiser,
    weights: _weights,
    limits: _limits,
    ...about
  } = entry.review;
  const frame = {
    days: frameOf(entry).days.map((day) => ({
      ...day,
      ...(day.events && {
        events: day.events
          .filter((e) => e.peers === undefined || e.peers === 'all')
          .map(({ contacts: _contacts, place: _place, ...event }) => event),
      }),
    })),
  };
  return { peerweek: 1, review: { ...about, frame } };
}

/**
 * What the rule book says of the frame of a week, whatever else of the review is still missing. Empty too where the
 * frame itself can't be read: then something in it is wrong that the page says by itself. `whole`: the checked review,
 * where there is one.
 */
export function lookAtFrame(entry: Entry, whole?: Review): readonly Finding[] {
  const known = looked.get(entry);
  if (known) return known;
  const found = whole ? framesOf(whole) : look(entry);
  looked.set(entry, found);
  return found;
}

/** Kept as long as what is entered is: it is read once, and looked at on every page of the frame. */
const looked = new WeakMap<Entry, readonly Finding[]>();

function look(entry: Entry): readonly Finding[] {
  const { sessions: _sessions, locks: _locks, waivers: _waivers, declined: _declined, ...rest } = entry;
  const whole = reviewOf(rest);
  const reading = whole.ok ? whole : reviewOf(bare(entry));
  return reading.ok ? framesOf(reading.value) : [];
}

/** What the rules of the frame say of a checked review. */
function framesOf(review: Review): readonly Finding[] {
  const nothing = {
    review: review.id,
    revision: review.revision,
    placements: [],
    fixedEvents: [],
    unplaced: [],
  };
  return checkWith(ofTheFrame, review, nothing);
}
