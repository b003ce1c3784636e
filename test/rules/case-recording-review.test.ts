import { describe, expect, it } from 'vitest';
import { caseRecordingReview } from '../../src/rules/case-recording-review.ts';
import { aHeld, aPeer, aReview, aSession } from '../support/cast.ts';
import { speaks } from '../support/speaks.ts';

const options = {
  caseRecords: false,
  caseRecordingReview: true,
  auditValidation: false,
  intervention: false,
};
const records = aSession('records', {
  kind: 'record-review',
  title: 'the records',
  peers: { count: 1, named: [] },
});
const leader = aSession('leader');
const cast = {
  peers: [
    aPeer('rose', { name: 'Rose Adeyemi', role: 'operational-manager-peer' }),
    aPeer('sam', { name: 'Sam Bell', role: 'operational-manager-peer' }),
    aPeer('tim', { name: 'Tim Cole', role: 'nhs-peer' }),
  ],
  sessions: [records, leader],
};
const review = aReview({ ...cast, options });
const says = (given: typeof review, held: Parameters<typeof speaks>[2]) =>
  caseRecordingReview.parts.map((part) => speaks(caseRecordingReview, given, held, part.name));

describe('case-recording-review (manual 1588, 1754)', () => {
  describe('kept', () => {
    it('one operational manager on day 2', () => {
      expect(says(review, [aHeld(records, 2, 13, 30, { peers: ['sam'] })])).toEqual([[], [], [], []]);
    });
    it('a review without that option, whatever is done', () => {
      expect(says(aReview({ ...cast, peers: [] }), [aHeld(records, 4, 9, 0, { peers: ['tim'] })])).toEqual([
        [],
        [],
        [],
        [],
      ]);
    });
  });

  describe('broken', () => {
    it('left out', () => {
      expect(says(review, [aHeld(leader, 2, 9, 0, { peers: ['tim'] })])).toEqual([
        ['The review of the case recording system, an option that was taken, is not in the programme.'],
        [],
        [],
        [],
      ]);
    });
    it('on day 3, by somebody else', () => {
      expect(says(review, [aHeld(records, 3, 9, 0, { peers: ['tim'] })])).toEqual([
        [],
        [
          'the records on Wednesday, 9.00am to 10.00am is for one operational manager peer, and is given to Tim Cole.',
        ],
        ['the records is on Wednesday, 9.00am to 10.00am: it belongs early in the week, by Tuesday.'],
        [],
      ]);
    });
    it.each([
      ['two operational managers', ['rose', 'sam'], 'Rose Adeyemi and Sam Bell'],
      ['nobody', [], 'nobody'],
    ])('by %s', (_, peers, names) => {
      expect(speaks(caseRecordingReview, review, [aHeld(records, 2, 9, 0, { peers })], 'peer')).toEqual([
        `the records on Tuesday, 9.00am to 10.00am is for one operational manager peer, and is given to ${names}.`,
      ]);
    });
    it('an option with neither a session nor a peer for it', () => {
      expect(speaks(caseRecordingReview, aReview({ options }), [], 'entered')).toEqual([
        'The review of the case recording system was chosen, and no session is for it: add a record review for one peer.',
        'The review of the case recording system was chosen, and the team has no operational manager peer to take it: add one.',
      ]);
    });
  });
});
