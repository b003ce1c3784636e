import { describe, expect, it } from 'vitest';
import { appendix10, type RoleId } from '../../src/review/roles.ts';
import { peopleToSeeRule } from '../../src/rules/people-to-see.ts';
import { aContact, aReview, aSession } from '../support/cast.ts';
import { speaks } from '../support/speaks.ts';

const usual = appendix10.filter((role) => role.when === 'always').map((role) => role.id);
const everyRoleBut = (without: readonly RoleId[]) =>
  aSession('all', { kind: 'focus-group', roles: usual.filter((id) => !without.includes(id)) });
const intervention = {
  caseRecords: false,
  caseRecordingReview: false,
  auditValidation: false,
  intervention: true,
};

describe('people-to-see (manual 1484-1547, 2126)', () => {
  describe('kept', () => {
    it('every role of the list has a session', () => {
      expect(speaks(peopleToSeeRule, aReview({ sessions: [everyRoleBut([])] }), [])).toEqual([]);
    });
    it('a role that is seen in the course of a visit, through its contact', () => {
      const review = aReview({
        contacts: [aContact('lay', { roles: ['lay-people'] })],
        sessions: [
          everyRoleBut(['lay-people']),
          aSession('carers', { contacts: ['lay'] }),
          aSession('visit', { kind: 'site-visit', includes: ['carers'] }),
        ],
      });
      expect(speaks(peopleToSeeRule, review, [])).toEqual([]);
    });
    it('a case mapping lead who is seen in another role', () => {
      const review = aReview({
        contacts: [aContact('both', { roles: ['principal-social-worker', 'case-mapping-lead'] })],
        sessions: [
          everyRoleBut(['principal-social-worker', 'case-mapping-lead']),
          aSession('worker', { contacts: ['both'] }),
        ],
      });
      expect(speaks(peopleToSeeRule, review, [])).toEqual([]);
    });
    it('a reason that the review manager accepted', () => {
      const review = aReview({
        sessions: [everyRoleBut(['head-youth-services'])],
        declined: [{ role: 'head-youth-services', because: 'the post is vacant', acceptedBy: 'Una Dean' }],
      });
      expect(speaks(peopleToSeeRule, review, [])).toEqual([]);
    });
    it('in intervention, the chair of the improvement board is seen; its other member need not be', () => {
      const review = aReview({
        options: intervention,
        sessions: [everyRoleBut([]), aSession('chair', { roles: ['improvement-board-chair'] })],
      });
      expect(speaks(peopleToSeeRule, review, [])).toEqual([]);
    });
  });

  describe('broken, and blocks approval', () => {
    it('a role without a session', () => {
      expect(
        speaks(peopleToSeeRule, aReview({ sessions: [everyRoleBut(['head-youth-services'])] }), []),
      ).toEqual([
        'Nobody is to be seen as “Head of youth services” (manual 1508): plan a session, or give a reason for the review manager to accept.',
      ]);
      expect(peopleToSeeRule.parts[0]?.blocksApproval).toBe(true);
    });
    it('a contact who fills a role and is in no session', () => {
      const review = aReview({
        contacts: [aContact('youth', { roles: ['head-youth-services'] })],
        sessions: [everyRoleBut(['head-youth-services'])],
      });
      expect(speaks(peopleToSeeRule, review, [])).toHaveLength(1);
    });
    it('a reason that nobody accepted yet', () => {
      const review = aReview({
        sessions: [everyRoleBut(['head-youth-services'])],
        declined: [{ role: 'head-youth-services', because: 'the post is vacant' }],
      });
      expect(speaks(peopleToSeeRule, review, [])).toEqual([
        'Nobody is to be seen as “Head of youth services” (manual 1508), and the review manager has not accepted the reason yet: the post is vacant.',
      ]);
    });
    it('in intervention, the chair of the improvement board', () => {
      expect(
        speaks(peopleToSeeRule, aReview({ options: intervention, sessions: [everyRoleBut([])] }), []),
      ).toEqual([
        'Nobody is to be seen as “Chair of the improvement board” (manual 2126): plan a session, or give a reason for the review manager to accept.',
      ]);
    });
    it('an empty review: each of the list’s roles once', () => {
      expect(speaks(peopleToSeeRule, aReview(), [])).toHaveLength(usual.length);
    });
  });
});
