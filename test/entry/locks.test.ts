import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/entry/entry.ts';
import { type LockedPart, lock, unlock } from '../../src/entry/locks.ts';

const empty: Entry = {
  peerweek: 1,
  review: { id: 'r', council: 'C', firstDay: '2026-03-23', editedAt: '2026-01-12T09:30:00Z' },
};
const parts: readonly LockedPart[] = ['time', 'place', 'peers'];
const isHeld = ({ locks = [] }: Entry, session: string, part: LockedPart): boolean =>
  locks.some((l) => l.session === session && l[part] === true);

describe('locks', () => {
  it('hold each part apart, with who and why', () => {
    const both = lock('a', 'peers', 'Mo', 'They know each other')(lock('a', 'time', 'Ada', 'Agreed')(empty));
    expect(both.locks).toEqual([
      { session: 'a', time: true, by: 'Ada', because: 'Agreed' },
      { session: 'a', peers: true, by: 'Mo', because: 'They know each other' },
    ]);
    expect(unlock('a', 'time')(both).locks).toEqual([
      { session: 'a', peers: true, by: 'Mo', because: 'They know each other' },
    ]);
  });

  it('that held several parts together let one go and hold the rest', () => {
    const locks = [{ session: 'a', time: true, peers: true, by: 'Ada', because: 'Agreed' }];
    expect(unlock('a', 'time')({ ...empty, locks }).locks).toEqual([
      { session: 'a', peers: true, by: 'Ada', because: 'Agreed' },
    ]);
  });

  it('touch the one part of the one session, whatever is held', () => {
    const step = fc.record({
      session: fc.constantFrom('a', 'b'),
      part: fc.constantFrom(...parts),
      holds: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), step, (before, { session, part, holds }) => {
        const act = (s: typeof step extends fc.Arbitrary<infer T> ? T : never) =>
          s.holds ? lock(s.session, s.part, 'Ada', 'x') : unlock(s.session, s.part);
        const was = before.reduce<Entry>((entry, s) => act(s)(entry), empty);
        const is = act({ session, part, holds })(was);
        for (const s of ['a', 'b'])
          for (const p of parts)
            expect(isHeld(is, s, p)).toBe(s === session && p === part ? holds : isHeld(was, s, p));
        // Nothing is left that holds nothing.
        expect((is.locks ?? []).every((l) => parts.some((p) => l[p]))).toBe(true);
      }),
    );
  });
});
