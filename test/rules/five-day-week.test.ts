import { describe, expect, it } from 'vitest';
import { fiveDayWeek } from '../../src/rules/five-day-week.ts';
import { at } from '../../src/time/span.ts';
import { aHeld, aReview, aSession } from '../support/cast.ts';
import { aWindow, withoutEvents, withWindows } from '../support/frames.ts';
import { speaks } from '../support/speaks.ts';

const review = aReview();
const leader = aSession('leader', { title: 'the council leader' });
const doctor = aSession('doctor', { title: 'the designated doctor' });
const hospital = aSession('hospital', { kind: 'site-visit', title: 'accident and emergency' });
const away = (from: [number, number], to: [number, number], day = 2) => ({
  away: { from: at(day, ...from), to: at(day, ...to) },
});

describe('five-day-week: the windows (manual 368, 1561-1625)', () => {
  describe('kept', () => {
    it.each([
      ['the first hour of the first afternoon', aHeld(leader, 1, 14, 0)],
      ['the last hour of the last morning', aHeld(leader, 4, 11, 0)],
      ['a visit whose journeys fit in the morning', aHeld(hospital, 2, 9, 30, away([9, 0], [11, 30]))],
    ])('%s', (_, held) => expect(speaks(fiveDayWeek, review, [held])).toEqual([]));

    it.each([
      ['a session that runs into the team meeting is for team-meetings', aHeld(leader, 2, 17, 30)],
      ['one in the afternoon of day 4 is for presentation-preparation', aHeld(leader, 4, 14, 0)],
      ['one in the handover is for draft-handover', aHeld(leader, 4, 17, 30)],
      ['one after the team meeting is for evening-limit', aHeld(leader, 2, 20, 0)],
      ['one that leaves too little lunch is for lunch-and-breaks', aHeld(leader, 2, 12, 0)],
    ])('%s', (_, held) => expect(speaks(fiveDayWeek, review, [held])).toEqual([]));
  });

  describe('broken', () => {
    it.each([
      [
        'a journey home that goes on into lunch',
        aHeld(hospital, 2, 10, 30, away([10, 0], [12, 45])),
        'accident and emergency on Tuesday, 10.00am to 12.45pm is not within a time for sessions: that day, 9.00am to 12.30pm or 1.30pm to 6.15pm.',
      ],
      [
        'a session on the evening before',
        aHeld(leader, 0, 16, 0),
        'the council leader on Sunday, 4.00pm to 5.00pm is on a day that has no time for sessions.',
      ],
      [
        'a session in the presentations',
        aHeld(leader, 1, 11, 0),
        'the council leader on Monday, 11.00am to 12.00pm runs into “Council overview and first thoughts presentations”, 11.15am to 1.00pm.',
      ],
      [
        'a session in the conference',
        aHeld(leader, 5, 12, 0),
        'the council leader on Friday, 12.00pm to 1.00pm runs into “Final presentation and prioritisation conference”, 11.00am to 3.00pm.',
      ],
    ])('%s', (_, held, sentence) => expect(speaks(fiveDayWeek, review, [held])).toEqual([sentence]));
  });
});

describe('five-day-week: a session’s own days, time and order (manual 1561-1625)', () => {
  const early = aSession('early', { title: 'the director', latestDay: 1 });
  const late = aSession('late', { title: 'the partners', earliestDay: 3 });
  const fixed = aSession('fixed', { title: 'the debrief', fixed: at(3, 9) });
  const second = aSession('second', { title: 'the doctor again', after: ['doctor'] });
  const visit = aSession('visit', { title: 'the hospital visit', includes: ['doctor'] });
  const all = aReview({ sessions: [early, late, fixed, doctor, second, visit] });

  describe('kept', () => {
    it.each([
      ['days', aHeld(early, 1, 14, 0)],
      ['days', aHeld(late, 3, 9, 0)],
      ['fixed', aHeld(fixed, 3, 9, 0)],
      ['fixed', aHeld(early, 1, 14, 0)],
    ])('%s', (part, held) => expect(speaks(fiveDayWeek, all, [held], part)).toEqual([]));
    it('order: after one another, without a pause', () =>
      expect(speaks(fiveDayWeek, all, [aHeld(doctor, 2, 9, 0), aHeld(second, 2, 10, 0)], 'order')).toEqual(
        [],
      ));
    it('order: the one without the other', () =>
      expect(speaks(fiveDayWeek, all, [aHeld(second, 2, 10, 0)], 'order')).toEqual([]));
  });

  describe('broken', () => {
    it.each([
      [
        'days',
        aHeld(early, 2, 9, 0),
        'the director is on Tuesday, 9.00am to 10.00am, and is to be no later than Monday.',
      ],
      [
        'days',
        aHeld(late, 2, 9, 0),
        'the partners is on Tuesday, 9.00am to 10.00am, and is to be no earlier than Wednesday.',
      ],
      [
        'fixed',
        aHeld(fixed, 3, 10, 0),
        'the debrief is fixed for Wednesday 9.00am, but starts on Wednesday 10.00am.',
      ],
    ])('%s', (part, held, sentence) => expect(speaks(fiveDayWeek, all, [held], part)).toEqual([sentence]));

    it('order: the second before the first has ended', () =>
      expect(speaks(fiveDayWeek, all, [aHeld(doctor, 2, 9, 0), aHeld(second, 2, 9, 30)], 'order')).toEqual([
        'the doctor again starts on Tuesday 9.30am, before the designated doctor has ended (Tuesday 10.00am): it is to come after it.',
      ]));
    it('order: days before it', () =>
      expect(speaks(fiveDayWeek, all, [aHeld(second, 1, 14, 0), aHeld(doctor, 2, 9, 0)], 'order')).toEqual([
        'the doctor again starts on Monday 2.00pm, before the designated doctor has ended (Tuesday 10.00am): it is to come after it.',
      ]));
    it('order: before the visit in whose course the first is held', () =>
      expect(speaks(fiveDayWeek, all, [aHeld(second, 2, 9, 0), aHeld(visit, 2, 10, 0)], 'order')).toEqual([
        'the doctor again starts on Tuesday 9.00am, before the hospital visit has ended (Tuesday 11.00am): it is to come after it.',
      ]));
  });
});

describe('five-day-week: the frame (manual 323, 337-368)', () => {
  it('kept: the frame of Appendix 11', () => expect(speaks(fiveDayWeek, review, [], 'frame')).toEqual([]));

  it.each([
    [
      'no meeting on the evening before',
      withoutEvents(['first-meeting']),
      'The team’s first meeting, on the evening of Sunday, is not in the week.',
    ],
    [
      'no time for first thoughts',
      withoutEvents(['first-thoughts']),
      'The team has no time on the morning of Monday to finalise its first thoughts before it presents them.',
    ],
    [
      'sessions on day 5',
      withWindows([aWindow(5, 9, 10)]),
      'Friday, 9.00am to 10.00am is set aside for sessions, which are held from Monday to Thursday.',
    ],
    [
      'sessions before the presentations',
      withWindows([aWindow(1, 9, 10)]),
      'Monday, 9.00am to 10.00am is set aside for sessions, which start once the presentations are over.',
    ],
  ])('broken: %s', (_, broken, sentence) =>
    expect(speaks(fiveDayWeek, broken, [], 'frame')).toEqual([sentence]),
  );
});

describe('five-day-week: on weekdays (manual 323)', () => {
  const from = (firstDay: string) =>
    speaks(fiveDayWeek, aReview({ week: { ...review.week, firstDay } }), [], 'weekdays');

  it('kept: from Monday to Friday', () => expect(from('2026-03-23')).toEqual([]));

  it.each([
    [
      'a day too late',
      '2026-03-24',
      'The week runs from Tuesday 24 March 2026 to Saturday 28 March 2026, over a Saturday: look at the date of day 1, which is usually a Monday.',
    ],
    [
      'of another year',
      '2027-03-20',
      'The week runs from Saturday 20 March 2027 to Wednesday 24 March 2027, over a Saturday and a Sunday: look at the date of day 1, which is usually a Monday.',
    ],
  ])('broken: %s', (_, firstDay, sentence) => expect(from(firstDay)).toEqual([sentence]));
});
