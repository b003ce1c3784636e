import { describe, expect, it } from 'vitest';
import { conference } from '../../src/rules/conference.ts';
import { at } from '../../src/time/span.ts';
import { aReview, aRoom, aSite } from '../support/cast.ts';
import { withEvent, withoutEvents } from '../support/frames.ts';
import { speaks } from '../support/speaks.ts';

const says = (review: ReturnType<typeof aReview>, part?: string) => speaks(conference, review, [], part);
const called = { title: 'The conference' };

describe('conference (manual 372-378, 1624-1625)', () => {
  it('kept: the frame of Appendix 11', () => expect(says(aReview())).toEqual([]));

  describe('broken', () => {
    it.each([
      [
        'none',
        withoutEvents(['conference']),
        'The final presentation and conference is not on Friday with the whole team there: add it.',
      ],
      [
        'on day 4',
        withEvent('conference', { day: 4, from: at(4, 13), to: at(4, 16) }),
        'The final presentation and conference is not on Friday with the whole team there: add it.',
      ],
      [
        'with no time to complete the presentation',
        withoutEvents(['preparation-5']),
        'The team has no time on Friday to complete its presentation before “Final presentation and prioritisation conference” at 11.00am.',
      ],
      [
        'before the presentation is complete',
        withEvent('conference', { ...called, from: at(5, 10) }),
        '“The conference” starts at Friday 10.00am, before the team has completed its presentation at 11.00am.',
      ],
    ])('%s', (_, review, sentence) => expect(says(review)).toEqual([sentence]));
  });
});

describe('conference: a room that divides (manual 1472)', () => {
  const hall = aRoom('hall', { name: 'The hall', divides: true });
  const chamber = aRoom('chamber', { name: 'The chamber' });
  const library = aRoom('library', { name: 'The library', site: 'library' });
  const rooms = [hall, chamber, library];
  const sites = [aSite('civic-centre'), aSite('library', { name: 'the library' })];

  describe('kept', () => {
    it.each([
      ['it is held there', withEvent('conference', { room: 'hall' }, { rooms })],
      ['no room is named, and there is one', aReview({ rooms })],
    ])('%s', (_, review) => expect(says(review, 'room')).toEqual([]));
  });

  describe('broken', () => {
    it.each([
      [
        'the room named does not divide',
        withEvent('conference', { ...called, room: 'chamber' }, { rooms }),
        'The chamber does not divide into small groups, which “The conference” needs: The hall does.',
      ],
      [
        'no room of the site does',
        withEvent('conference', { ...called, site: 'library' }, { rooms, sites }),
        'No room of the library divides into small groups, which “The conference” needs: The hall does.',
      ],
      [
        'no room at all does',
        withEvent('conference', called, { rooms: [chamber] }),
        'No room divides into small groups, which “The conference” needs: add a room that does.',
      ],
    ])('%s', (_, review, sentence) => expect(says(review, 'room')).toEqual([sentence]));
  });
});
