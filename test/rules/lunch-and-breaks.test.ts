import { describe, expect, it } from 'vitest';
import { lunchAndBreaks } from '../../src/rules/lunch-and-breaks.ts';
import { at } from '../../src/time/span.ts';
import { aContact, aHeld, aPeer, aReview, aSession, aSite } from '../support/cast.ts';
import { aWindow, withEvent, withoutEvents, withWindows } from '../support/frames.ts';
import { speaks } from '../support/speaks.ts';

const ann = aPeer('ann', { name: 'Ann Lake' });
const bob = aPeer('bob', { name: 'Bob Dale' });
const people = { peers: [ann, bob], contacts: [aContact('una', { name: 'Una Frost' })] };
const review = aReview(people);
const session = aSession('one');

/** Ann’s sessions of a day: each a start and its minutes. */
const hers = (day: number, ...rows: readonly (readonly [hour: number, minute: number, minutes: number])[]) =>
  rows.map(([hour, minute, minutes], i) =>
    aHeld({ ...session, id: `s${i}` }, day, hour, minute, { minutes, peers: ['ann'] }),
  );

describe('lunch-and-breaks: 180 minutes without a break at most (manual 1476)', () => {
  describe('kept', () => {
    it.each([
      ['three hours: 60 + 60 + 60 = 180', hers(2, [9, 0, 60], [10, 0, 60], [11, 0, 60])],
      ['a quarter of an hour between', hers(2, [9, 0, 60], [10, 15, 135], [13, 30, 60])],
      ['lunch between', hers(2, [9, 30, 180], [13, 30, 180])],
      ['with gaps of ten minutes: 60 + 50 + 60 = 170', hers(4, [9, 0, 60], [10, 10, 50], [11, 10, 60])],
    ])('%s', (_, held) => expect(speaks(lunchAndBreaks, review, held)).toEqual([]));

    it('a gathering of ten minutes between ends the run', () =>
      expect(
        speaks(
          lunchAndBreaks,
          withEvent('gathering-2', { from: at(2, 11), to: at(2, 11, 10) }, people),
          hers(2, [9, 0, 120], [11, 10, 80]),
        ),
      ).toEqual([]));
  });

  describe('broken', () => {
    it.each([
      [
        'the whole of a morning: 60 + 150 = 210',
        hers(2, [9, 0, 60], [10, 0, 150]),
        'Ann Lake has 210 minutes of sessions without a break on Tuesday, 9.00am to 12.30pm: 180 is the most.',
      ],
      [
        'crossover is no break: 120 + 80 = 200',
        hers(2, [9, 0, 120], [11, 10, 80]),
        'Ann Lake has 200 minutes of sessions without a break on Tuesday, 9.00am to 12.30pm: 180 is the most.',
      ],
      [
        'one within another, counted once: 150 + 45 = 195, ten minutes after the longer',
        hers(2, [9, 0, 150], [9, 30, 30], [11, 40, 45]),
        'Ann Lake has 195 minutes of sessions without a break on Tuesday, 9.00am to 12.25pm: 180 is the most.',
      ],
      [
        'travel counts: 60 + 30 + 60 + 45 = 195',
        [
          ...hers(2, [9, 0, 60]),
          aHeld({ ...session, id: 'visit', kind: 'site-visit' }, 2, 10, 30, {
            minutes: 60,
            peers: ['ann'],
            away: { from: at(2, 10), to: at(2, 12, 15) },
          }),
        ],
        'Ann Lake has 195 minutes of sessions without a break on Tuesday, 9.00am to 12.15pm: 180 is the most.',
      ],
    ])('%s', (_, held, sentence) => expect(speaks(lunchAndBreaks, review, held)).toEqual([sentence]));
  });

  // The hospital is 20 minutes from the base.
  describe('the way between two sites is no break', () => {
    const twoSites = aReview({
      ...people,
      sites: [aSite('civic-centre'), aSite('hospital')],
      travel: [{ between: ['civic-centre', 'hospital'], minutes: 20 }],
    });
    const there = { place: { site: 'hospital' }, peers: ['ann'] };
    const two = (gap: number, over: Parameters<typeof aHeld>[4] = there) => [
      aHeld(session, 2, 9, 0, { place: { room: 'base' }, peers: ['ann'], minutes: 90 }),
      aHeld({ ...session, id: 'two' }, 2, 10, 30 + gap, { ...over, minutes: 75 }),
    ];
    it.each([
      ['kept: 20 minutes on the way and 15 free', two(35)],
      ['kept: 20 minutes between two at one site', two(20, { ...there, place: { room: 'base' } })],
      ['kept: with 14 free, of 75 + 20 + 75 = 170', [...hers(2, [9, 15, 75]), ...two(34).slice(1)]],
      [
        'kept: a visit’s own time away holds the way',
        [
          ...two(35, { ...there, away: { from: at(2, 10, 45), to: at(2, 12, 20) } }).slice(0, 1),
          aHeld({ ...session, id: 'visit', kind: 'site-visit' }, 2, 11, 5, {
            ...there,
            minutes: 60,
            away: { from: at(2, 10, 45), to: at(2, 12, 30) },
          }),
        ],
      ],
    ])('%s', (_, held) => expect(speaks(lunchAndBreaks, twoSites, held)).toEqual([]));
    it.each([
      [
        'broken: 90 + 20 + 75 = 185, with 14 minutes free',
        two(34),
        'Ann Lake has 185 minutes of sessions without a break on Tuesday, 9.00am to 12.19pm: 180 is the most.',
      ],
      [
        'broken: 90 + 20 + 75 = 185, straight from one to the next',
        two(20),
        'Ann Lake has 185 minutes of sessions without a break on Tuesday, 9.00am to 12.05pm: 180 is the most.',
      ],
    ])('%s', (_, held, sentence) => expect(speaks(lunchAndBreaks, twoSites, held)).toEqual([sentence]));
  });

  it('contacts: kept, and broken', () => {
    const withUna = (minutes: number) => [
      aHeld({ ...session, id: 'a', contacts: ['una'] }, 2, 9, 0, { minutes: 120 }),
      aHeld({ ...session, id: 'b', contacts: ['una'] }, 2, 11, 0, { minutes }),
    ];
    expect(speaks(lunchAndBreaks, review, withUna(60), 'contacts')).toEqual([]);
    expect(speaks(lunchAndBreaks, review, withUna(75), 'contacts')).toEqual([
      'Una Frost has 195 minutes of sessions without a break on Tuesday, 9.00am to 12.15pm: 180 is the most.',
    ]);
  });
});

describe('lunch-and-breaks: lunch (manual 1576-1612)', () => {
  const says = (r: typeof review) => speaks(lunchAndBreaks, r, [], 'lunch');

  describe('kept', () => {
    it.each([
      ['the frame of Appendix 11', review],
      ['45 minutes', withEvent('lunch-2', { to: at(2, 13, 15) }, people)],
    ])('%s', (_, r) => expect(says(r)).toEqual([]));
    it('a session that leaves 45 minutes is for five-day-week', () =>
      expect(speaks(lunchAndBreaks, review, hers(2, [11, 45, 60]), 'lunch-kept')).toEqual([]));
    it('two that leave 45 between them', () =>
      expect(speaks(lunchAndBreaks, review, hers(2, [11, 45, 60], [13, 30, 60]), 'lunch-between')).toEqual(
        [],
      ));
  });

  describe('broken', () => {
    it.each([
      [
        'half an hour',
        withEvent('lunch-2', { to: at(2, 13) }, people),
        'Lunch on Tuesday (12.30pm to 1.00pm) has 30 minutes: 45 is the least.',
      ],
      [
        'none',
        withoutEvents(['lunch-3'], people),
        'No lunch on Wednesday for the team: add one of at least 45 minutes.',
      ],
      [
        'none for one of them',
        withEvent('lunch-3', { peers: ['bob'] }, people),
        'No lunch on Wednesday for Ann Lake: add one of at least 45 minutes.',
      ],
    ])('%s', (_, r, sentence) => expect(says(r)).toEqual([sentence]));

    it('a session that leaves half an hour', () =>
      expect(speaks(lunchAndBreaks, review, hers(2, [12, 0, 60]), 'lunch-kept')).toEqual([
        'Session one on Tuesday, 12.00pm to 1.00pm runs into “Lunch”, 12.30pm to 1.30pm.',
      ]));
    it('two that leave half an hour between them', () =>
      expect(
        speaks(
          lunchAndBreaks,
          withWindows([aWindow(2, 12, 14)], people),
          hers(2, [11, 45, 60], [13, 15, 60]),
          'lunch-between',
        ),
      ).toEqual(['Ann Lake has only 30 minutes of lunch on Tuesday: 45 is the least.']));
  });
});

describe('lunch-and-breaks: a break sooner (manual 1476)', () => {
  describe('kept', () => {
    it.each([
      ['150 minutes', hers(2, [13, 30, 150], [16, 15, 120])],
      ['what is over 180 is broken, and not counted again', hers(2, [9, 0, 195])],
    ])('%s', (_, held) => expect(speaks(lunchAndBreaks, review, held, 'breaks-sooner')).toEqual([]));
  });
  it('broken: once each half-day', () =>
    expect(
      speaks(lunchAndBreaks, review, hers(2, [9, 0, 165], [13, 30, 120], [15, 30, 60]), 'breaks-sooner'),
    ).toEqual([
      'Ann Lake has 165 minutes of sessions without a break on Tuesday, 9.00am to 11.45am: 150 would be better.',
      'Ann Lake has 180 minutes of sessions without a break on Tuesday, 1.30pm to 4.30pm: 150 would be better.',
    ]));
});

describe('lunch-and-breaks: a break in common (manual 1476)', () => {
  describe('kept', () => {
    it.each([
      ['ten to quarter past ten', hers(2, [9, 0, 60], [9, 0, 60], [10, 15, 135])],
      ['side by side only', hers(2, [9, 0, 60], [9, 0, 60])],
      ['one before lunch and one after', hers(2, [11, 30, 60], [13, 30, 60])],
      ['nothing at all', []],
    ])('%s', (_, held) => expect(speaks(lunchAndBreaks, review, held, 'common-break')).toEqual([]));
  });

  describe('broken', () => {
    it.each([
      [
        'one after the other',
        hers(2, [9, 0, 60], [10, 0, 60]),
        'The team has no break in common on Tuesday morning, 9.00am to 11.00am.',
      ],
      [
        'a visit beside the pause of the others',
        hers(3, [13, 30, 60], [13, 45, 135], [15, 0, 60]),
        'The team has no break in common on Wednesday afternoon, 1.30pm to 4.00pm.',
      ],
    ])('%s', (_, held, sentence) =>
      expect(speaks(lunchAndBreaks, review, held, 'common-break')).toEqual([sentence]),
    );
  });
});
