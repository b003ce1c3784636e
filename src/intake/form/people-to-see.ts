import type { Said } from '../../entry/named.ts';
import type { Plan } from '../../entry/people-to-see.ts';
import type { RoleId } from '../../review/roles.ts';
import { priorities } from '../../review/session.ts';
import { type Fields, type FormReading, Sent, valueIn } from './sent.ts';

const MOST_PEOPLE = 60;

/**
 * People as one types them: each on a line, or with a semicolon between; a name, then a job title and an organisation
 * behind commas: `Priya Shah, Head of service; Ann Lee`.
 */
export function readPeople(text: string): readonly Said[] {
  return text
    .split(/[;\n]/)
    .map((one) => one.split(',').map((part) => part.replace(/\s+/g, ' ').trim()))
    .filter(([name = '']) => name !== '')
    .map(([name = '', jobTitle, ...more]) => {
      const organisation = more.join(', ').trim();
      return {
        name,
        ...(jobTitle && { jobTitle }),
        ...(organisation && { organisation }),
      };
    });
}

/** Somebody as they would be typed. */
export const personWords = ({ name, jobTitle, organisation }: Said): string =>
  [name, jobTitle ?? (organisation && ''), organisation].filter((part) => part !== undefined).join(', ');

/** What a field says of people; too long a word is said beside it. */
function people(sent: Sent, fields: Fields, field: string): readonly Said[] {
  const who = readPeople(valueIn(fields, field));
  const isLong = ({ name, jobTitle = '', organisation = '' }: Said) =>
    [name, jobTitle, organisation].some((part) => part.length > 300);
  if (who.some(isLong)) sent.problem(field, 'Shorten names and job titles to 300 characters or fewer');
  if (who.length > MOST_PEOPLE) sent.problem(field, `Enter ${MOST_PEOPLE} people or fewer`);
  return who;
}

/** A row of the list that something was entered in. */
export interface Row {
  readonly role: RoleId;
  readonly who: readonly Said[];
  /** Undefined: what is usual for the role. */
  readonly kind?: Plan['kind'];
}

const kinds = ['interview', 'focus-group'] as const;

/** Those rows of the list that have a name, or a kind of session, in them. */
export function readRows(fields: Fields, roles: readonly RoleId[]): FormReading<readonly Row[]> {
  const sent = new Sent(fields);
  const rows = roles.map((role): Row => {
    const kind = sent.choice(`${role}-kind`, kinds, 'Choose how they are seen');
    return { role, who: people(sent, fields, `${role}-who`), ...(kind && { kind }) };
  });
  return sent.reading(rows.filter(({ who, kind }) => who.length > 0 || kind !== undefined));
}

/** A session for one role, or a group for several: `who-ROLE` says who comes for each. `themes`: those that there are. */
export function readPlan(
  fields: Fields,
  roles: readonly RoleId[],
  themes: readonly string[],
  only?: Plan['kind'],
): FormReading<Plan> {
  const sent = new Sent(fields);
  const kind = only ?? sent.neededChoice('kind', kinds, 'Choose how they are seen');
  const minutes = sent.whole('minutes', 15, 600, 'The length');
  if (minutes !== undefined && minutes % 15 !== 0)
    sent.problem('minutes', 'The length must be in quarters of an hour, such as 60 or 90');
  return sent.reading({
    kind,
    title: sent.needed('title', 'Enter what the session is called'),
    minutes: minutes ?? (kind === 'interview' ? 60 : 90),
    priority: sent.neededChoice('priority', priorities, 'Choose how important it is'),
    themes: sent.choices('themes', themes, 'Choose themes from the list') ?? [],
    headcount: sent.whole('headcount', 1, 1000, 'How many people come'),
    roles: roles.map((role) => ({ role, who: people(sent, fields, `who-${role}`) })),
  });
}

/** Why nobody is seen for a role. */
export function readReason(fields: Fields): FormReading<string> {
  const sent = new Sent(fields);
  const because = sent.text('because');
  if (because === undefined)
    sent.problem('because', 'Enter why nobody is to be seen, for the review manager');
  return sent.reading(because ?? '');
}
