import { describe, expect, it } from 'vitest';
import { readReview } from '../../src/intake/index.ts';
import { reviewToJson } from '../../src/publish/json.ts';
import type { ReviewFile } from '../../src/review/file.ts';
import { at } from '../../src/time/span.ts';

const file = (over: Partial<ReviewFile>): string =>
  JSON.stringify({
    peerweek: 1,
    review: { id: 'r', council: 'Sampleshire', firstDay: '2026-03-23', editedAt: '2026-01-12T09:30:00Z' },
    contacts: [
      {
        id: 'ann',
        name: 'Ann',
        organisation: 'Sampleshire',
        pa: { name: 'Pat', email: 'pat@sampleshire.example' },
        diary: { busy: [{ day: 2, from: '09:00', to: '10:00' }], preferred: [{ day: 3 }] },
      },
      { id: 'bo', name: 'Bo', organisation: 'Sampleshire' },
    ],
    ...over,
  } satisfies ReviewFile);

const cabinet = {
  id: 'cabinet',
  title: 'Cabinet',
  contacts: ['ann', 'bo'],
  spans: [{ from: '2026-03-24T09:00', to: '2026-03-24T10:00' }, { day: 4 }],
};

describe('meetings of the council', () => {
  it('are in the diaries of those whom they keep, beside their own', () => {
    const reading = readReview(file({ meetings: [cabinet] }));
    expect(reading.ok && reading.value.contacts.map((c) => c.diary.busy)).toEqual([
      [
        { from: at(2, 9), to: at(2, 10) },
        { from: at(2, 9), to: at(2, 10) },
        { from: at(4, 0), to: at(5, 0) },
      ],
      [
        { from: at(2, 9), to: at(2, 10) },
        { from: at(4, 0), to: at(5, 0) },
      ],
    ]);
  });

  it('are written apart from the diaries, and read back equal', () => {
    const reading = readReview(file({ meetings: [cabinet] }));
    if (!reading.ok) throw new Error('unreadable');
    const again = readReview(reviewToJson(reading.value));
    expect(again).toEqual(reading);
    const written = JSON.parse(reviewToJson(reading.value)) as ReviewFile;
    expect(written.contacts?.map((c) => c.diary)).toEqual([
      {
        busy: [{ from: '2026-03-24T09:00', to: '2026-03-24T10:00' }],
        preferred: [{ from: '2026-03-25', to: '2026-03-25' }],
      },
      undefined,
    ]);
    expect(written.contacts?.[0]?.pa).toEqual({ name: 'Pat', email: 'pat@sampleshire.example' });
  });

  it('name people of the review, at times that there are, on the quarter hour', () => {
    const bad = { ...cabinet, contacts: ['ann', 'zed'], spans: [{ day: 2, from: '10:10', to: '09:00' }] };
    const reading = readReview(file({ meetings: [bad, cabinet] }));
    expect(reading.ok ? [] : reading.problems.map((p) => p.path)).toEqual([
      'meetings[1].id',
      'meetings[0].contacts[1]',
      'meetings[0].spans[0].from',
    ]);
  });
});
