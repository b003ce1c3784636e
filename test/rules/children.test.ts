import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { isBroken } from '../../src/check/finding.ts';
import type { Session } from '../../src/review/session.ts';
import { children } from '../../src/rules/children.ts';
import { aContact, aHeld, aProgramme, aReview, aSession } from '../support/cast.ts';
import { speaks } from '../support/speaks.ts';

const contacts = [
  aContact('kit', { name: 'Kit', child: true }),
  aContact('lou', { name: 'Lou', child: true }),
  aContact('rep', { name: 'Reg Pike', representsCouncil: true }),
  aContact('partner', { name: 'Pia Quin', representsCouncil: false }),
];
const youth = (over: Partial<Session>) =>
  aSession('youth', {
    kind: 'focus-group',
    title: 'the youth council',
    youngPeople: true,
    contacts: ['rep'],
    headcount: 8,
    ...over,
  });
const says = (session: Session, inside: readonly Session[] = []) => {
  const review = aReview({ contacts, sessions: [session, ...inside] });
  return children.parts.map((part) => speaks(children, review, [aHeld(session, 2, 9, 0)], part.name));
};
const individual = ['the youth council is with an individual child, whom the team never sees: take it out.'];
const agreement = [
  'the youth council is a group of young people: it needs the review manager’s agreement after discussion with the sponsor, recorded as a waiver.',
];
const representative = [
  'the youth council is a group of young people with nobody of the council among its contacts: add a council representative.',
];

describe('children (manual 1478-1480)', () => {
  describe('kept', () => {
    it('a session with adults', () => {
      expect(says(aSession('adults', { contacts: ['rep', 'partner'] }))).toEqual([[], [], []]);
    });
    it('a group of young people with the agreement recorded and the council there', () => {
      const session = youth({});
      const waiver = {
        rule: 'children',
        about: 'youth',
        by: 'Una Dean',
        at: '2026-02-01',
        because: 'agreed',
      };
      const review = aReview({ contacts, sessions: [session], waivers: [waiver] });
      const findings = check(review, aProgramme([aHeld(session, 2, 9, 0).placement]));
      expect(
        findings.filter((f) => f.rule === 'children').map((f) => [f.part, f.waiver, isBroken(f)]),
      ).toEqual([['agreement', waiver, false]]);
    });
  });

  describe('broken', () => {
    it.each([
      [
        'an interview with a child',
        youth({ kind: 'interview', youngPeople: false, contacts: ['kit'], headcount: 1 }),
      ],
      [
        'an interview with a child and an adult',
        youth({ kind: 'interview', contacts: ['kit', 'rep'], headcount: 2 }),
      ],
      [
        'a group in which one child sits with adults',
        youth({ contacts: ['rep', 'partner', 'kit'], headcount: 3 }),
      ],
    ])('%s, which nobody can waive', (_, session) => {
      expect(says(session)).toEqual([individual, [], []]);
      expect(children.parts[0]?.waivable).toBeUndefined();
    });
    it('a group of young people that nobody agreed to', () => {
      expect(says(youth({}))).toEqual([[], agreement, []]);
      expect(children.parts[1]?.waivable).toBe(true);
    });
    it('a group that is not marked so, and has children among its contacts', () => {
      expect(says(youth({ youngPeople: false, contacts: ['kit', 'lou', 'rep'], headcount: 3 }))).toEqual([
        [],
        agreement,
        [],
      ]);
    });
    it.each([
      ['a partner', ['partner']],
      ['only children', ['kit', 'lou']],
      ['nobody named', []],
    ])('a group with %s in place of the council, which no waiver excuses', (_, who) => {
      expect(says(youth({ contacts: who }))).toEqual([[], agreement, representative]);
      expect(children.parts[2]?.waivable).toBeUndefined();
    });
    it('in the course of a visit', () => {
      const visit = aSession('visit', { kind: 'site-visit', includes: ['youth'] });
      expect(says(visit, [youth({ contacts: [] })])).toEqual([[], agreement, representative]);
    });
  });
});
