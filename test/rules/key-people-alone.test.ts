import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { keyPeopleAlone } from '../../src/rules/key-people-alone.ts';
import { aContact, aHeld, aProgramme, aReview, aSession } from '../support/cast.ts';
import { speaks } from '../support/speaks.ts';

const contacts = [
  aContact('chief', { name: 'Chris Eze', roles: ['chief-executive'] }),
  aContact('deputy', { name: 'Dev Rao', key: true }),
  aContact('adult', { name: 'Ali Fox', roles: ['director-adult-services'], key: false }),
  aContact('nurse', { name: 'Nia Gray', roles: ['designated-nurses'] }),
];
const group = (id: string, members: readonly string[]) =>
  aSession(id, { kind: 'focus-group', title: `the ${id}`, contacts: members, headcount: members.length });
const partners = group('partners', ['nurse', 'chief', 'deputy']);
const nurses = group('nurses', ['nurse', 'adult']);
const alone = group('alone', ['chief']);
const interview = aSession('interview', { contacts: ['chief', 'nurse'] });
const visit = aSession('visit', { kind: 'site-visit', title: 'the visit', includes: ['partners'] });
const review = aReview({ contacts, sessions: [partners, nurses, alone, interview, visit] });

describe('key-people-alone (manual 1486)', () => {
  describe('kept', () => {
    it.each([
      ['a group with nobody key, by role or by mark', nurses],
      ['an interview to which a key person brings somebody', interview],
      ['a group of one', alone],
    ])('%s', (_, session) => expect(speaks(keyPeopleAlone, review, [aHeld(session, 2, 9, 0)])).toEqual([]));
  });

  describe('broken', () => {
    const sentence =
      'Chris Eze and Dev Rao are to be seen individually, not in the partners: plan an interview instead, or ask the review manager for a waiver.';
    it('two in a group, one by role and one by mark', () => {
      expect(speaks(keyPeopleAlone, review, [aHeld(partners, 2, 9, 0)])).toEqual([sentence]);
    });
    it('in a group that a visit includes', () => {
      expect(speaks(keyPeopleAlone, review, [aHeld(visit, 2, 9, 0)])).toEqual([sentence]);
    });
    it('waived by the review manager for the session', () => {
      const waiver = {
        rule: 'key-people-alone',
        about: 'partners',
        by: 'Una Dean',
        at: '2026-02-01',
        because: 'they asked',
      };
      const waived = aReview({ contacts, sessions: [partners], waivers: [waiver] });
      const findings = check(waived, aProgramme([aHeld(partners, 2, 9, 0).placement]));
      expect(findings.filter((f) => f.rule === 'key-people-alone').map((f) => f.waiver)).toEqual([waiver]);
    });
  });
});
