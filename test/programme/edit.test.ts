import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inStream, type Move, pairing, parking, placing, swapping } from '../../src/programme/edit.ts';
import { mergeProgrammes } from '../../src/programme/merge.ts';
import type { Programme } from '../../src/programme/programme.ts';
import { overlaps } from '../../src/time/span.ts';
import { sampleProgramme, sampleReview } from '../support/sample-week.ts';

const base = sampleProgramme();
const [first, second, third] = base.placements;
if (!first || !second || !third) throw new Error('the sample has placements');

/** Every session of a programme, placed or not, once. */
const told = ({ placements, unplaced }: Programme) =>
  [...placements, ...unplaced].map((p) => p.session).sort();

const later = (n: number): Move =>
  placing([
    { ...base.placements[n]!, start: base.placements[n]!.start + 15, end: base.placements[n]!.end + 15 },
  ]);

const move: fc.Arbitrary<Move> = fc.oneof(
  fc.nat(base.placements.length - 1).map(later),
  fc.nat(base.placements.length - 1).map((n): Move => parking(base.placements[n]!.session, 'Parked.')),
  fc.tuple(fc.nat(base.placements.length - 1), fc.nat(base.placements.length - 1)).map(
    ([a, b]): Move =>
      (programme) =>
        (a === b
          ? undefined
          : swapping(programme, base.placements[a]!.session, base.placements[b]!.session))?.(programme) ??
        programme,
  ),
);
const moves = fc.array(move, { maxLength: 5 }).map(
  (all): Move =>
    (programme) =>
      all.reduce((p, m) => m(p), programme),
);

describe('moving sessions by hand', () => {
  it('loses no session and has none twice, whatever is moved, parked or swapped', () => {
    fc.assert(
      fc.property(moves, (m) => {
        expect(told(m(base))).toEqual(told(base));
      }),
    );
  });

  it('leaves the programme that it was given as it was', () => {
    const before = structuredClone(base);
    fc.assert(fc.property(moves, (m) => void m(base)));
    expect(base).toEqual(before);
  });

  it('says that nothing is proven any more', () => {
    const proven: Programme = { ...base, cost: [0, 0, 0, 0, 0, 3], bound: [0, 0, 0, 0, 0, 3] };
    for (const m of [later(0), parking(first.session, 'x')])
      expect([m(proven).cost, m(proven).bound]).toEqual([undefined, undefined]);
  });

  it('puts a session in another stream: it alone, and what it would overlap there, and no time changes', () => {
    const review = sampleReview();
    fc.assert(
      fc.property(fc.nat(base.placements.length - 1), fc.constantFrom('A', 'B', 'C'), (n, stream) => {
        const { session } = base.placements[n]!;
        const after = inStream(review, session, stream)(base);
        expect(after.placements.map(({ stream: _, ...p }) => p)).toEqual(
          base.placements.map(({ stream: _, ...p }) => p),
        );
        expect(after.placements[n]?.stream).toBe(stream);
        const own = base.placements[n]!;
        for (const [i, was] of base.placements.entries())
          if (i !== n && after.placements[i]?.stream !== was.stream)
            expect([was.stream, overlaps(was.away, own.away)]).toEqual([stream, true]);
      }),
    );
  });

  it('puts back what had no place', () => {
    const parked = parking(first.session, 'Parked.')(base);
    expect(parked.unplaced).toContainEqual({ session: first.session, because: ['Parked.'] });
    const back = placing([first])(parked);
    expect(back.placements).toContainEqual(first);
    expect(back.unplaced.map((u) => u.session)).not.toContain(first.session);
  });

  it('swaps times and streams, each with its own peers and length', () => {
    const swapped = swapping(base, first.session, second.session)?.(base);
    const of = (id: string) => swapped?.placements.find((p) => p.session === id);
    expect([of(first.session)?.end, of(second.session)?.end]).toEqual([second.end, first.end]);
    expect(of(first.session)?.peers).toEqual(first.peers);
    expect((of(first.session)?.end ?? 0) - (of(first.session)?.start ?? 0)).toBe(first.end - first.start);
    expect(swapping(base, first.session, 'nobody')).toBeUndefined();
  });
});

describe('bringing together what two people moved', () => {
  it('gives ours where they did nothing, and theirs where we did nothing', () => {
    fc.assert(
      fc.property(moves, (m) => {
        expect(mergeProgrammes(base, m(base), base)).toEqual({ ok: true, programme: m(base) });
        expect(mergeProgrammes(base, base, m(base))).toEqual({ ok: true, programme: m(base) });
      }),
    );
  });

  it('clashes for us exactly where it clashes for them, and else gives both the same seats', () => {
    const seats = (p: Programme) =>
      Object.fromEntries([...p.placements, ...p.unplaced].map((s) => [s.session, s] as const));
    fc.assert(
      fc.property(moves, moves, (a, b) => {
        const one = mergeProgrammes(base, a(base), b(base));
        const other = mergeProgrammes(base, b(base), a(base));
        expect(one.ok).toBe(other.ok);
        if (one.ok && other.ok) expect(seats(one.programme)).toEqual(seats(other.programme));
      }),
    );
  });

  it('names the sessions that both moved, and leaves those alone that both put in the same place', () => {
    const ours = parking(second.session, 'Ours.')(later(0)(base));
    const theirs = parking(third.session, 'Theirs.')(later(0)(base));
    expect(mergeProgrammes(base, ours, theirs).ok).toBe(true);
    const clash = mergeProgrammes(base, later(0)(base), parking(first.session, 'Theirs.')(base));
    expect(clash).toEqual({ ok: false, sessions: [first.session] });
  });

  it('undoes one move and leaves those after it', () => {
    const moved = later(0)(base);
    const after = later(1)(moved);
    const undone = mergeProgrammes(moved, base, after);
    expect(undone.ok && undone.programme.placements).toEqual(later(1)(base).placements);
  });

  it('gives a session to others, or to another of the same to lead; where it is stays', () => {
    const led = pairing(first.session, ['a', 'b'], 'b')(base);
    expect(led.placements[0]).toEqual({ ...first, peers: ['a', 'b'], lead: 'b' });
    expect(pairing(first.session, ['a'], 'b')(led).placements[0]).toEqual({ ...first, peers: ['a'] });
    expect(pairing('none', ['a'], undefined)(base)).toBe(base);
  });

  it('keeps who leads while they take it, and what was proven where only that is settled', () => {
    const proven: Programme = { ...base, cost: [0, 0, 0, 0, 0, 3] };
    const lead = first.peers[0]!;
    const led = pairing(first.session, first.peers, lead)(proven);
    expect(led.cost).toEqual([0, 0, 0, 0, 0, 3]);
    expect(later(0)(led).placements[0]?.lead).toBe(lead);
    expect(placing([{ ...first, peers: ['other'] }])(led).placements[0]?.lead).toBeUndefined();
    expect(pairing(first.session, ['other'], undefined)(led).cost).toBeUndefined();
  });
});
