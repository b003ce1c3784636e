import type { ContactEntry, DeclinedEntry, SessionEntry } from '../review/file.ts';
import { type AppendixRole, appendix10, type RoleId } from '../review/roles.ts';
import type { Priority } from '../review/session.ts';
import { put } from './edit.ts';
import type { Edit, Entry } from './entry.ts';
import { type Said, withPerson } from './named.ts';
import { newId } from './new-id.ts';
import { remove } from './remove.ts';

export const isRoleId = (text: string): text is RoleId => appendix10.some((role) => role.id === text);

/** A line of the list as it stands in a review. */
export interface ListedRole {
  readonly role: AppendixRole & { readonly id: RoleId };
  /** Sessions that cover it. */
  readonly sessions: readonly SessionEntry[];
  /** People who fill it, whether or not they are seen yet. */
  readonly people: readonly ContactEntry[];
  readonly declined?: DeclinedEntry;
}

/** The roles that a session covers, through its contacts and by its own word. */
export function rolesOfSession(entry: Entry, session: SessionEntry): readonly RoleId[] {
  const contacts = (entry.contacts ?? []).filter((c) => session.contacts?.includes(c.id));
  return [...new Set([...(session.roles ?? []), ...contacts.flatMap((c) => c.roles ?? [])])];
}

/** The Appendix 10 list as it stands for this review; the improvement board's lines only in intervention. */
export function peopleToSeeIn(entry: Entry): readonly ListedRole[] {
  const covered = (entry.sessions ?? []).map((session) => [session, rolesOfSession(entry, session)] as const);
  return appendix10
    .filter((role) => role.when === 'always' || entry.review.options?.intervention === true)
    .map((role) => {
      const declined = entry.declined?.find((d) => d.role === role.id);
      return {
        role,
        sessions: covered.filter(([, roles]) => roles.includes(role.id)).map(([session]) => session),
        people: (entry.contacts ?? []).filter((c) => c.roles?.includes(role.id)),
        ...(declined && { declined }),
      };
    });
}

/** Whether anybody who fills the role is named in one of its sessions. */
export const isNamed = ({ sessions, people }: ListedRole): boolean =>
  sessions.some((session) => people.some((person) => session.contacts?.includes(person.id)));

/** What a session is to be, and who comes for which role. */
export interface Plan {
  readonly kind: 'interview' | 'focus-group';
  readonly title: string;
  readonly minutes: number;
  readonly themes: readonly string[];
  readonly priority: Priority;
  readonly headcount?: number | undefined;
  readonly roles: readonly { readonly role: RoleId; readonly who: readonly Said[] }[];
}

const without = (declined: Entry['declined'], roles: readonly RoleId[]) =>
  declined?.filter((d) => !roles.includes(d.role));

/** The entry without reasons why not for roles that are to be seen after all. */
const seenAfterAll = (entry: Entry, roles: readonly RoleId[]): Entry => {
  const declined = without(entry.declined, roles);
  return declined && declined.length < (entry.declined?.length ?? 0) ? { ...entry, declined } : entry;
};

/** Holds a session for one role, or one group for several: people are taken by name, or made. */
export const planSession =
  (plan: Plan): Edit =>
  (entry) => {
    let now = seenAfterAll(
      entry,
      plan.roles.map((r) => r.role),
    );
    const contacts: string[] = [];
    const nobody: RoleId[] = [];
    for (const { role, who } of plan.roles) {
      if (who.length === 0) nobody.push(role);
      for (const said of who) {
        const person = withPerson(now, { ...said, roles: [role] });
        now = person.entry;
        if (!contacts.includes(person.id)) contacts.push(person.id);
      }
    }
    const { headcount } = plan;
    const session: SessionEntry = {
      id: newId(now, plan.title, 'session'),
      kind: plan.kind,
      title: plan.title,
      ...(contacts.length > 0 && { contacts }),
      ...(headcount !== undefined && { headcount: Math.max(headcount, contacts.length) }),
      ...(nobody.length > 0 && { roles: nobody }),
      ...(plan.themes.length > 0 && { themes: plan.themes }),
      priority: plan.priority,
      minutes: plan.minutes,
    };
    return put('sessions', session)(now);
  };

/** Names who is seen for a role in a session that is planned already. */
export const nameFor =
  (role: RoleId, sessionId: string, who: readonly Said[]): Edit =>
  (entry) => {
    let now = entry;
    const ids: string[] = [];
    for (const said of who) {
      const person = withPerson(now, { ...said, roles: [role] });
      now = person.entry;
      ids.push(person.id);
    }
    const session = now.sessions?.find((s) => s.id === sessionId);
    if (!session) return now;
    const { roles = [], contacts = [], ...rest } = session;
    const left = roles.filter((r) => r !== role);
    const seated = [...new Set([...contacts, ...ids])];
    return put('sessions', {
      ...rest,
      contacts: seated,
      ...(left.length > 0 && { roles: left }),
      ...(rest.headcount !== undefined && { headcount: Math.max(rest.headcount, seated.length) }),
    })(now);
  };

/** Sessions that a group of these roles takes the place of: interviews and groups that cover nothing else. */
export const replacedBy = (entry: Entry, roles: readonly RoleId[]): readonly SessionEntry[] =>
  (entry.sessions ?? []).filter((session) => {
    if (session.kind !== 'interview' && session.kind !== 'focus-group') return false;
    const covers = rolesOfSession(entry, session);
    return covers.length > 0 && covers.every((role) => roles.includes(role));
  });

/** One group in place of the sessions that are given up for it. */
export const groupSessions =
  (plan: Plan, givenUp: readonly string[]): Edit =>
  (entry) =>
    planSession(plan)(givenUp.reduce<Entry>((now, id) => remove('sessions', id)(now), entry));

/** Nobody is seen for a role, and why; the review manager accepts that later. A new reason is to be accepted anew. */
export const decline =
  (role: RoleId, because: string): Edit =>
  (entry) => {
    const there = entry.declined?.find((d) => d.role === role);
    if (there?.because === because) return entry;
    const others = without(entry.declined, [role]) ?? [];
    return { ...entry, declined: [...others, { role, because }] };
  };

/** The review manager accepts a reason: by name, and when (a moment in UTC). */
export const acceptReason =
  (role: RoleId, acceptedBy: string, at: string): Edit =>
  (entry) => ({
    ...entry,
    ...(entry.declined && {
      declined: entry.declined.map((d) => (d.role === role && !d.acceptedBy ? { ...d, acceptedBy, at } : d)),
    }),
  });

/** A role that was declined is open again. */
export const takeBack =
  (role: RoleId): Edit =>
  (entry) =>
    seenAfterAll(entry, [role]);
