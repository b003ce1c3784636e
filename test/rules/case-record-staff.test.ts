import { describe, expect, it } from 'vitest';
import { caseRecordStaffRule } from '../../src/rules/case-record-staff.ts';
import { aContact, aHeld, aReview, aSession } from '../support/cast.ts';
import { speaks } from '../support/speaks.ts';

const options = {
  caseRecords: true,
  caseRecordingReview: false,
  auditValidation: false,
  intervention: false,
};
const group = (id: string, contacts: readonly string[], caseRecords = false) =>
  aSession(id, { kind: 'focus-group', title: `the ${id}`, contacts, caseRecords });
const records = group('records', ['wes', 'xan'], true);
const again = group('again', ['wes'], true);
const practitioners = group('practitioners', ['yui', 'xan']);
const others = group('others', ['yui']);
const interview = aSession('interview', { contacts: ['wes'] });
const visit = aSession('visit', { kind: 'site-visit', includes: ['practitioners'] });
const cast = {
  contacts: [
    aContact('wes', { name: 'Wes Park' }),
    aContact('xan', { name: 'Xan Reid' }),
    aContact('yui', { name: 'Yui Sato' }),
  ],
  sessions: [records, again, practitioners, others, interview, visit],
};
const review = aReview({ ...cast, options });

describe('case-record-staff (manual 1748)', () => {
  describe('kept', () => {
    it.each([
      ['a group with none of them', review, others],
      ['their own discussions, groups though they be', review, again],
      ['an interview with one of them', review, interview],
      ['a review without that option', aReview(cast), practitioners],
    ])('%s', (_, given, session) =>
      expect(speaks(caseRecordStaffRule, given, [aHeld(session, 2, 9, 0)])).toEqual([]),
    );
  });

  describe('broken', () => {
    const sentence =
      'Xan Reid is seen for the case records review, and so not in the practitioners: invite somebody else, or ask the review manager for a waiver.';
    it.each([
      ['one of them in a group', practitioners],
      ['one of them in a group that a visit includes', visit],
    ])('%s', (_, session) =>
      expect(speaks(caseRecordStaffRule, review, [aHeld(session, 2, 9, 0)])).toEqual([sentence]),
    );
    it('may be waived', () => expect(caseRecordStaffRule.parts[0]?.waivable).toBe(true));
  });
});
