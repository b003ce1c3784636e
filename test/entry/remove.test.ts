import { describe, expect, it } from 'vitest';
import { lists } from '../../src/entry/entry.ts';
import { remove } from '../../src/entry/remove.ts';
import { readEntry, reviewOf } from '../../src/intake/index.ts';
import { fixtureText } from '../support/fixtures.ts';

const reading = readEntry(fixtureText('appendix-11.json'));
if (!reading.ok) throw new Error('appendix-11 can’t be read');
const base = reading.value;

/** Every text in a value, but for the roles of people: these have the words that sessions are often called by. */
const texts = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => (/^roles?$/.test(key) ? [] : texts(inner)))
      : [];

describe('taking something out', () => {
  for (const list of lists)
    it(`leaves nothing that names it (${list})`, () => {
      for (const { id } of base[list] ?? []) {
        const rest = remove(list, id)(base);
        expect(rest[list]?.some((item) => item.id === id)).toBe(false);
        expect(texts(rest).filter((text) => text === id)).toEqual([]);
      }
    });

  it('leaves no name without its thing: whatever is then wrong is something that is missing', () => {
    for (const list of lists)
      for (const { id } of base[list] ?? []) {
        const checked = reviewOf(remove(list, id)(base));
        const dangling = checked.ok ? [] : checked.problems.filter((p) => p.what.includes(`"${id}"`));
        expect(dangling).toEqual([]);
      }
  });

  it('takes a site’s rooms with it', () => {
    const site = base.rooms?.[0]?.site ?? '';
    expect(remove('sites', site)(base).rooms?.filter((r) => r.site === site)).toEqual([]);
  });

  it('leaves the entry that it was given as it was', () => {
    const before = structuredClone(base);
    for (const list of lists) for (const { id } of base[list] ?? []) remove(list, id)(base);
    expect(base).toEqual(before);
  });
});
