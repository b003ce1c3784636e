import { describe, expect, it } from 'vitest';
import { presentationsBeforeLunch } from '../../src/rules/presentations-before-lunch.ts';
import { at } from '../../src/time/span.ts';
import { aContact, aReview } from '../support/cast.ts';
import { withEvent, withoutEvents } from '../support/frames.ts';
import { speaks } from '../support/speaks.ts';

const says = (review: ReturnType<typeof aReview>, part?: string) =>
  speaks(presentationsBeforeLunch, review, [], part);
const chair = aContact('chair', { name: 'Ida Moss', roles: ['improvement-board-chair'] });
const inIntervention = {
  contacts: [chair],
  options: { caseRecords: false, caseRecordingReview: false, auditValidation: false, intervention: true },
};

describe('presentations-before-lunch (manual 339-366)', () => {
  describe('kept', () => {
    it.each([
      ['the frame of Appendix 11', aReview()],
      ['forty minutes that end as lunch begins', withEvent('presentations', { from: at(1, 12, 20) })],
    ])('%s', (_, review) => expect(says(review)).toEqual([]));
  });

  describe('broken', () => {
    it.each([
      [
        'no presentations',
        withoutEvents(['presentations']),
        'The council overview and first thoughts presentations are missing from the morning of Monday.',
      ],
      [
        'half an hour: 20 + 20 do not fit',
        withEvent('presentations', { title: 'Presentations', from: at(1, 12, 30) }),
        'Presentations on Monday (12.30pm to 1.00pm) has 30 minutes: the two presentations alone take at least 40.',
      ],
      [
        'going on into lunch',
        withEvent('presentations', { title: 'Presentations', to: at(1, 13, 15) }),
        'Presentations ends at Monday 1.15pm, and is to be over by lunch at 1.00pm.',
      ],
    ])('%s', (_, review, sentence) => expect(says(review)).toEqual([sentence]));
  });
});

describe('presentations-before-lunch: who is there (manual 356)', () => {
  it('kept: twelve', () =>
    expect(says(withEvent('presentations', { headcount: 12 }), 'audience')).toEqual([]));
  it('broken: thirteen', () =>
    expect(
      says(withEvent('presentations', { title: 'the presentations', headcount: 13 }), 'audience'),
    ).toEqual([
      '13 people of the council and its partners are expected at the presentations: at most 12 are recommended.',
    ]));
});

describe('presentations-before-lunch: the improvement board (manual 2126)', () => {
  describe('kept', () => {
    it.each([
      ['no intervention', aReview({ contacts: [chair] })],
      ['its chair is there', withEvent('presentations', { contacts: ['chair'] }, inIntervention)],
    ])('%s', (_, review) => expect(says(review, 'improvement-board')).toEqual([]));
  });
  it('broken: nobody of the board', () =>
    expect(
      says(withEvent('presentations', { title: 'the presentations' }, inIntervention), 'improvement-board'),
    ).toEqual([
      'Nobody of the improvement board is among those at the presentations: ask its chair, Ida Moss, to come.',
    ]));
});
