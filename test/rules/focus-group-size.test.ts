import { describe, expect, it } from 'vitest';
import type { Session } from '../../src/review/session.ts';
import { focusGroupSize } from '../../src/rules/focus-group-size.ts';
import { aContact, aReview, aSession } from '../support/cast.ts';
import { speaks } from '../support/speaks.ts';

const group = (headcount: number, over: Partial<Session>) =>
  aSession('group', { kind: 'focus-group', title: 'the group', headcount, ...over });
const says = (session: Session) =>
  speaks(
    focusGroupSize,
    aReview({ contacts: [aContact('nia', { roles: ['practitioners'] })], sessions: [session] }),
    [],
  );

describe('focus-group-size (manual 1509-1519)', () => {
  describe('kept', () => {
    it.each([
      ['six practitioners', group(6, { roles: ['practitioners'] })],
      ['eight practitioners', group(8, { roles: ['practitioners'] })],
      ['ten partners', group(10, { roles: ['partners'] })],
      ['fourteen partners', group(14, { roles: ['partners'] })],
      ['three carers', group(3, { roles: ['lay-people'] })],
      ['one practitioner, interviewed', group(1, { kind: 'interview', roles: ['practitioners'] })],
      ['no headcount, which is rule named’s to say', group(0, { roles: ['practitioners'] })],
    ])('%s', (_, session) => expect(says(session)).toEqual([]));
  });

  describe('broken', () => {
    it.each([
      [
        'five practitioners',
        group(5, { roles: ['practitioners'] }),
        'the group has 5 people, and a group of practitioners works with six to eight: invite more.',
      ],
      [
        'nine practitioners, known by their contact’s role',
        group(9, { contacts: ['nia'] }),
        'the group has 9 people, and a group of practitioners works with six to eight: invite fewer, or plan a second group.',
      ],
      [
        'one partner',
        group(1, { roles: ['partners'] }),
        'the group has one person, and a group of council and partners works with about twelve: invite more.',
      ],
      [
        'fifteen partners',
        group(15, { roles: ['partners'] }),
        'the group has 15 people, and a group of council and partners works with about twelve: invite fewer, or plan a second group.',
      ],
    ])('%s', (_, session, sentence) => expect(says(session)).toEqual([sentence]));
  });
});
