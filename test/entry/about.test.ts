import { describe, expect, it } from 'vitest';
import { datedDiaries, moveWeek, renameCouncil } from '../../src/entry/about.ts';
import type { Entry } from '../../src/entry/entry.ts';
import { startedEntry } from '../../src/entry/start.ts';

const entry: Entry = {
  ...startedEntry('new', 'Oldshire', '2027-03-22', '2027-01-04T09:00:00Z'),
  contacts: [
    {
      id: 'ann',
      name: 'Ann',
      organisation: 'Oldshire',
      diary: { busy: [{ from: '2027-03-23', to: '2027-03-23' }] },
    },
    { id: 'bo', name: 'Bo', organisation: 'Acute trust', diary: { busy: [{ day: 2 }] } },
  ],
};

describe('the council and its week', () => {
  it('takes those of the council along when it is renamed', () => {
    const renamed = renameCouncil('Newshire')(entry);
    expect([renamed.review.council, ...(renamed.contacts ?? []).map((c) => c.organisation)]).toEqual([
      'Newshire',
      'Newshire',
      'Acute trust',
    ]);
    expect(renameCouncil('Oldshire')(entry)).toBe(entry);
  });

  it('keeps fixed sessions on their day of the week when it moves, over a change of the clocks too', () => {
    const fixed = { ...entry.sessions![2]!, fixed: '2027-03-24T09:00' };
    const moved = moveWeek('2027-04-12')({ ...entry, sessions: [fixed] });
    expect([moved.review.firstDay, moved.sessions?.[0]?.fixed]).toEqual(['2027-04-12', '2027-04-14T09:00']);
    expect(moved.contacts).toEqual(entry.contacts);
    expect(moveWeek('2027-03-22')(entry)).toBe(entry);
  });

  it('counts the diaries that were given by date', () => {
    expect(datedDiaries(entry)).toBe(1);
  });
});
