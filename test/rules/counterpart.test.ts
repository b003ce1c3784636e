import { describe, expect, it } from 'vitest';
import { counterpart } from '../../src/rules/counterpart.ts';
import { aContact, aHeld, aPeer, aReview, aSession } from '../support/cast.ts';
import { speaks } from '../support/speaks.ts';

const peers = [
  aPeer('rose', { name: 'Rose Adeyemi', role: 'team-leader' }),
  aPeer('sam', { name: 'Sam Bell', role: 'member-peer' }),
  aPeer('tim', { name: 'Tim Cole', role: 'operational-manager-peer' }),
  aPeer('una', { name: 'Una Dean', role: 'member-peer' }),
];
const contacts = [
  aContact('chief', { roles: ['chief-executive'] }),
  aContact('leader', { roles: ['council-leader'] }),
  aContact('nurse', { roles: ['designated-nurses'] }),
];
const review = aReview({ peers, contacts });
const leader = aSession('leader', { title: 'the council leader', contacts: ['leader'] });
const both = aSession('both', { title: 'leader and chief', contacts: ['leader', 'chief'] });
const group = aSession('group', { kind: 'focus-group', contacts: ['leader'] });
const nurse = aSession('nurse', { title: 'the nurse', contacts: ['nurse'] });
const nobody = aSession('nobody', { contacts: [] });

describe('counterpart (manual 744)', () => {
  describe('kept', () => {
    it.each([
      ['the member peer sees the council leader', aHeld(leader, 2, 9, 0, { peers: ['tim', 'una'] })],
      ['both counterparts for two people', aHeld(both, 2, 9, 0, { peers: ['rose', 'sam'] })],
      ['a focus group', aHeld(group, 2, 9, 0, { peers: ['rose', 'tim'] })],
      ['health, where the team has no NHS peer', aHeld(nurse, 2, 9, 0, { peers: ['rose', 'tim'] })],
      ['somebody of no role', aHeld(nobody, 2, 9, 0, { peers: ['rose', 'tim'] })],
    ])('%s', (_, held) => expect(speaks(counterpart, review, [held])).toEqual([]));
    it('an NHS peer who does not interview is nobody’s counterpart', () => {
      const idle = aPeer('val', { role: 'nhs-peer', interviews: false });
      const other = aReview({ peers: [...peers, idle], contacts });
      expect(speaks(counterpart, other, [aHeld(nurse, 2, 9, 0, { peers: ['rose', 'tim'] })])).toEqual([]);
    });
  });

  describe('broken, at 6 points', () => {
    it('the council leader without a member peer', () => {
      expect(speaks(counterpart, review, [aHeld(leader, 2, 9, 0, { peers: ['rose', 'tim'] })])).toEqual([
        'the council leader on Tuesday, 9.00am to 10.00am is without the member peer: Sam Bell and Una Dean are the natural choice.',
      ]);
      expect(counterpart.parts[0]?.weight).toBe(6);
    });
    it('two people with only one of their counterparts', () => {
      expect(speaks(counterpart, review, [aHeld(both, 2, 9, 0, { peers: ['sam', 'tim'] })])).toEqual([
        'leader and chief on Tuesday, 9.00am to 10.00am is without the team leader: Rose Adeyemi is the natural choice.',
      ]);
    });
  });
});
