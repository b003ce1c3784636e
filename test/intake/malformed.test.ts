import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readProgramme, readReview } from '../../src/intake/index.ts';
import type { Reading } from '../../src/intake/problem.ts';
import { reviewToJson } from '../../src/publish/json.ts';
import { fullEntry } from './entry.ts';

/** A small seeded generator (mulberry32), so that a failure can be had again by its number. */
function dice(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number) => Math.floor(next() * n);
  return { below, pick: <T>(list: readonly T[]): T => list[below(list.length)]! };
}
type Dice = ReturnType<typeof dice>;

const odd: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  '',
  ' ',
  'x',
  'constructor',
  '2026-03-29T01:30',
  '2026-13-45T99:99',
  '24:00',
  '\ud800',
  'é'.repeat(2000),
  [],
  [[]],
  {},
  { id: 'x' },
  { day: 0 },
  { toString: 1, valueOf: 2 },
  ['director', 'director', 'director'],
];

/** Everything in a value that holds something, with the keys of what it holds. */
function places(value: unknown, found: [holder: Record<string, unknown>, key: string][] = []) {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, inner] of Object.entries(value)) {
    found.push([value as Record<string, unknown>, key]);
    places(inner, found);
  }
  return found;
}

const garble = ({ below, pick }: Dice, text: string): string => {
  const at = below(text.length + 1);
  return text.slice(0, at) + pick(['', 'x', '\n', '\u0000', '-', 'T', '::', '9']) + text.slice(at + below(3));
};

/** One thing deleted, replaced, doubled, retyped, moved or garbled somewhere. */
function spoil(d: Dice, entry: unknown): void {
  const all = places(entry);
  const [holder, key] = d.pick(all);
  const value = holder[key];
  switch (d.below(7)) {
    case 0:
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else delete holder[key];
      return;
    case 1:
      holder[key] = structuredClone(d.pick(odd));
      return;
    case 2:
      if (Array.isArray(holder)) holder.push(structuredClone(value));
      else holder[`${key}${d.pick(['s', '2', '', '_'])}`] = value;
      return;
    case 3:
      holder[key] =
        typeof value === 'string' ? Number(value) : typeof value === 'number' ? String(value) : [value];
      return;
    case 4: {
      const [other, otherKey] = d.pick(all);
      holder[key] = structuredClone(other[otherKey]);
      return;
    }
    case 5:
      if (typeof value === 'number') holder[key] = value * d.pick([0, -1, 0.5, 100, 1e9]);
      else holder[key] = { [key]: value };
      return;
    default:
      holder[key] = typeof value === 'string' ? garble(d, value) : { from: value, to: value };
  }
}

function malformed(seed: number, good: string): string {
  const d = dice(seed);
  const sort = d.below(10);
  if (sort === 0) return good.slice(0, d.below(good.length));
  if (sort === 1)
    return Array.from({ length: d.below(300) }, () =>
      String.fromCharCode(d.below(d.pick([128, 0x10000]))),
    ).join('');
  if (sort === 2) {
    let text = good;
    for (let i = d.below(5); i >= 0; i--) text = garble(d, text);
    return text;
  }
  const entry: unknown = JSON.parse(good);
  for (let i = d.below(8); i >= 0; i--) spoil(d, entry);
  return JSON.stringify(entry);
}

/** Problems with a place and a sentence each, or a value; within two seconds of work. */
function stands<T>(seed: number, read: () => Reading<T>): boolean {
  const start = process.cpuUsage();
  const reading = read();
  const { user, system } = process.cpuUsage(start);
  if (user + system > 2_000_000) throw new Error(`File ${seed} took ${(user + system) / 1e6} s`);
  if (reading.ok) return true;
  expect(reading.problems.length, `File ${seed}`).toBeGreaterThan(0);
  // One line each, in whole sentences, and never what the machine calls things.
  const poor = reading.problems.filter(
    ({ path, what, mend }) =>
      /[\r\n]|undefined|\[object|Invalid input/.test(path + what + mend) ||
      !/\.$/.test(what) ||
      !/[.?]$/.test(mend),
  );
  expect(poor, `File ${seed}`).toEqual([]);
  return false;
}

const good = JSON.stringify(fullEntry);

describe('5,000 generated malformed files', { timeout: 180_000 }, () => {
  it('give problems or a review, never a crash or a hang', () => {
    let read = 0;
    for (let seed = 1; seed <= 5000; seed++)
      if (stands(seed, () => readReview(malformed(seed, good)))) read++;
    // Some slips do no harm; most must not get past the door.
    expect(read).toBeLessThan(1500);
  });

  it('what gets past the door is a review that can be written and read again', () => {
    for (let seed = 1; seed <= 1000; seed++) {
      const reading = readReview(malformed(seed, good));
      if (!reading.ok) continue;
      const again = readReview(reviewToJson(reading.value));
      expect(again.ok && isDeepStrictEqual(again.value, reading.value), `File ${seed}`).toBe(true);
    }
  });

  it('of programmes give problems or a programme', () => {
    const review = readReview(good);
    if (!review.ok) throw new Error('The entry is a good one');
    const programme = JSON.stringify({
      peerweek: 1,
      review: 'sampleshire',
      revision: 4,
      placements: [
        {
          session: 'see-director',
          start: '2026-03-30T14:00',
          end: '2026-03-30T15:00',
          place: { office: true },
          peers: ['leader', 'analyst'],
        },
        {
          session: 'emergency',
          start: '2026-03-31T09:37',
          end: '2026-03-31T11:00',
          away: { from: '2026-03-31T09:00', to: '2026-03-31T11:30' },
          stream: 'A',
          place: { site: 'hospital' },
          peers: ['leader'],
          told: true,
        },
      ],
      fixedEvents: [{ id: 'slot', start: '2026-03-30T18:00', end: '2026-03-30T18:20' }],
      unplaced: [{ session: 'youth', because: ['No room.'] }],
      cost: [0, 0, 0, 0, 1, 12.5],
      bound: [0, 0, 0, 0, 0, 0],
      seed: 1,
    });
    for (let seed = 1; seed <= 2000; seed++)
      stands(seed, () => readProgramme(malformed(seed, programme), review.value));
  });
});

describe('files made to be slow', () => {
  const session = (i: number, more: object) => ({
    id: `s${i}`,
    kind: 'interview',
    title: 'S',
    priority: 'must',
    ...more,
  });
  const review = { id: 'big', council: 'Big', firstDay: '2026-03-23', editedAt: '2026-01-12T09:30:00Z' };
  const numbers = (n: number) => Array.from({ length: n }, (_, i) => i);
  it.each([
    [
      'sessions after ones that there are not',
      { sessions: numbers(2000).map((i) => session(i, { after: numbers(100).map((j) => `x${i}-${j}`) })) },
    ],
    [
      'one long circle',
      { sessions: numbers(2000).map((i) => session(i, { after: [`s${(i + 1) % 2000}`] })) },
    ],
    ['sixty sites without travel', { sites: numbers(60).map((i) => ({ id: `t${i}`, name: 'T' })) }],
    [
      'diaries of years',
      {
        contacts: numbers(200).map((i) => ({
          id: `c${i}`,
          name: 'C',
          organisation: 'O',
          diary: {
            busy: numbers(500).map((j) => ({
              from: `${1000 + i * 20}-01-01T09:00`,
              to: `${1000 + i * 20}-02-${10 + (j % 18)}T09:10`,
            })),
          },
        })),
      },
    ],
  ])('%s', (_, parts) => {
    const text = JSON.stringify({ peerweek: 1, review, ...parts });
    expect(stands(0, () => readReview(text))).toBe(false);
  });
});
