import { expect, it } from 'vitest';
import { putMeeting, removeMeeting } from '../../src/entry/diaries.ts';
import { all, setAbout } from '../../src/entry/edit.ts';
import type { Edit, Entry } from '../../src/entry/entry.ts';
import { merge } from '../../src/entry/merge.ts';
import { startedEntry } from '../../src/entry/start.ts';
import { entryToJson } from '../../src/publish/json.ts';
import { clashLines } from '../../web/routes/clash-words.ts';

const started: Entry = {
  ...startedEntry('a', 'Ayshire', '2026-03-23', '2026-01-04T09:00:00Z'),
  contacts: [
    { id: 'ann', name: 'Ann Ames', organisation: 'Ayshire' },
    { id: 'bo', name: 'Bo Beck', organisation: 'Ayshire', jobTitle: 'Director' },
  ],
};
const cabinet = (title: string, contacts: readonly string[], from: string, to: string): Edit =>
  putMeeting({ id: 'meeting-1', title, contacts, spans: [{ from, to }] });
const tuesday = ['2026-03-24T10:00', '2026-03-24T12:00'] as const;
const entry = cabinet('Cabinet', ['ann'], ...tuesday)(started);

/** What is said where two people made these two changes at once. */
function said(ours: Edit, theirs: Edit) {
  const other = theirs(entry);
  const merged = merge(entry, ours(entry), other);
  return merged.ok ? [] : clashLines(merged.clashes, entryToJson(other));
}

it('speaks of a meeting by its name, in times and names of people', () => {
  const [line] = said(cabinet('Cabinet', ['ann', 'bo'], ...tuesday), removeMeeting('meeting-1'));
  expect(line).toEqual({
    what: 'Cabinet',
    ours: 'Cabinet; people: Ann Ames and Bo Beck; times: Tuesday 10.00am to 12.00pm.',
    theirs: 'taken out',
  });
  expect(said(cabinet('Executive', ['ann'], ...tuesday), cabinet('Board', ['ann'], ...tuesday))).toEqual([
    { what: 'Board: title', ours: 'Executive', theirs: 'Board' },
  ]);
});

it('speaks of people and of the review as they are called, and of a diary in words', () => {
  const job =
    (jobTitle: string): Edit =>
    (one) => ({ ...one, contacts: one.contacts!.map((c) => (c.id === 'bo' ? { ...c, jobTitle } : c)) });
  const gone: Edit = (one) => ({ ...one, contacts: one.contacts!.filter((c) => c.id !== 'bo') });
  const free: Edit = (one) => ({
    ...one,
    contacts: one.contacts!.map((c) =>
      c.id === 'bo' ? { ...c, diary: { preferred: [{ from: tuesday[0], to: tuesday[1] }] } } : c,
    ),
  });
  expect(said(job('Deputy'), job('Head'))).toEqual([
    { what: 'Bo Beck: job title', ours: 'Deputy', theirs: 'Head' },
  ]);
  expect(said(free, gone)).toEqual([
    {
      what: 'Bo Beck',
      ours: 'Bo Beck; organisation: Ayshire; job title: Director; diary: Prefers: Tuesday 10.00am to 12.00pm.',
      theirs: 'taken out',
    },
  ]);
  expect(said(setAbout({ council: 'Beeshire' }), all([setAbout({ council: 'Ceeshire' })]))).toEqual([
    { what: 'the review: council', ours: 'Beeshire', theirs: 'Ceeshire' },
  ]);
});
