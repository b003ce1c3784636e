import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generatePlan, generateReview } from '../../fixtures/generate.ts';
import { problemLine, readProgramme, readReview } from '../../src/intake/index.ts';
import { programmeToJson, reviewToJson } from '../../src/publish/json.ts';
import { pretty } from '../../src/publish/pretty.ts';
import type { Review } from '../../src/review/review.ts';
import { fullEntry } from '../intake/entry.ts';
import { goodFile } from '../intake/generated.ts';

const read = (text: string): Review => {
  const reading = readReview(text);
  if (!reading.ok) throw new Error(reading.problems.map(problemLine).join('\n'));
  return reading.value;
};

describe('a review written as a file', () => {
  // 1. It reads back as an equal review.  2. Written again it gives the same bytes.  3. The order of what was read
  // makes no difference to the order of the keys.
  it('reads back equal, and gives the same bytes again', () => {
    fc.assert(
      fc.property(goodFile, (file) => {
        const review = read(JSON.stringify(file));
        const text = reviewToJson(review);
        const again = read(text);
        expect(again).toEqual(review);
        expect(reviewToJson(again)).toBe(text);
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  it.each(['S', 'M', 'L'] as const)('of the generator’s size %s too', (size) => {
    const review = generateReview({ size, tightness: 'tight', seed: 1 });
    expect(read(reviewToJson(review))).toEqual(review);
  });

  it('has its keys in one order, whatever the order in which they were entered', () => {
    const backwards = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(backwards)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([k, v]) => [k, backwards(v)]),
            )
          : value;
    expect(reviewToJson(read(JSON.stringify(backwards(fullEntry))))).toBe(
      reviewToJson(read(JSON.stringify(fullEntry))),
    );
  });

  it('says every field of the full entry, times as local times and whole days as dates', () => {
    const file = JSON.parse(reviewToJson(read(JSON.stringify(fullEntry)))) as typeof fullEntry;
    expect(file.contacts![0]).toEqual({
      id: 'director',
      name: 'Dee Hart',
      jobTitle: 'Director',
      organisation: 'Sampleshire council',
      roles: ['director-childrens-services'],
      email: 'dee@sampleshire.gov.uk',
      phone: '01234 567890',
      office: { site: 'civic', name: 'Room 3', building: 'East', access: ['step-free'] },
      diary: {
        busy: [{ from: '2026-03-31', to: '2026-03-31' }],
        ifNeeded: [{ from: '2026-03-30T14:00', to: '2026-03-31T00:00' }],
        preferred: [{ from: '2026-03-30T00:00', to: '2026-03-30T16:00' }],
      },
      early: 1,
      key: true,
      phoneAgreed: true,
      access: ['hearing-loop'],
      representsCouncil: true,
    });
    expect(file.sessions![0]).toEqual({
      id: 'see-director',
      kind: 'interview',
      title: 'The director',
      contacts: ['director'],
      headcount: 1,
      priority: 'must',
      minutes: 60,
      place: { office: true, room: true },
      peers: { count: 2 },
      fixed: '2026-03-30T14:00',
      earliestDay: 1,
      latestDay: 2,
    });
  });

  it('takes the fixture and gives it back', () => {
    const review = read(readFileSync('fixtures/appendix-11.json', 'utf8'));
    expect(read(reviewToJson(review))).toEqual(review);
  });
});

describe('a programme written as a file', () => {
  it.each(['S', 'M', 'L'] as const)('reads back equal (size %s)', (size) => {
    const options = { size, tightness: 'loose', seed: 2 } as const;
    const review = generateReview(options);
    const reading = readProgramme(JSON.stringify(generatePlan(options)), review);
    if (!reading.ok) throw new Error(reading.problems.map(problemLine).join('\n'));
    const text = programmeToJson(review, reading.value);
    expect(readProgramme(text, review)).toEqual(reading);
    expect(text).toContain('"start": "2026-10-');
  });
});

describe('pretty', () => {
  it('keeps on one line what fits there, and breaks the rest', () => {
    const long = 'x'.repeat(100);
    expect(pretty({ a: [1, { b: 'two' }], c: {}, d: [], gone: undefined, e: [long, long] })).toBe(
      `{\n  "a": [1, { "b": "two" }],\n  "c": {},\n  "d": [],\n  "e": [\n    "${long}",\n    "${long}"\n  ]\n}\n`,
    );
  });

  it('is JSON of the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(pretty(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { seed: 4 },
    );
  });
});
