import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solve } from '../../solver/solve.ts';
import type { Entry } from '../../src/entry/entry.ts';
import { remove } from '../../src/entry/remove.ts';
import { readDraft, readEntry, readProgramme, reviewOf } from '../../src/intake/index.ts';
import { programmeToJson, reviewToJson } from '../../src/publish/json.ts';
import type { Review } from '../../src/review/review.ts';
import { reviewFixture } from '../support/fixtures.ts';

const review = reviewFixture('small-council');
const { programme } = await solve(review, { seed: 1, effort: 'quick', explain: false });
const file = programmeToJson(review, programme);

/** The review without what is named, where it still is one. */
function without(list: 'sessions' | 'rooms' | 'peers', ids: readonly string[]): Review | undefined {
  const reading = readEntry(reviewToJson(review));
  if (!reading.ok) throw new Error('The fixture can’t be read');
  const entry = ids.reduce<Entry>((so, id) => remove(list, id)(so), reading.value);
  const made = reviewOf(entry);
  return made.ok ? made.value : undefined;
}

const some = (ids: readonly string[]) => fc.subarray([...ids], { minLength: 1, maxLength: 4 });

/*
 * 1. A draft is read for its review whatever was taken out of that since.
 * 2. Each session that the review still has is in it, with a place or without.
 * 3. What names nothing that is gone is exactly where it was.
 */
describe('a draft whose review has lost something since', () => {
  it('is as it is where nothing is gone', () => {
    expect(readDraft(file, review)).toEqual(readProgramme(file, review));
  });

  it('is without the sessions that are gone, and all else stays where it was', () => {
    fc.assert(
      fc.property(some(review.sessions.map((s) => s.id)), (gone) => {
        const left = without('sessions', gone);
        fc.pre(left !== undefined);
        const draft = readDraft(file, left!);
        expect(draft.ok && draft.value.placements).toEqual(
          programme.placements.filter((p) => !gone.includes(p.session)),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('has no place for what has lost its room, says so, and leaves all else where it was', () => {
    fc.assert(
      fc.property(some(review.rooms.filter((r) => !r.baseRoom).map((r) => r.id)), (gone) => {
        const left = without('rooms', gone);
        fc.pre(left !== undefined);
        const draft = readDraft(file, left!);
        const isGone = ({ place }: { place: object }) => 'room' in place && gone.includes(String(place.room));
        const ids = programme.placements.filter(isGone).map((p) => p.session);
        expect(draft.ok && draft.value.placements).toEqual(programme.placements.filter((p) => !isGone(p)));
        const because = draft.ok ? draft.value.unplaced.filter((u) => ids.includes(u.session)) : [];
        expect(because.map((u) => u.because)).toEqual(ids.map(() => ['Its room is not there any more.']));
      }),
      { numRuns: 30 },
    );
  });

  it('keeps the sessions of a peer who is gone, with those who are left', () => {
    fc.assert(
      fc.property(some(review.peers.map((p) => p.id)), (gone) => {
        const left = without('peers', gone);
        fc.pre(left !== undefined);
        const draft = readDraft(file, left!);
        expect(draft.ok && draft.value.placements.map((p) => [p.session, p.start, p.peers])).toEqual(
          programme.placements.map((p) => [p.session, p.start, p.peers.filter((id) => !gone.includes(id))]),
        );
      }),
      { numRuns: 20 },
    );
  });

  it('has no place for what is outside the week that it was moved to; it is no draft where that is all of it', () => {
    const at = (firstDay: string) => readDraft(file, { ...review, week: { ...review.week, firstDay } });
    const later = at('2026-06-17');
    // Their times stay the same dates: what was on day 1 and 2 is before the week now.
    const before = programme.placements.filter((p) => p.start < 2 * 1440);
    expect(later.ok && later.value.unplaced.map((u) => u.session).sort()).toEqual(
      [...before, ...programme.unplaced].map((p) => p.session).sort(),
    );
    expect(at('2026-07-06').ok).toBe(false);
  });

  it('is not read where the file itself can’t be', () => {
    expect(readDraft('{', review).ok).toBe(false);
    expect(readDraft(file.replace('"placements"', '"placement"'), review).ok).toBe(false);
  });
});
