import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvColumns, placementsCsv } from '../../src/publish/csv.ts';
import { sampleProgramme, sampleReview } from '../support/sample-week.ts';

/** RFC 4180, read by its grammar: records of fields, quotes doubled within quotes. */
function readCsv(text: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  let [record, field, quoted]: [string[], string, boolean] = [[], '', false];
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (quoted) {
      if (c !== '"') field += c;
      else if (text[i + 1] === '"') field += text[i++];
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ',') {
      record.push(field);
      field = '';
    } else if (c === '\r' && text[i + 1] === '\n') {
      records.push([...record, field]);
      [record, field] = [[], ''];
      i++;
    } else field += c;
  }
  return records;
}

const review = sampleReview();
const rows = (text: string) => readCsv(text.slice(1));

describe('the placements as CSV (RFC 4180)', () => {
  const text = placementsCsv(review, sampleProgramme());

  it('begins with a byte-order mark and its header, and has a record a placement', () => {
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(rows(text)[0]).toEqual(csvColumns.map((c) => c.name));
    expect(rows(text)).toHaveLength(sampleProgramme().placements.length + 1);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('says everything about a visit', () => {
    const record = rows(text).find((r) => r[0] === 'hospital')!;
    expect(Object.fromEntries(csvColumns.map((c, i) => [c.name, record[i]]))).toEqual({
      session: 'hospital',
      title: 'Accident and emergency',
      kind: 'Site visit',
      priority: 'must',
      day: '3',
      weekday: 'Wednesday',
      date: '2026-03-25',
      start: '10:40',
      end: '12:05',
      minutes: '85',
      'away from': '10:15',
      'away to': '12:30',
      stream: 'A',
      place: 'General Hospital',
      site: 'General Hospital',
      address: 'Hospital Road, Sampleton SM4 4HH',
      people: 'Dr Neil Baxter; Sister Joy Abara',
      'job titles': 'Consultant in emergency medicine; Paediatric liaison',
      organisations: 'Sampleshire Council; Sampleshire Council',
      headcount: '2',
      initials: 'SP; HL',
      leads: '',
      peers: 'Dr Samir Patel; Harriet Lindqvist',
      themes: 'Vision, strategy and leadership',
      told: 'no',
      marks: '',
    });
  });

  it('1. reads back what was written; 2. gives a spreadsheet no formula', () => {
    const any = fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', 'a', 'é', ' '),
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(any, (title) => {
        const changed = sampleReview({ sessions: review.sessions.map((s) => ({ ...s, title })) });
        return rows(placementsCsv(changed, sampleProgramme()))
          .slice(1)
          .every(
            (r) => r[1] === (/^[=+\-@\t\r]/.test(title) ? `'${title}` : title) && !/^[=+\-@\t\r]/.test(r[1]!),
          );
      }),
      { numRuns: 100 },
    );
  });
});
