import { describe, expect, it } from 'vitest';
import { all } from '../../src/entry/edit.ts';
import type { Entry } from '../../src/entry/entry.ts';
import { planSession } from '../../src/entry/people-to-see.ts';
import { seating, seatsIn } from '../../src/entry/seat.ts';
import { startedEntry } from '../../src/entry/start.ts';
import type { ContactEntry } from '../../src/review/file.ts';
import type { RoleId } from '../../src/review/roles.ts';
import { usualGroup, usualSession } from '../../src/review/usual-sessions.ts';

const started: Entry = {
  ...startedEntry('new', 'Newshire Council', '2027-03-22', '2027-01-04T09:00:00Z'),
  sessions: [],
};
const waiting = (role: RoleId) => planSession({ ...usualSession(role), roles: [{ role, who: [] }] });
const person = (id: string, ...roles: readonly RoleId[]): ContactEntry => ({
  id,
  name: `Person ${id}`,
  organisation: 'Newshire Council',
  roles,
});
const seatedIn = (entry: typeof started) => {
  const { sessions = [] } = seating(seatsIn(entry))(entry);
  return sessions.map(({ title, contacts = [], roles = [] }) => [title, contacts, roles]);
};

describe('people and the sessions that wait for a name', () => {
  it('come together by the line of the list', () => {
    const planned = all([waiting('director-childrens-services'), waiting('practitioners')])(started);
    const entry = {
      ...planned,
      contacts: [person('p1', 'practitioners'), person('p2', 'practitioners'), person('p3')],
    };
    expect(seatedIn(entry)).toEqual([
      ['Director of children’s services', [], ['director-childrens-services']],
      ['Practitioners’ focus group', ['p1', 'p2'], []],
    ]);
  });

  it('leave a group’s other lines waiting', () => {
    const roles = ['designated-doctors', 'designated-nurses'] as const;
    const plan = { ...usualGroup(roles), roles: roles.map((role) => ({ role, who: [] })) };
    const entry = { ...planSession(plan)(started), contacts: [person('p1', 'designated-nurses')] };
    expect(seatedIn(entry).map(([, contacts, left]) => [contacts, left])).toEqual([
      [['p1'], ['designated-doctors']],
    ]);
  });

  it('stay apart where the line is seen elsewhere, and nothing is done twice', () => {
    const planned = all([waiting('director-childrens-services'), waiting('director-childrens-services')])(
      started,
    );
    const entry = { ...planned, contacts: [person('p1', 'director-childrens-services')] };
    const once = seating(seatsIn(entry))(entry);
    expect(once.sessions?.map((s) => s.contacts ?? [])).toEqual([['p1'], []]);
    expect(seatsIn(once)).toEqual([]);
  });

  it('come together where the person is the sponsor, who sits in debriefs too', () => {
    const planned = waiting('chief-executive')(started);
    const debrief = {
      id: 'debrief',
      kind: 'debrief',
      title: 'Debrief',
      contacts: ['p1'],
      priority: 'must',
    } as const;
    const entry = {
      ...planned,
      contacts: [person('p1', 'chief-executive')],
      sessions: [debrief, ...(planned.sessions ?? [])],
    };
    expect(seatedIn(entry).map(([, contacts]) => contacts)).toEqual([['p1'], ['p1']]);
  });
});
