import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readWhole } from '../../../src/intake/whole/read-whole.ts';
import { programmeToJson, reviewToJson } from '../../../src/publish/json.ts';
import { packWhole } from '../../../src/publish/whole/pack.ts';
import type { WholeReview } from '../../../src/review/whole.ts';
import { sampleProgramme, sampleReview } from '../../support/sample-week.ts';

const sample = sampleReview();
/** Its sessions on the quarter hours, as they can be entered. */
const review = {
  ...sample,
  sessions: sample.sessions.map((s) => ({ ...s, minutes: Math.round(s.minutes / 15) * 15 })),
};
const [file, programme] = [reviewToJson(review), programmeToJson(review, sampleProgramme())];
const line = {
  review_id: review.id,
  what: 'added',
  signed_by: 'Ada',
  signed_at: '2026-01-12T09:00:00.000Z',
  why: 'Entered',
};

const whole: WholeReview = {
  review: review.id,
  steps: ['001-first'],
  tables: {
    review: [{ id: review.id, version: 2, council: review.council, first_day: '2026-03-23', file }],
    programme: [{ review_id: review.id, version: 1, review_version: 2, file: programme, answer: null }],
    release: [{ review_id: review.id, number: 1, review_file: file, programme_file: programme, note: '' }],
    history: [
      { ...line, thing: 'review', thing_id: review.id, version: 1, file, undoes: null },
      { ...line, thing: 'comment', thing_id: 'abcdefghijklmnop', version: 1, file: null, undoes: null },
    ],
    scenario: [{ id: 'abcdefghijklmnop', review_id: review.id, name: '../../etc', file: programme }],
  },
};

/** The zip with its parts changed, its sums put right: as somebody would who means harm. */
function forged(change: (parts: Record<string, string>) => void): Uint8Array {
  const parts = Object.fromEntries(
    Object.entries(unzipSync(packWhole(whole))).map(([n, b]) => [n, strFromU8(b)]),
  );
  change(parts);
  const about = JSON.parse(parts['whole.json'] ?? '{}');
  about.sha256 = Object.fromEntries(
    Object.entries(parts)
      .filter(([name]) => name !== 'whole.json')
      .map(([name, text]) => [name, createHash('sha256').update(text).digest('hex')]),
  );
  if (parts['whole.json'] !== undefined) parts['whole.json'] = JSON.stringify(about);
  return zipSync(Object.fromEntries(Object.entries(parts).map(([n, t]) => [n, strToU8(t)])));
}

const problemOf = (bytes: Uint8Array): string => {
  const reading = readWhole(bytes);
  return reading.ok ? 'none' : reading.problems.map((p) => `${p.path}${p.path && ': '}${p.what}`).join(' ');
};

describe('the zip of a whole review', () => {
  it('reads back as what was packed', () => {
    expect(readWhole(packWhole(whole))).toEqual({ ok: true, value: whole });
  });

  it('has its files to be opened by themselves, each once, under names of our own', () => {
    expect(Object.keys(unzipSync(packWhole(whole))).sort()).toEqual([
      'READ ME.txt',
      'history/00001-review-1.json',
      'programme.json',
      'releases/1/programme.json',
      'releases/1/review.json',
      'review.json',
      'tables/history.json',
      'tables/programme.json',
      'tables/release.json',
      'tables/review.json',
      'tables/scenario.json',
      'what-ifs/1.json',
      'whole.json',
    ]);
    expect(strFromU8(unzipSync(packWhole(whole))['review.json']!)).toBe(file);
  });

  it('has the same bytes for the same review, dated with the last thing that was done', () => {
    expect(Buffer.compare(Buffer.from(packWhole(whole)), Buffer.from(packWhole(whole)))).toBe(0);
  });

  it('is refused where it is no zip, another zip, cut short or altered', () => {
    expect(problemOf(strToU8('hello'))).toBe('This is not a zip with a whole review of Peerweek.');
    expect(problemOf(zipSync({ 'a.txt': strToU8('hello') }))).toBe(
      'This is not a zip with a whole review of Peerweek.',
    );
    const good = packWhole(whole);
    expect(problemOf(good.subarray(0, good.length / 2))).toBe(
      'The zip can’t be unpacked, or is larger than any review.',
    );
    const parts = unzipSync(good);
    const altered = zipSync({ ...parts, 'review.json': strToU8(file.replace('Sample', 'Simple')) });
    expect(problemOf(altered)).toBe('The zip is damaged: review.json is not as it was written.');
    const { 'programme.json': _, ...fewer } = parts;
    expect(problemOf(zipSync(fewer))).toBe('The zip is damaged: programme.json is not as it was written.');
  });

  it('is refused where it says that a small file becomes a huge one', () => {
    const zip = Buffer.from(zipSync({ 'whole.json': strToU8('{}') }));
    // The directory's own entry, and in it the size once unpacked (APPNOTE.TXT 4.3.12).
    zip.writeUInt32LE(400_000_001, zip.indexOf(Buffer.from('PK\u0001\u0002')) + 24);
    expect(problemOf(zip)).toBe('The zip can’t be unpacked, or is larger than any review.');
  });

  it('is refused where what is in it would not come in by a door of its own', () => {
    expect(
      problemOf(
        forged((p) => {
          p['review.json'] = '{"peerweek":1,"review":{}}';
        }),
      ),
    ).toContain('review.json: ');
    expect(
      problemOf(
        forged((p) => {
          p['releases/1/programme.json'] = '{}';
        }),
      ),
    ).toContain('releases/1/programme.json: ');
    expect(
      problemOf(
        forged((p) => {
          p['tables/review.json'] = p['tables/review.json']!.replace(`"${review.id}"`, '"other"');
        }),
      ),
    ).toBe('The zip says that it is of one review, and holds another.');
    for (const text of [
      '{}',
      '[{"file":{"in":"../../etc/passwd"}}]',
      '[{"note":{"in":"review.json"}}]',
      '[{"a":1.5}]',
      '[[]]',
      'x',
    ])
      expect([
        text,
        problemOf(
          forged((p) => {
            p['tables/programme.json'] = text;
          }),
        ),
      ]).toEqual([text, 'The zip is damaged: tables/programme.json is not as it was written.']);
    expect(
      problemOf(
        forged((p) => {
          p['whole.json'] = '{}';
        }),
      ),
    ).toBe('This is not a zip with a whole review of Peerweek.');
  });

  it('can’t reach what all objects share', () => {
    const reading = readWhole(
      forged((p) => {
        p['tables/__proto__.json'] = '[{"__proto__":"x","polluted":"yes"}]';
      }),
    );
    expect(reading.ok && Object.keys(reading.value.tables)).toContain('__proto__');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  /** 1. It never throws. 2. What it does not refuse is what was packed. */
  it('holds out against any broken byte', () => {
    const good = packWhole(whole);
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(255), (at, byte) => {
        const bytes = Uint8Array.from(good);
        bytes[at] = byte;
        const reading = readWhole(bytes);
        if (reading.ok) expect(reading.value).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });
});
