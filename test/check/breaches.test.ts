import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breachesOf, scopesOf } from '../../src/check/breaches.ts';
import type { Held } from '../../src/programme/placement.ts';
import type { PairedPart, PlacedPart, SharedPart, WholePart } from '../../src/rules/rule.ts';
import { aContact, aHeld, aPeer, aReview, aRoom, aSession } from '../support/cast.ts';

const review = aReview({
  peers: [aPeer('jo'), aPeer('sam')],
  contacts: [aContact('leader'), aContact('chief')],
  rooms: [aRoom('two')],
});
const session = (id: string, contacts: readonly string[] = []) => aSession(id, { contacts });

/** At most so many sessions in one room at once; says who shares it, and when. */
const atMost = (most: number, over: 'time' | 'away' = 'time'): SharedPart => ({
  name: 'rule',
  kind: 'must',
  shape: 'shared',
  looksAt: 'place',
  over,
  asks: 'A room is not overfull.',
  draws: (_, { placement: { place } }) => ('room' in place ? [place.room] : []),
  atMost: () => most,
  breach: (_, key, held, when) => ({
    sessions: held.map((h) => h.session.id),
    when,
    where: key,
    say: () => `${key} is overfull.`,
  }),
});

const inRoom = (id: string, hour: number, minute: number, minutes: number, room = 'two'): Held =>
  aHeld(session(id), 2, hour, minute, { place: { room }, minutes });
const said = (part: SharedPart, held: readonly Held[]) =>
  breachesOf(review, part, held, {}).map(({ sessions, when, where }) => ({
    sessions,
    minutes: when ? when.to - when.from : 0,
    where,
  }));

describe('shared: what is drawn on at one moment', () => {
  it('is counted thing by thing, and one after the other is not at once', () =>
    expect(
      said(atMost(1), [
        inRoom('a', 9, 0, 60),
        inRoom('b', 10, 0, 60),
        inRoom('c', 9, 0, 120, 'three'),
        aHeld(session('d'), 2, 9, 0),
      ]),
    ).toEqual([]));

  it('names those there together, and the minutes that all of them are', () =>
    expect(said(atMost(1), [inRoom('a', 9, 0, 120), inRoom('b', 9, 0, 60), inRoom('c', 10, 30, 60)])).toEqual(
      [
        { sessions: ['a', 'b'], minutes: 60, where: 'two' },
        { sessions: ['a', 'c'], minutes: 30, where: 'two' },
      ],
    ));

  it('lets as many share as may', () => {
    const three = [inRoom('a', 9, 0, 120), inRoom('b', 9, 30, 60), inRoom('c', 10, 0, 60)];
    expect(said(atMost(3), three)).toEqual([]);
    expect(said(atMost(2), three)).toEqual([{ sessions: ['a', 'b', 'c'], minutes: 30, where: 'two' }]);
  });

  it('goes by the time away where the part does', () => {
    const early: Held = inRoom('a', 9, 0, 60);
    const late = inRoom('b', 10, 15, 60);
    const away = (h: Held, minutes: number): Held => ({
      ...h,
      placement: {
        ...h.placement,
        away: { from: h.placement.start - minutes, to: h.placement.end + minutes },
      },
    });
    const held = [away(early, 15), away(late, 15)];
    expect(said(atMost(1, 'time'), held)).toEqual([]);
    expect(said(atMost(1, 'away'), held)).toEqual([{ sessions: ['a', 'b'], minutes: 15, where: 'two' }]);
  });

  /*
   * 1. It speaks if and only if at some minute more than `most` are there.
   * 2. What it names was there together, for every minute that it gives, and was more than `most`.
   * 3. It never says the same of the same sessions twice.
   */
  it('agrees with counting minute by minute', () => {
    const spans = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 20 })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(spans, fc.integer({ min: 1, max: 3 }), (list, most) => {
        const held = list
          .map(([from, minutes], i) => inRoom(`s${i}`, 9, from, minutes))
          .sort((a, b) => a.placement.start - b.placement.start);
        const start = Math.min(...held.map((h) => h.placement.start));
        const at = (minute: number) =>
          held
            .filter((h) => h.placement.start <= minute && minute < h.placement.end)
            .map((h) => h.session.id);
        const overfull = Array.from({ length: 70 }, (_, i) => start + i).some((m) => at(m).length > most);
        const breaches = breachesOf(review, atMost(most), held, {});
        expect(breaches.length > 0).toBe(overfull);
        for (const { sessions = [], when } of breaches) {
          expect(sessions.length).toBeGreaterThan(most);
          expect(when!.to).toBeGreaterThan(when!.from);
          for (let m = when!.from; m < when!.to; m++)
            expect(at(m)).toEqual(expect.arrayContaining([...sessions]));
        }
        const named = breaches.map((b) => [...(b.sessions ?? [])].sort().join(' '));
        expect(new Set(named).size).toBe(named.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe('placed: one placement', () => {
  const seen = (looksAt: PlacedPart['looksAt']): readonly (readonly string[])[] => {
    const peers: (readonly string[])[] = [];
    const part: PlacedPart = {
      name: 'rule',
      kind: 'must',
      shape: 'placed',
      looksAt,
      asks: 'Anything.',
      test: (_, { placement }) => {
        peers.push(placement.peers);
        return undefined;
      },
    };
    breachesOf(review, part, [aHeld(session('a'), 2, 9, 0, { peers: ['jo', 'sam'] })], {});
    return peers;
  };
  it('is asked once for all its peers, or for each where it looks at one', () => {
    expect(seen(['time', 'place'])).toEqual([['jo', 'sam']]);
    expect(seen(['time', 'peers'])).toEqual([['jo', 'sam']]);
    expect(seen(['time', 'peer'])).toEqual([['jo'], ['sam']]);
  });
});

describe('paired: two placements', () => {
  const held = [
    aHeld(session('a', ['leader']), 2, 9, 0, { peers: ['jo'] }),
    aHeld(session('b', ['chief']), 2, 9, 0, { peers: ['sam'] }),
    aHeld(session('c', ['leader']), 2, 11, 0, { peers: ['sam'] }),
    aHeld(session('d', ['leader']), 3, 9, 0, { peers: ['jo'] }),
  ];
  const asked = (among: PairedPart['among']) => {
    const part: PairedPart = {
      name: 'rule',
      kind: 'must',
      shape: 'paired',
      looksAt: ['time'],
      among,
      asks: 'Anything.',
      test: (_, x, y) => ({ sessions: [x.session.id, y.session.id], say: () => 'Asked.' }),
    };
    return breachesOf(review, part, held, {}).map((breach) => breach.sessions?.join(' '));
  };
  it('is asked of each two once, the earlier first, among those it concerns', () => {
    expect(asked('week')).toEqual(['a b', 'a c', 'a d', 'b c', 'b d', 'c d']);
    expect(asked('day')).toEqual(['a b', 'a c', 'b c']);
    // a and c share the leader, b and c share Sam.
    expect(asked('person-day')).toEqual(['a c', 'b c']);
  });
});

describe('whole: the pieces of a programme', () => {
  const held = [
    aHeld(session('a', ['leader']), 2, 9, 0, { peers: ['jo'] }),
    aHeld(session('b', ['chief']), 3, 9, 0, { peers: ['jo', 'sam'] }),
  ];
  const pieces = (over: WholePart['over']) =>
    scopesOf(review, over, held)
      .filter((scope) => scope.held.length > 0)
      .map((scope) =>
        [scope.peer?.id ?? scope.contact?.id, scope.day, ...scope.held.map((h) => h.session.id)]
          .filter((word) => word !== undefined)
          .join(' '),
      );
  it('are by person, by day, or both', () => {
    expect(pieces('week')).toEqual(['a b']);
    expect(pieces('frame')).toEqual(['a b']);
    expect(pieces('day')).toEqual(['2 a', '3 b']);
    expect(pieces('peer-week')).toEqual(['jo a b', 'sam b']);
    expect(pieces('peer-day')).toEqual(['jo 2 a', 'jo 3 b', 'sam 3 b']);
    expect(pieces('contact-day')).toEqual(['leader 2 a', 'chief 3 b']);
  });
  it('are empty days too, so that what is missing can be said', () =>
    expect(scopesOf(review, 'day', []).map((scope) => scope.day)).toEqual([1, 2, 3, 4]));
});
