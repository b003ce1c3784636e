import { describe, expect, it } from 'vitest';
import {
  acceptReason,
  decline,
  groupSessions,
  isNamed,
  nameFor,
  peopleToSeeIn,
  planSession,
  replacedBy,
  takeBack,
} from '../../src/entry/people-to-see.ts';
import { withOptions } from '../../src/entry/standing-items.ts';
import { startedEntry } from '../../src/entry/start.ts';
import { personWords, readPeople } from '../../src/intake/form/people-to-see.ts';
import { reviewOf } from '../../src/intake/index.ts';
import { appendix10, type RoleId } from '../../src/review/roles.ts';
import { usualGroup, usualSession } from '../../src/review/usual-sessions.ts';

const started = startedEntry('new', 'Newshire Council', '2027-03-22', '2027-01-04T09:00:00Z');
const usual = (role: RoleId, ...names: readonly string[]) => ({
  ...usualSession(role),
  roles: [{ role, who: names.map((name) => ({ name })) }],
});
const health = ['designated-doctors', 'designated-nurses', 'midwifery-health-visiting'] as const;
const state = (entry: typeof started, role: RoleId) => {
  const found = peopleToSeeIn(entry).find((r) => r.role.id === role);
  if (!found) throw new Error(role);
  return found;
};

describe('what a line of the list usually becomes', () => {
  it('focus-group-length, interview-length (manual 1456-1458): 60 minutes alone, 90 as a group', () => {
    for (const { id } of appendix10) {
      const { kind, minutes } = usualSession(id);
      expect(minutes).toBe(kind === 'interview' ? 60 : 90);
    }
  });

  it('key-people-alone (manual 1486): key people are interviewed, and that is a must', () => {
    const key = appendix10.filter((role) => role.keyStrategic).map((role) => usualSession(role.id));
    expect([...new Set(key.map(({ kind, priority }) => `${kind} ${priority}`))]).toEqual(['interview must']);
  });

  it('focus-group-size (manual 1509-1519): six to eight practitioners, about twelve partners', () => {
    expect(usualSession('practitioners').headcount).toBe(7);
    expect(usualSession('partners').headcount).toBe(12);
  });

  it('is one group for several, with everything that each of them brings', () => {
    expect(usualGroup(health)).toEqual({
      kind: 'focus-group',
      title: 'Designated doctors, designated nurses and head of midwifery and health visiting',
      minutes: 90,
      themes: ['working-together', 'effective-practice'],
      priority: 'must',
      headcount: 6,
    });
  });
});

describe('the list of people to see (manual 1489-1547)', () => {
  it('has the improvement board only in intervention (2126)', () => {
    expect(peopleToSeeIn(started)).toHaveLength(37);
    expect(peopleToSeeIn(withOptions(started, { intervention: true }))).toHaveLength(39);
  });

  it('is covered by a session with somebody who fills the role', () => {
    const planned = planSession(usual('chief-executive', 'Marcus Bell'))(started);
    expect(planned.contacts).toMatchObject([
      { name: 'Marcus Bell', organisation: 'Newshire Council', roles: ['chief-executive'] },
    ]);
    expect(planned.sessions?.at(-1)).toEqual({
      id: 'council-chief-executive',
      kind: 'interview',
      title: 'Council chief executive',
      contacts: [planned.contacts?.[0]?.id],
      themes: ['leadership', 'capacity'],
      priority: 'must',
      minutes: 60,
    });
    const now = state(planned, 'chief-executive');
    expect([now.sessions.length, isNamed(now)]).toEqual([1, true]);
    expect(reviewOf(planned).ok).toBe(true);
  });

  it('takes somebody who is there already by their name, and adds to what they are', () => {
    const first = planSession(usual('designated-doctors', 'Michael Ahern'))(started);
    const both = planSession(usual('designated-nurses', 'michael  ahern'))(first);
    expect(both.contacts).toHaveLength(1);
    expect(both.contacts?.[0]).toMatchObject({
      name: 'Michael Ahern',
      roles: ['designated-doctors', 'designated-nurses'],
    });
  });

  it('may be planned before anybody is named, and named later in the same session', () => {
    const planned = planSession(usual('partners'))(started);
    const session = planned.sessions?.at(-1);
    expect([session?.roles, session?.contacts, session?.headcount]).toEqual([['partners'], undefined, 12]);
    expect(isNamed(state(planned, 'partners'))).toBe(false);
    const named = nameFor('partners', session?.id ?? '', [{ name: 'Ifeoma Eze' }, { name: 'Ian Trewin' }])(
      planned,
    );
    expect(named.sessions?.at(-1)).toMatchObject({
      contacts: named.contacts?.map((c) => c.id),
      headcount: 12,
    });
    expect(named.sessions?.at(-1)?.roles).toBeUndefined();
    expect(isNamed(state(named, 'partners'))).toBe(true);
  });

  it('has doctors, nurses and midwives in one group (1528-1533), in place of what was planned for each', () => {
    const doctor = planSession(usual('designated-doctors', 'Michael Ahern'))(started);
    const nurse = planSession(usual('designated-nurses', 'Yvonne Grant'))(doctor);
    const before = replacedBy(nurse, health).map((s) => s.id);
    expect(before).toEqual(['designated-doctors', 'designated-nurses']);
    const grouped = groupSessions(
      {
        ...usualGroup(health),
        title: 'Community health',
        roles: [
          { role: health[0], who: [{ name: 'Michael Ahern' }] },
          { role: health[1], who: [{ name: 'Yvonne Grant' }] },
          { role: health[2], who: [] },
        ],
      },
      before,
    )(nurse);
    expect(grouped.sessions?.map((s) => s.id).slice(4)).toEqual(['community-health']);
    expect(grouped.contacts).toHaveLength(2);
    for (const role of health)
      expect(state(grouped, role).sessions.map((s) => s.id)).toEqual(['community-health']);
    expect(reviewOf(grouped).ok).toBe(true);
  });

  it('people-to-see (1484-1547): is declined with a reason that the review manager accepts', () => {
    const declined = decline('lay-people', 'No group could be had in time')(started);
    expect(state(declined, 'lay-people').declined).toEqual({
      role: 'lay-people',
      because: 'No group could be had in time',
    });
    const accepted = acceptReason('lay-people', 'Tom Adeyemi', '2027-01-05T10:00:00Z')(declined);
    expect(accepted.declined).toMatchObject([{ acceptedBy: 'Tom Adeyemi', at: '2027-01-05T10:00:00Z' }]);
    expect(decline('lay-people', 'No group could be had in time')(accepted)).toBe(accepted);
    // Another reason is another question.
    expect(decline('lay-people', 'Nobody wanted to')(accepted).declined).toEqual([
      { role: 'lay-people', because: 'Nobody wanted to' },
    ]);
    expect(takeBack('lay-people')(accepted).declined).toEqual([]);
    expect(planSession(usual('lay-people'))(accepted).declined).toEqual([]);
  });
});

describe('people as they are typed', () => {
  it('are a name, a job title, an organisation', () => {
    expect(readPeople(' Priya  Shah, Head of service ; Ann Lee\nBo Cy,,Acute trust, north ')).toEqual([
      { name: 'Priya Shah', jobTitle: 'Head of service' },
      { name: 'Ann Lee' },
      { name: 'Bo Cy', organisation: 'Acute trust, north' },
    ]);
    expect(readPeople(' ; \n')).toEqual([]);
    expect(personWords({ name: 'Bo Cy', organisation: 'Acute trust' })).toBe('Bo Cy, , Acute trust');
  });
});
