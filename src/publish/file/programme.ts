import type { ProgrammeFile } from '../../programme/file.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Review } from '../../review/review.ts';
import { writeLocal } from '../../time/week.ts';
import type { Writing } from './absent.ts';

/** A programme as a file has it, its times local ones of the review's week. */
export function programmeFile(review: Review, programme: Programme): Writing<ProgrammeFile> {
  const local = (minute: number) => writeLocal(review.week, minute);
  return {
    $schema: undefined,
    peerweek: 1,
    review: programme.review,
    revision: programme.revision,
    placements: programme.placements.map((p) => ({
      session: p.session,
      start: local(p.start),
      end: local(p.end),
      away: { from: local(p.away.from), to: local(p.away.to) },
      stream: p.stream,
      place: p.place,
      peers: p.peers,
      lead: p.lead,
      told: p.told,
    })),
    fixedEvents: programme.fixedEvents.map((e) => ({ id: e.id, start: local(e.start), end: local(e.end) })),
    unplaced: programme.unplaced.map((u) => ({ session: u.session, because: u.because })),
    cost: programme.cost,
    bound: programme.bound,
    seed: programme.seed,
  };
}
