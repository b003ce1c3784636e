import type { Entry } from '../../../src/entry/entry.ts';
import { isNamed, type ListedRole, peopleToSeeIn } from '../../../src/entry/people-to-see.ts';
import { missingOf, standingItems } from '../../../src/entry/standing-items.ts';
import { valueIn, valuesIn } from '../../../src/intake/form/sent.ts';
import type { FieldProblem, Fields } from '../../../src/intake/form/set-up.ts';
import { listed, sessionWords } from '../../../src/publish/words.ts';
import type { SessionEntry } from '../../../src/review/file.ts';
import type { RoleId } from '../../../src/review/roles.ts';
import { usualSession } from '../../../src/review/usual-sessions.ts';
import { addresses } from '../../addresses.ts';
import { seatsView } from './seats-view.ts';

const tags = {
  planned: { text: 'Planned', classes: 'govuk-tag--green' },
  unnamed: { text: 'Nobody named', classes: 'govuk-tag--blue' },
  accepted: { text: 'Not seen', classes: 'govuk-tag--grey' },
  waiting: { text: 'Reason to accept', classes: 'govuk-tag--purple' },
  open: { text: 'To do', classes: 'govuk-tag--yellow' },
} as const;
export type State = keyof typeof tags;

/** How far a line of the list is. */
export function stateOf(listed: ListedRole): State {
  if (listed.sessions.length > 0) return isNamed(listed) ? 'planned' : 'unnamed';
  if (!listed.declined) return 'open';
  return listed.declined.acceptedBy === undefined ? 'waiting' : 'accepted';
}

export const tagOf = (state: State) => tags[state];

/** Who comes to a session for this role. */
const whoIn = ({ people }: ListedRole, session: SessionEntry): string =>
  listed(people.filter((person) => session.contacts?.includes(person.id)).map((person) => person.name));

/** A session of a role, in a line. */
export const sessionLine = (entry: Entry, role: ListedRole, session: SessionEntry) => ({
  title: session.title,
  kind: sessionWords[session.kind],
  who: whoIn(role, session),
  href: addresses.entered(entry.review.id, 'sessions', session.id),
});

/** How somebody may be seen: as is usual, said as such, and the other way. */
function kindsOf(role: RoleId) {
  const { kind } = usualSession(role);
  const other = kind === 'interview' ? 'focus-group' : 'interview';
  return [
    { kind: '', text: `${sessionWords[kind]} (usual)` },
    { kind: other, text: sessionWords[other] },
  ];
}

function rowOf(entry: Entry, listedRole: ListedRole, fields: Fields, problems: readonly FieldProblem[]) {
  const { role, sessions, people, declined } = listedRole;
  const state = stateOf(listedRole);
  const problem = (field: string) => problems.find((p) => p.field === field)?.what;
  const who = `${role.id}-who`;
  const kind = `${role.id}-kind`;
  // Somebody who fills the role already is there to be taken.
  const typed = who in fields ? valueIn(fields, who) : people.map((p) => p.name).join('; ');
  return {
    id: role.id,
    label: role.label,
    alone: role.keyStrategic,
    tag: tagOf(state),
    href: addresses.listRole(entry.review.id, role.id),
    sessions: sessions.map((session) => sessionLine(entry, listedRole, session)),
    because: declined && sessions.length === 0 ? declined.because : '',
    ticked: valuesIn(fields, 'role').includes(role.id),
    canName: state === 'open' || state === 'unnamed',
    canKind: state === 'open',
    who: { name: who, value: typed, error: problem(who) ?? '' },
    kind: {
      name: kind,
      error: problem(kind) ?? '',
      options: kindsOf(role.id).map(({ kind: value, text }) => ({
        value,
        text,
        selected: valueIn(fields, kind) === value,
      })),
    },
  };
}

/** Roles that the manual says may be one group and that are not yet. */
function mayBeOne(roles: readonly ListedRole[]) {
  const pool = roles.filter(({ role }) => role.mayShareWith.length > 0);
  const open = pool.filter(({ sessions, declined }) => sessions.length > 0 || !declined);
  const shared = open.some(({ sessions }) =>
    sessions.some((session) => open.every((other) => other.sessions.includes(session))),
  );
  return open.length < 2 || shared ? [] : open.map(({ role }) => role.id);
}

/** The list as a page: what is there, what is to do, and the way to do it. */
export function listView(entry: Entry, fields: Fields, problems: readonly FieldProblem[]) {
  const { id } = entry.review;
  const roles = peopleToSeeIn(entry);
  const states = roles.map(stateOf);
  const count = (...of: readonly State[]) => states.filter((state) => of.includes(state)).length;
  const health = mayBeOne(roles);
  return {
    counts: [
      { count: String(count('planned', 'unnamed')), text: `of ${roles.length} planned`, hot: false },
      { count: String(count('unnamed')), text: 'of them with nobody named yet', hot: false },
      { count: String(count('waiting', 'accepted')), text: 'not to be seen, with a reason', hot: false },
      { count: String(count('open')), text: 'to do', hot: count('open') > 0 },
    ],
    seats: seatsView(entry),
    waiting: count('waiting'),
    left: count('open'),
    rows: roles.map((role) => rowOf(entry, role, fields, problems)),
    health: health.length === 0 ? '' : addresses.listGroup(id, health),
    people: (entry.contacts ?? []).map((contact) => contact.name),
    standing: standingItems
      .map((item) => ({
        title: item.title,
        sessions: (entry.sessions ?? []).filter(item.is).map((session) => ({
          title: session.title,
          href: addresses.entered(id, 'sessions', session.id),
        })),
        missing: missingOf(entry, item),
      }))
      .filter((item) => item.sessions.length > 0 || item.missing > 0),
    isStandingMissing: standingItems.some((item) => missingOf(entry, item) > 0),
    action: addresses.list(id),
    standingAction: addresses.listStanding(id),
  };
}
