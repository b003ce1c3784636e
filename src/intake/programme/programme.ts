import { awayFor } from '../../programme/away.ts';
import type { PlacementEntry, ProgrammeFile } from '../../programme/file.ts';
import type { Placement } from '../../programme/placement.ts';
import { heldIn, type Programme, type Unplaced } from '../../programme/programme.ts';
import { lettersFor } from '../../programme/streams.ts';
import { sessionOf, sessionsToPlace } from '../../review/facts.ts';
import type { LocalTime } from '../../review/file.ts';
import type { Review } from '../../review/review.ts';
import { deepFreeze } from '../freeze.ts';
import { given } from '../given.ts';
import { minuteIn, type Times } from '../times.ts';

/**
 * The programme of a file in which no problem was found: what was left out filled in, frozen. Peers whom the review does
 * not know are taken out of it, and sessions that it does not know out of what has no place.
 */
export function toProgramme(file: ProgrammeFile, review: Review, times: Times): Programme {
  const minute = (text: LocalTime) => minuteIn(times.local(text));
  const placements = file.placements.map((p) => toPlacement(p, review, minute));
  return deepFreeze({
    ...given(file, 'review', 'revision', 'cost', 'bound', 'seed'),
    placements: withStreams(placements, review),
    fixedEvents: (file.fixedEvents ?? []).map((e) => ({
      id: e.id,
      start: minute(e.start),
      end: minute(e.end),
    })),
    unplaced:
      file.unplaced?.flatMap((u) =>
        sessionOf(review, u.session) ? [{ session: u.session, because: u.because ?? [] }] : [],
      ) ?? rest(file, review),
  });
}

function toPlacement(entry: PlacementEntry, review: Review, minute: (text: LocalTime) => number): Placement {
  const [start, end] = [minute(entry.start), minute(entry.end)];
  const session = sessionOf(review, entry.session);
  const { away } = entry;
  const time = { from: start, to: end };
  const peers = (entry.peers ?? []).filter((id) => review.peers.some((p) => p.id === id));
  return {
    ...given(entry, 'session', 'place'),
    start,
    end,
    away: away
      ? { from: minute(away.from), to: minute(away.to) }
      : session
        ? awayFor(review, session, entry.place, time)
        : time,
    stream: entry.stream ?? '',
    peers,
    ...(entry.lead !== undefined && peers.includes(entry.lead) && { lead: entry.lead }),
    told: entry.told ?? false,
  };
}

/** A letter for those that have none. */
function withStreams(placements: readonly Placement[], review: Review): readonly Placement[] {
  if (placements.every((p) => p.stream !== '')) return placements;
  const letters = lettersFor(heldIn(review, { placements }), review.streams);
  return placements.map((p) => (p.stream === '' ? { ...p, stream: letters.get(p.session) ?? 'A' } : p));
}

/** Everything that a programme which does not say what it leaves out does not place. */
function rest(file: ProgrammeFile, review: Review): readonly Unplaced[] {
  const placed = new Set(file.placements.map((p) => p.session));
  return sessionsToPlace(review)
    .filter((s) => !placed.has(s.id))
    .map((s) => ({ session: s.id, because: [] }));
}
