import { describe, expect, it } from 'vitest';
import { teamMeetings } from '../../src/rules/team-meetings.ts';
import { at } from '../../src/time/span.ts';
import { aHeld, aPeer, aReview, aSession } from '../support/cast.ts';
import { withEvent, withoutEvents } from '../support/frames.ts';
import { speaks } from '../support/speaks.ts';

const review = aReview();
const youth = aSession('youth', { title: 'Head of youth services' });

describe('team-meetings (manual 1468)', () => {
  describe('kept', () => {
    it.each([
      ['a session that ends as the meeting starts', aHeld(youth, 2, 17, 15)],
      ['one that starts as the gathering ends', aHeld(youth, 2, 9, 0)],
      ['one in lunch is not for this rule', aHeld(youth, 2, 12, 0)],
    ])('%s', (_, held) => expect(speaks(teamMeetings, review, [held])).toEqual([]));
  });

  describe('broken', () => {
    it.each([
      [
        'the misprint of the printed Tuesday, 5.15 to 6.16',
        aHeld(youth, 2, 17, 15, { minutes: 61 }),
        'Head of youth services on Tuesday, 5.15pm to 6.16pm runs into “Team meeting”, 6.15pm to 7.15pm.',
      ],
      [
        'a session while the team gathers',
        aHeld(youth, 3, 8, 30),
        'Head of youth services on Wednesday, 8.30am to 9.30am runs into “Team gathers in the base room”, 8.30am to 9.00am.',
      ],
    ])('%s', (_, held, sentence) => expect(speaks(teamMeetings, review, [held])).toEqual([sentence]));
  });
});

describe('team-meetings: the frame (manual 1570-1622)', () => {
  const says = (r: typeof review) => speaks(teamMeetings, r, [], 'frame');
  const peers = [aPeer('ann'), aPeer('bob')];

  describe('kept', () => {
    it.each([
      ['the frame of Appendix 11', review],
      ['everybody named instead of all', withEvent('team-meeting-2', { peers: ['ann', 'bob'] }, { peers })],
    ])('%s', (_, r) => expect(says(r)).toEqual([]));
  });

  describe('broken', () => {
    it.each([
      [
        'no meeting on day 3',
        withoutEvents(['team-meeting-3']),
        'The team does not meet at the end of Wednesday: add a meeting.',
      ],
      [
        'a meeting of some',
        withEvent('team-meeting-2', { peers: ['ann'] }, { peers }),
        'The team does not meet at the end of Tuesday: add a meeting.',
      ],
      [
        'a meeting while there may be sessions',
        withEvent('team-meeting-2', { from: at(2, 18) }),
        'On Tuesday “Team meeting” starts at 6.00pm, before the last sessions end at 6.15pm: it is for the end of the day.',
      ],
      [
        'no gathering on day 4',
        withoutEvents(['gathering-4']),
        'The team does not gather before the first sessions of Thursday: add a gathering.',
      ],
      [
        'a gathering that comes too late',
        withEvent('gathering-2', { from: at(2, 9), to: at(2, 9, 30) }),
        'On Tuesday “Team gathers in the base room” ends at 9.30am, after the first sessions start at 9.00am: it comes before them.',
      ],
    ])('%s', (_, r, sentence) => expect(says(r)).toEqual([sentence]));
  });
});
