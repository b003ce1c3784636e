import type { PlacementEntry, ProgrammeFile } from '../programme/file.ts';
import type { Programme } from '../programme/programme.ts';
import { sessionsToPlace } from '../review/facts.ts';
import type { Review } from '../review/review.ts';
import { DAY } from '../time/span.ts';
import { readLocal } from '../time/week.ts';
import { readJsonText } from './json-text.ts';
import { Problems, type Reading } from './problem.ts';
import { readProgramme } from './programme.ts';
import { programmeFile } from './schema/programme.ts';
import { fitToShape } from './shape.ts';

/** Why a session of a draft has no place any more, where what it named is gone; undefined: it keeps its place. */
function goneFrom(review: Review, { start, end, away, place }: PlacementEntry): string | undefined {
  const isIn = (time: string | undefined): boolean => {
    const reading = time === undefined ? undefined : readLocal(review.week, time);
    return !reading || (reading.ok && reading.minute >= 0 && reading.minute <= 6 * DAY);
  };
  if (![start, end, away?.from, away?.to].every(isIn)) return 'Its time is not in the week any more.';
  if ('room' in place && !review.rooms.some((r) => r.id === place.room))
    return 'Its room is not there any more.';
  if ('site' in place && !review.sites.some((s) => s.id === place.site))
    return 'Its site is not there any more.';
  return undefined;
}

/** What of a file the review still has: sessions that are gone leave it, what has lost its room or time has no place. */
function fitted(review: Review, file: ProgrammeFile): ProgrammeFile {
  const { cost: _, bound: __, ...rest } = file;
  const toPlace = new Set(sessionsToPlace(review).map((s) => s.id));
  const known = file.placements.filter((p) => toPlace.has(p.session));
  const lost = known.flatMap((p) => {
    const because = goneFrom(review, p);
    return because === undefined ? [] : [{ session: p.session, because: [because] }];
  });
  const out = new Set(lost.map((l) => l.session));
  return {
    ...rest,
    placements: known
      .filter((p) => !out.has(p.session))
      .map(({ peers = [], lead, ...placement }) => {
        const there = peers.filter((id) => review.peers.some((p) => p.id === id));
        return { ...placement, peers: there, ...(lead !== undefined && there.includes(lead) && { lead }) };
      }),
    unplaced: [...(file.unplaced ?? []).filter((u) => toPlace.has(u.session)), ...lost],
    ...(file.fixedEvents && {
      fixedEvents: file.fixedEvents.filter((e) => review.frame.events.some((event) => event.id === e.id)),
    }),
  };
}

/**
 * A draft that we wrote, read for its review as that is now. What was taken out of the review since leaves the draft,
 * and all else stays where it was: a room or a session that goes takes no week with it. Where nothing of it would be left
 * it is not read: it is a programme of another week.
 */
export function readDraft(text: string, review: Review): Reading<Programme> {
  const whole = readProgramme(text, review);
  if (whole.ok) return whole;
  const json = readJsonText(text);
  const problems = new Problems();
  const fit = json.ok ? fitToShape<ProgrammeFile>(programmeFile, json.value, problems) : undefined;
  if (!fit?.left || !problems.none) return whole;
  const kept = fitted(review, fit.left as ProgrammeFile);
  const left = kept.placements.length > 0 ? readProgramme(JSON.stringify(kept), review) : whole;
  return left.ok ? left : whole;
}
