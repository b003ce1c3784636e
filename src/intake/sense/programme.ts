import type { PlacementEntry, ProgrammeFile } from '../../programme/file.ts';
import { sessionsToPlace } from '../../review/facts.ts';
import type { Review } from '../../review/review.ts';
import { DAY, type Minute } from '../../time/span.ts';
import { didYouMean } from '../near.ts';
import { numbered, type Partly } from '../partly.ts';
import { type Path, type Problems, pathText, shown } from '../problem.ts';
import type { Times } from '../times.ts';

/** What a programme may name though the review has it no longer, by the lists that it would be in. */
export type Gone = readonly ('sessions' | 'peers')[];

/**
 * The sense of a programme for its review: it names what there is, once each, at times that there are. Of `gone` it may
 * name what there is no more.
 */
export function askProgramme(
  review: Review,
  entry: Partly<ProgrammeFile>,
  times: Times,
  problems: Problems,
  gone: Gone = [],
): void {
  new Question(review, times, problems, gone).ask(entry);
}

type Named = 'sessions' | 'peers' | 'rooms' | 'sites' | 'events';

class Question {
  readonly #review: Review;
  readonly #times: Times;
  readonly #problems: Problems;
  readonly #ids: Readonly<Record<Named, ReadonlySet<string>>>;
  readonly #toPlace: ReadonlySet<string>;
  readonly #gone: readonly Named[];

  constructor(review: Review, times: Times, problems: Problems, gone: Gone) {
    const ids = (things: readonly { readonly id: string }[]) => new Set(things.map((t) => t.id));
    this.#review = review;
    this.#times = times;
    this.#problems = problems;
    this.#gone = gone;
    this.#toPlace = ids(sessionsToPlace(review));
    this.#ids = {
      sessions: ids(review.sessions),
      peers: ids(review.peers),
      rooms: ids(review.rooms),
      sites: ids(review.sites),
      events: ids(review.frame.events),
    };
  }

  ask(entry: Partly<ProgrammeFile>): void {
    if (entry.review !== undefined && entry.review !== this.#review.id)
      this.#problems.add(
        ['review'],
        `is ${shown(entry.review)}, and the review given is ${shown(this.#review.id)}.`,
        'Give the programme of this review.',
      );
    const used = new Map<string, string>();
    for (const [placement, i] of numbered(entry.placements)) {
      this.#placement(['placements', i], placement);
      this.#once(['placements', i, 'session'], placement.session, used);
    }
    for (const [item, i] of numbered(entry.unplaced)) {
      this.#knows(['unplaced', i, 'session'], item.session, 'sessions', 'a session of the review');
      this.#once(['unplaced', i, 'session'], item.session, used);
    }
    const moved = new Map<string, string>();
    for (const [event, i] of numbered(entry.fixedEvents)) {
      const at = ['fixedEvents', i];
      this.#knows([...at, 'id'], event.id, 'events', 'a fixed event of the review’s frame');
      this.#once([...at, 'id'], event.id, moved);
      this.#span(at, ['start', event.start], ['end', event.end]);
    }
  }

  #placement(at: Path, { session, start, end, away, place, peers, lead }: Partly<PlacementEntry>): void {
    this.#knows([...at, 'session'], session, 'sessions', 'a session of the review');
    this.#included([...at, 'session'], session);
    this.#span(at, ['start', start], ['end', end]);
    if (away) this.#span([...at, 'away'], ['from', away.from], ['to', away.to]);
    if (place && 'room' in place)
      this.#knows([...at, 'place', 'room'], place.room, 'rooms', 'a room of the review');
    if (place && 'site' in place)
      this.#knows([...at, 'place', 'site'], place.site, 'sites', 'a site of the review');
    const seen = new Map<string, string>();
    for (const [peer, i] of numbered(peers)) {
      this.#knows([...at, 'peers', i], peer, 'peers', 'a peer of the review');
      this.#once([...at, 'peers', i], peer, seen);
    }
    if (lead !== undefined && !seen.has(lead))
      this.#problems.add(
        [...at, 'lead'],
        `${shown(lead)} is not among its peers.`,
        'Name one of those who take it, or leave it out.',
      );
  }

  #knows(path: Path, id: string | undefined, list: Named, what: string): void {
    if (id === undefined || this.#ids[list].has(id) || this.#gone.includes(list)) return;
    this.#problems.add(
      path,
      `${shown(id)} is not ${what}.`,
      (!this.#problems.many && didYouMean(id, this.#ids[list])) || 'Give the id of one.',
    );
  }

  /** What a visit includes is held in the course of it and has no placement of its own. */
  #included(path: Path, id: string | undefined): void {
    if (id === undefined || this.#toPlace.has(id) || !this.#ids.sessions.has(id)) return;
    const visit = this.#review.sessions.find((s) => s.includes.includes(id));
    this.#problems.add(
      path,
      `${shown(id)} is held in the course of ${shown(visit?.id)}.`,
      'Take this placement out.',
    );
  }

  #once(path: Path, id: string | undefined, used: Map<string, string>): void {
    if (id === undefined) return;
    const other = used.get(id);
    if (other === undefined) used.set(id, pathText(path));
    else this.#problems.add(path, `${shown(id)} is named by ${other} already.`, 'Keep one of the two.');
  }

  #span(
    at: Path,
    [start, from]: readonly [string, string | undefined],
    [end, to]: readonly [string, string | undefined],
  ) {
    const [a, b] = [this.#minute([...at, start], from), this.#minute([...at, end], to)];
    if (a !== undefined && b !== undefined && b <= a)
      this.#problems.add([...at, end], 'is not after the start.', 'Give an end after the start.');
  }

  #minute(path: Path, text: string | undefined): Minute | undefined {
    const reading = text === undefined ? undefined : this.#times.local(text);
    if (!reading) return undefined;
    if (!reading.ok) this.#problems.add(path, reading.what, reading.mend);
    else if (reading.minute < 0 || reading.minute > 6 * DAY)
      this.#problems.add(
        path,
        `${text} is outside the on-site week.`,
        `Day 1 is ${this.#review.week.firstDay}.`,
      );
    else return reading.minute;
    return undefined;
  }
}
