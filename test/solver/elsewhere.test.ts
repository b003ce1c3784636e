import { describe, expect, it } from 'vitest';
import { generateReview, generateTiny } from '../../fixtures/generate.ts';
import { elsewhereIn } from '../../solver/explain/elsewhere/elsewhere.ts';
import { OpenWeek } from '../../solver/explain/elsewhere/week.ts';
import { search } from '../../solver/solve.ts';
import { check } from '../../src/check/check.ts';
import type { PlaceInWeek, Way } from '../../src/check/elsewhere.ts';
import { type Finding, isBroken } from '../../src/check/finding.ts';
import { verdict } from '../../src/check/verdict.ts';
import { awayFor } from '../../src/programme/away.ts';
import type { Placement } from '../../src/programme/placement.ts';
import { type Cost, compareCosts, type Programme } from '../../src/programme/programme.ts';
import type { Place } from '../../src/review/places.ts';
import type { Review } from '../../src/review/review.ts';
import { at, overlaps } from '../../src/time/span.ts';
import { clock } from '../../src/time/words.ts';
import { aContact, aPeer, aPlacement, aProgramme, aReview, aSession } from '../support/cast.ts';
import { sampleProgramme, sampleReview } from '../support/sample-week.ts';

const long = process.env.PEERWEEK_LONG !== undefined;

/** The programme as somebody would write it down who did as they were told. */
const doing = (programme: Programme, { placement, others }: Pick<Way, 'placement' | 'others'>): Programme => {
  const moved = new Map([
    [placement.session, placement],
    ...others.map((c) => [c.session, c.after!] as const),
  ]);
  return {
    ...programme,
    placements: [...programme.placements.filter((p) => !moved.has(p.session)), ...moved.values()],
  };
};

const said = (f: Finding): string => `${f.rule}/${f.part} ${f.sentence}`;

/** Musts newly broken that name one of these sessions, or that there are more of than before. */
function newlyBroken(
  before: readonly Finding[],
  after: readonly Finding[],
  sessions: readonly string[],
): readonly Finding[] {
  const known = before.filter(isBroken).map(said);
  const count = (list: readonly Finding[], f: Finding) =>
    list.filter((o) => isBroken(o) && o.rule === f.rule && o.part === f.part).length;
  return after
    .filter(isBroken)
    .filter((f) => !known.includes(said(f)))
    .filter((f) => f.sessions.some((id) => sessions.includes(id)) || count(after, f) > count(before, f));
}

/** Two placements that overlap in one column; undefined where none do. */
function columnsClash(placements: readonly Placement[]): string | undefined {
  for (const [n, a] of placements.entries())
    for (const b of placements.slice(n + 1))
      if (a.stream === b.stream && overlaps(a.away, b.away)) return `${a.session}, ${b.session}`;
  return undefined;
}

/*
 * For every place of a session in a programme, whatever the programme breaks already:
 * 1. A way that is offered costs exactly what checking the programme that does so says, and breaks no must anew.
 * 2. `free` moves nobody else; `moves` moves one to three others, and just those whose placements are then others.
 * 3. What is refused or taken, tried as it says, breaks the rule that it names.
 * 4. The places are every quarter hour in the windows, and where the session is.
 * 5. What moves stands in a column in which it overlaps nothing, and what stays at its time in the column it had.
 * 6. Asking changes nothing: the same question again has the same answer.
 */
function doubts(week: OpenWeek, id: string): readonly string[] {
  const { review, programme } = week;
  const before = check(review, programme);
  const out: string[] = [];
  const told = elsewhereIn(week, id)!;
  const doubt = (place: PlaceInWeek, what: string) =>
    out.push(`${id} at ${place.start} (${place.state}): ${what}`);
  const judge = (place: PlaceInWeek, way: Way, most: number): void => {
    const then = doing(programme, way);
    const findings = check(review, then);
    const { cost } = verdict(review, then, findings);
    if (cost.join() !== way.cost.join()) doubt(place, `says ${way.cost}, costs ${cost}`);
    way.change.forEach((by, tier) => {
      if (Math.abs(told.cost[tier]! + by - cost[tier]!) > 1e-6)
        doubt(place, 'the change is not the difference');
    });
    const moved = [id, ...way.others.map((c) => c.session)];
    if (columnsClash(programme.placements) === undefined) {
      const clash = columnsClash(then.placements);
      if (clash) doubt(place, `two in one column: ${clash}`);
    }
    const was = new Map(programme.placements.map((p) => [p.session, p]));
    for (const p of then.placements) {
      const { start, end, stream } = was.get(p.session) ?? {};
      if (p.start === start && p.end === end && p.stream !== stream) doubt(place, `${p.session}: column`);
    }
    for (const f of newlyBroken(before, findings, moved)) doubt(place, `breaks ${said(f)}`);
    if (way.others.length > most || (most > 0 && way.others.length === 0)) doubt(place, 'moves so many');
    if (way.placement.start !== place.start) doubt(place, 'goes elsewhere');
  };
  for (const place of told.places) {
    if (place.state === 'here' && place.better) {
      judge(place, place.better, 0);
      if (compareCosts(place.better.cost, told.cost) >= 0) doubt(place, 'is no better');
    }
    if (place.state === 'free') judge(place, place.way, 0);
    if (place.state === 'free' && place.keeping) {
      judge(place, place.keeping, 0);
      if (compareCosts(place.keeping.cost, place.way.cost) < 0)
        doubt(place, 'keeping is better than the best');
      if (JSON.stringify(place.keeping.placement.place) !== JSON.stringify(told.here!.place))
        doubt(place, 'keeps another room');
    }
    if (place.state === 'moves') judge(place, place.way, 3);
    if (place.state === 'free' || place.state === 'here' || !place.against.tried) continue;
    const { rule, tried } = place.against;
    const broken = check(review, doing(programme, { placement: tried, others: [] })).filter(isBroken);
    if (!broken.some((f) => f.rule === rule)) doubt(place, `${rule} says nothing of it`);
  }
  const starts = new Set(told.here ? [told.here.start] : []);
  const { minutes } = review.sessions.find((s) => s.id === id)!;
  for (const w of review.frame.windows)
    for (let start = w.from; start + minutes <= w.to; start += 15) starts.add(start);
  expect(told.places.map((p) => p.start)).toEqual([...starts].sort((a, b) => a - b));
  if (JSON.stringify(elsewhereIn(week, id)) !== JSON.stringify(told)) out.push(`${id}: another answer`);
  return out;
}

describe('what is said of every other place is what doing it gives', () => {
  const made = (size: 'S' | 'M' | 'L', tightness: 'loose' | 'tight' | 'over', seed: number) => {
    const review = generateReview({ size, tightness, seed });
    return new OpenWeek(review, search(review, { seed: 1, timeLimit: 0.5 }, () => false).programme);
  };
  const sizes = long ? (['S', 'M', 'L'] as const) : (['S'] as const);
  it.each(
    sizes.flatMap((size) =>
      (['loose', 'tight', 'over'] as const).map((tightness) => [size, tightness] as const),
    ),
  )(
    'in a week that was built: %s %s',
    (size, tightness) => {
      const week = made(size, tightness, 2);
      const items = week.model.items.filter((_, n) => long || n % 17 === 4);
      expect(items.flatMap((item) => doubts(week, item.session.id))).toEqual([]);
    },
    600_000,
  );

  it('in the week as the manual prints it, off the grid and with musts broken', () => {
    const week = new OpenWeek(sampleReview(), sampleProgramme());
    const items = week.model.items.filter((_, n) => long || n % 13 === 2);
    expect(items.flatMap((item) => doubts(week, item.session.id))).toEqual([]);
  }, 600_000);

  it.each(Array.from({ length: long ? 300 : 25 }, (_, n) => [n]))('in small week %i', (n) => {
    const review = generateTiny(n);
    const { programme } = search(review, { seed: 1, timeLimit: 0.2 }, () => false);
    const week = new OpenWeek(review, programme);
    expect(week.model.items.flatMap((item) => doubts(week, item.session.id))).toEqual([]);
  });
});

describe('what is free is found, and the best of it', () => {
  const everyPlace = (review: Review): readonly Place[] => [
    { office: true },
    { phone: true },
    ...review.rooms.map((r) => ({ room: r.id })),
    ...review.sites.map((s) => ({ site: s.id })),
  ];
  const everyTeam = (review: Review): readonly (readonly string[])[] => {
    const ids = review.peers.map((p) => p.id);
    return [...ids.map((a) => [a]), ...ids.flatMap((a, i) => ids.slice(i + 1).map((b) => [a, b]))];
  };

  /*
   * For every place of every session of a small week, by trying every room and every one or two peers with the
   * checker alone: it is free exactly where one of them breaks no must, and the way costs what the best of them does.
   */
  it.each(Array.from({ length: long ? 200 : 8 }, (_, n) => [n]))(
    'in small week %i',
    (n) => {
      const review = generateTiny(n);
      const { programme } = search(review, { seed: 1, timeLimit: 0.2 }, () => false);
      const week = new OpenWeek(review, programme);
      const before = check(review, programme);
      const wrong: string[] = [];
      for (const { session } of week.model.items) {
        for (const place of elsewhereIn(week, session.id)!.places) {
          if (place.state === 'here') continue;
          let best: Cost | undefined;
          for (const where of everyPlace(review)) {
            for (const peers of everyTeam(review)) {
              const time = { from: place.start, to: place.start + session.minutes };
              const placement: Placement = {
                session: session.id,
                start: time.from,
                end: time.to,
                away: awayFor(review, session, where, time),
                stream: 'A',
                place: where,
                peers,
                told: false,
              };
              const then = doing(programme, { placement, others: [] });
              const findings = check(review, then);
              if (newlyBroken(before, findings, [session.id]).length > 0) continue;
              const { cost } = verdict(review, then, findings);
              if (!best || compareCosts(cost, best) < 0) best = cost;
            }
          }
          const found = place.state === 'free' ? place.way.cost : undefined;
          if (found?.join() !== best?.join())
            wrong.push(`${session.id} at ${place.start}: ${place.state} ${found}, the best is ${best}`);
        }
      }
      expect(wrong).toEqual([]);
    },
    60_000,
  );
});

describe('a morning of one stream, hour by hour', () => {
  const ann = aSession('ann', { title: 'Ann Ash', contacts: ['ann'] });
  const bob = aSession('bob', { title: 'Bob Bay', contacts: ['bob'] });
  const morning = { id: 'm', day: 2, from: at(2, 9), to: at(2, 11), streams: 1, limit: 1, evening: false };
  const review = (over: Partial<Review> = {}): Review =>
    aReview({
      streams: 1,
      moreStreams: { limit: 1, when: 'never' },
      frame: { events: [], windows: [morning] },
      peers: [aPeer('p'), aPeer('q')],
      contacts: [aContact('ann'), aContact('bob')],
      sessions: [ann, bob],
      ...over,
    });
  const both = aProgramme([
    aPlacement(ann, 2, 9, 0, { peers: ['p', 'q'] }),
    aPlacement(bob, 2, 10, 0, { peers: ['p', 'q'] }),
  ]);
  const ask = (of: Review, programme: Programme, from?: number) =>
    elsewhereIn(new OpenWeek(of, programme, from === undefined ? {} : { from }), 'ann')!;
  const states = (of: Review, programme: Programme, from?: number) =>
    ask(of, programme, from).places.map((p) => `${clock(p.start)} ${p.state}`);

  it('swaps two: the other goes where this was, and both their people are told', () => {
    expect(states(review(), both)).toEqual([
      '9.00am here',
      '9.15am taken',
      '9.30am taken',
      '9.45am taken',
      '10.00am moves',
    ]);
    const last = ask(review(), both).places.at(-1)!;
    const way = last.state === 'moves' ? last.way : undefined;
    expect(way?.others.map((c) => [c.session, c.moved, c.after?.start])).toEqual([
      ['bob', ['time'], at(2, 9)],
    ]);
    expect([...way!.tell].sort()).toEqual(['ann', 'bob', 'p', 'q']);
    expect(way?.change).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('says who is there where nobody can make room', () => {
    const place = ask(review(), both).places[1]!;
    expect(place.state === 'taken' && place.by).toEqual(['bob']);
  });

  it('says which rule refuses a time, with its own sentence (diaries, manual 1446)', () => {
    const busy = [{ from: at(2, 10, 30), to: at(2, 11) }];
    const of = review({
      contacts: [aContact('ann', { diary: { busy, ifNeeded: [], preferred: [] } }), aContact('bob')],
    });
    const place = ask(of, both).places.at(-1)!;
    expect(place.state === 'refused' && [place.against.rule, place.against.sentence]).toEqual([
      'diaries',
      'Contact ann can’t be had for Ann Ash on Tuesday, 10.00am to 11.00am: the diary says no.',
    ]);
  });

  it('leaves a locked session where it is, and moves none that is locked', () => {
    const lock = { time: true, place: false, peers: false, by: 'Cy', because: 'She flies at noon' };
    const ofAnn = ask(review({ locks: [{ ...lock, session: 'ann' }] }), both);
    expect(ofAnn.places.map((p) => p.state)).toEqual(['here', 'refused', 'refused', 'refused', 'refused']);
    expect(ofAnn.settled).toEqual(['Its time is locked by Cy: She flies at noon.']);
    expect(states(review({ locks: [{ ...lock, session: 'bob' }] }), both).at(-1)).toBe('10.00am taken');
  });

  it('leaves the past alone', () => {
    expect(states(review(), both, at(2, 9, 30))).toEqual([
      '9.00am here',
      '9.15am refused',
      '9.30am refused',
      '9.45am refused',
      '10.00am refused',
    ]);
  });

  it('finds a place for one that is left out, and what it gains', () => {
    const [, second] = both.placements;
    const told = ask(review(), aProgramme([second!]));
    expect(told.here).toBeUndefined();
    expect(told.best?.start).toBe(at(2, 9));
    // No break in common to the morning (2), and the same two again (1).
    expect(told.best?.way.change).toEqual([-1, 0, 0, 0, 0, 3]);
    expect(told.best?.way.placement.peers).toEqual(['p', 'q']);
  });

  it('knows no session that is not placed on its own', () => {
    expect(elsewhereIn(new OpenWeek(review(), both), 'nobody')).toBeUndefined();
  });
});
