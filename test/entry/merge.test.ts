import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { all, put, setAbout } from '../../src/entry/edit.ts';
import type { Edit, Entry } from '../../src/entry/entry.ts';
import { merge } from '../../src/entry/merge.ts';
import { remove } from '../../src/entry/remove.ts';
import { readEntry } from '../../src/intake/index.ts';
import { fixtureText } from '../support/fixtures.ts';

const reading = readEntry(fixtureText('appendix-11.json'));
if (!reading.ok) throw new Error('appendix-11 can’t be read');
const base = reading.value;

/** Any one edit of the sample: an item renamed, added or taken out, a field of the review changed. */
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...(base.contacts ?? [])), fc.string())
    .map(([contact, name]): Edit => put('contacts', { ...contact, name })),
  fc
    .tuple(fc.constantFrom(...(base.sessions ?? [])), fc.integer({ min: 1, max: 6 }))
    .map(([session, n]): Edit => put('sessions', { ...session, minutes: n * 15 })),
  fc.constantFrom(...(base.contacts ?? [])).map((c): Edit => remove('contacts', c.id)),
  fc.constantFrom(...(base.rooms ?? [])).map((r): Edit => remove('rooms', r.id)),
  fc
    .integer({ min: 0, max: 3 })
    .map(
      (n): Edit =>
        put('rooms', { id: `new-${n}`, site: base.sites?.[0]?.id ?? '', name: `New ${n}`, capacity: n + 1 }),
    ),
  fc.string().map((council): Edit => setAbout({ council })),
);

const edits = fc.array(edit, { maxLength: 4 }).map(all);

describe('bringing together what two people entered', () => {
  it('gives ours where they did nothing, and theirs where we did nothing', () => {
    fc.assert(
      fc.property(edits, (ours) => {
        expect(merge(base, ours(base), base)).toEqual({ ok: true, entry: ours(base) });
        expect(merge(base, base, ours(base))).toEqual({ ok: true, entry: ours(base) });
      }),
      { numRuns: 100 },
    );
  });

  it('gives the same where both did the same', () => {
    fc.assert(
      fc.property(edits, (both) => {
        expect(merge(base, both(base), both(base))).toEqual({ ok: true, entry: both(base) });
      }),
      { numRuns: 50 },
    );
  });

  it('clashes for us exactly where it clashes for them, and else gives both of us the same items', () => {
    const sorted = (entry: Entry) => ({
      ...entry,
      ...Object.fromEntries(
        (['contacts', 'rooms', 'sessions'] as const).map((list) => [
          list,
          [...(entry[list] ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1)),
        ]),
      ),
    });
    fc.assert(
      fc.property(edits, edits, (ours, theirs) => {
        const one = merge(base, ours(base), theirs(base));
        const other = merge(base, theirs(base), ours(base));
        expect(one.ok).toBe(other.ok);
        if (one.ok && other.ok) expect(sorted(one.entry)).toEqual(sorted(other.entry));
      }),
      { numRuns: 200 },
    );
  });

  it('undoes: what was changed and nothing else, whatever else was changed after it', () => {
    const [first, second] = base.contacts ?? [];
    if (!first || !second) throw new Error('the sample has contacts');
    const renamed = put('contacts', { ...first, name: 'Somebody Else' })(base);
    const later = put('contacts', { ...second, jobTitle: 'Head of Something' })(renamed);
    expect(merge(renamed, base, later)).toEqual({
      ok: true,
      entry: put('contacts', { ...second, jobTitle: 'Head of Something' })(base),
    });
  });

  it('undoes a removal with everything that went with it, in its old place', () => {
    for (const list of ['contacts', 'rooms', 'sites', 'sessions', 'peers'] as const)
      for (const { id } of base[list] ?? []) {
        const without = remove(list, id)(base);
        const undone = merge(without, base, without);
        expect(undone).toEqual({ ok: true, entry: base });
      }
  });

  it('lets two people change two fields of one person', () => {
    const [first] = base.contacts ?? [];
    if (!first) throw new Error('the sample has contacts');
    const ours = put('contacts', { ...first, name: 'A' })(base);
    const theirs = put('contacts', { ...first, jobTitle: 'B' })(base);
    expect(merge(base, ours, theirs)).toEqual({
      ok: true,
      entry: put('contacts', { ...first, name: 'A', jobTitle: 'B' })(base),
    });
  });

  it('clashes where both changed one field, and names it by the person’s id', () => {
    const [first] = base.contacts ?? [];
    if (!first) throw new Error('the sample has contacts');
    const ours = put('contacts', { ...first, name: 'A' })(base);
    const theirs = put('contacts', { ...first, name: 'B' })(base);
    expect(merge(base, ours, theirs)).toEqual({
      ok: false,
      clashes: [{ where: ['contacts', first.id, 'name'], before: first.name, ours: 'A', theirs: 'B' }],
    });
  });

  it('clashes where one took out what the other changed', () => {
    const [first] = base.contacts ?? [];
    if (!first) throw new Error('the sample has contacts');
    const changed = put('contacts', { ...first, name: 'A' })(base);
    const result = merge(base, changed, remove('contacts', first.id)(base));
    expect(result.ok ? [] : result.clashes.map((c) => [...c.where, c.theirs])).toEqual([
      ['contacts', first.id, undefined],
    ]);
  });

  it('keeps what both added, each with what it follows', () => {
    const site = base.sites?.[0]?.id ?? '';
    const a = { id: 'a', site, name: 'A', capacity: 2 };
    const b = { id: 'b', site, name: 'B', capacity: 2 };
    const merged = merge(base, put('rooms', a)(base), put('rooms', b)(base));
    expect(
      merged.ok &&
        merged.entry.rooms
          ?.slice(-2)
          .map((r) => r.id)
          .sort(),
    ).toEqual(['a', 'b']);
  });

  it('does not mind the count of edits and the moment of the last', () => {
    const ours = setAbout({ revision: 7, editedAt: '2026-02-01T00:00:00Z' })(base);
    const theirs = setAbout({ revision: 8, editedAt: '2026-02-02T00:00:00Z', council: 'Theirs' })(base);
    expect(merge(base, ours, theirs)).toEqual({ ok: true, entry: theirs });
  });
});
