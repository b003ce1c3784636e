import { describe, expect, it } from 'vitest';
import { problemLine, readReview } from '../../src/intake/index.ts';
import { fullEntry, spoilt } from './entry.ts';
import { ofSense, ofShape, ofTime } from './mistakes.ts';

const linesOf = (entry: unknown): readonly string[] => {
  const reading = readReview(JSON.stringify(entry));
  return reading.ok ? [] : reading.problems.map(problemLine);
};

it('the entry that is spoilt below is a good one', () => expect(linesOf(fullEntry)).toEqual([]));

describe.each([
  ['of shape', ofShape],
  ['of time', ofTime],
  ['of sense', ofSense],
])('mistakes %s get just these lines', (_, mistakes) => {
  it.each(mistakes.map(([name, now, ...lines]) => [name, now, lines] as const))('%s', (_name, now, lines) =>
    expect(linesOf(spoilt(now))).toEqual(lines),
  );
});

it('a programme’s file gets one line', () => {
  expect(linesOf({ peerweek: 1, review: 'sampleshire', revision: 1, placements: [] })).toEqual([
    'This is the file of a programme, not of a review. Give the review’s file.',
  ]);
});

describe('all problems at once', () => {
  it('a file with ten mistakes, of every sort, gives ten lines', () => {
    const names = [
      'a field misspelt',
      'a text for a truth',
      'a room that holds nobody',
      'a time in the hour that the clocks skip',
      'a number for a text',
      'an unknown sponsor',
      'a visit without a place',
      'a circle of sessions',
      'a waiver about nobody',
      'a peer’s unknown theme',
    ];
    const ten = names.map((name) => [...ofShape, ...ofTime, ...ofSense].find((m) => m[0] === name)!);
    const lines = linesOf(spoilt(...ten.map(([, now]) => now)));
    expect(lines).toHaveLength(10);
    expect([...lines].sort()).toEqual(ten.flatMap(([, , ...own]) => own).sort());
  });

  it('one bad field does not hide another in the same session, nor in the same diary', () => {
    const now = {
      'sessions[1].kind': 'chat',
      'sessions[1].contacts': ['doctr', 7],
      'sessions[1].minutes': 'long',
      'sessions[1].after': ['youth', 'yuoth'],
      'contacts[0].diary.busy': [{ day: 9 }, { day: 1, from: '10:00', to: '09:00' }],
    };
    expect(linesOf(spoilt(now))).toEqual([
      'contacts[0].diary.busy[0].day: is 9, which is too large. Give a day of the week as a number from 0 to 5.',
      'sessions[1].kind: is "chat", which is not known here. Give interview, focus-group, site-visit, debrief or record-review.',
      'sessions[1].contacts[1]: is 7, not a text in quotes. Give the id of a contact.',
      'sessions[1].minutes: is "long", not a number. Give a number of minutes that is a multiple of 15, from 15 to 600.',
      'contacts[0].diary.busy[1].to: is not after the start. Give an end after the start.',
      'sessions[1].contacts[0]: "doctr" is not in contacts. Did you mean “doctor”?',
      'sessions[1].after[1]: "yuoth" is not in sessions. Did you mean “youth”?',
    ]);
  });

  it('a thing that is wrong otherwise can still be referred to by its id', () => {
    expect(linesOf(spoilt({ 'contacts[2].name': 7 }))).toEqual([
      'contacts[2].name: is 7, not a text in quotes. Give the name to print, on one line.',
    ]);
  });

  it('a list that can’t be read makes nothing that refers to it wrong', () => {
    expect(linesOf(spoilt({ contacts: 'see the spreadsheet' }))).toEqual([
      'contacts: is "see the spreadsheet", not a list. Give a list, in [ … ].',
    ]);
  });

  it('without a first day nothing is said of times that may be good', () => {
    expect(linesOf(spoilt({ 'review.firstDay': 'soon' }))).toEqual([
      'review.firstDay: is "soon", which can’t be used here. Give a date as "2026-03-24", from the year 2000 to 2199.',
    ]);
  });

  it('without a first day something is said of times that are good in no week', () => {
    const backwards = { day: 2, from: '11:30', to: '09:00' };
    expect(linesOf(spoilt({ 'review.firstDay': 'soon', 'contacts[0].diary.busy[0]': backwards }))).toEqual([
      'review.firstDay: is "soon", which can’t be used here. Give a date as "2026-03-24", from the year 2000 to 2199.',
      'contacts[0].diary.busy[0].to: is not after the start. Give an end after the start.',
    ]);
  });

  it('a list that is far too long is one problem, and what it holds is still known', () => {
    const many = Array.from({ length: 2001 }, (_, i) => ({
      id: `s${i}`,
      kind: 'debrief',
      title: 'S',
      priority: 'could',
    }));
    expect(linesOf(spoilt({ sessions: many, locks: [], 'waivers[0].about': 's2000' }))).toEqual([
      'sessions: holds 2001 things. Give at most 2000.',
    ]);
  });

  it('more problems than anybody reads are counted', () => {
    const many = Array.from({ length: 200 }, (_, i) => `no-${i}`);
    const lines = linesOf(spoilt(...[0, 1, 2, 3, 4, 5, 6].map((i) => ({ [`sessions[${i}].after`]: many }))));
    expect(lines).toHaveLength(1001);
    expect(lines.at(-1)).toBe(
      'There are about 400 more problems, not listed. Mend these first and read the file again.',
    );
  });
});
