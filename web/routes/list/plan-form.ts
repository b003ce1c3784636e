import type { Entry } from '../../../src/entry/entry.ts';
import { type ListedRole, type Plan, peopleToSeeIn } from '../../../src/entry/people-to-see.ts';
import { personWords } from '../../../src/intake/form/people-to-see.ts';
import { valueIn, valuesIn } from '../../../src/intake/form/sent.ts';
import type { FieldProblem, Fields } from '../../../src/intake/form/set-up.ts';
import type { RoleId } from '../../../src/review/roles.ts';
import { standardThemes } from '../../../src/review/themes.ts';
import type { UsualSession } from '../../../src/review/usual-sessions.ts';
import { checkBoxes, radioButtons, textArea, textInput } from '../../form/fields.ts';

/** Themes that a session may explore: the standard ones and the council's own. */
export const themesIn = ({ review }: Entry) => [...standardThemes, ...(review.keyLinesOfEnquiry ?? [])];

/** The lines of the list that are asked for, in its order; undefined where one is not on it. */
export function rolesAsked(entry: Entry, asked: readonly string[]): readonly ListedRole[] | undefined {
  const all = peopleToSeeIn(entry);
  const found = all.filter(({ role }) => asked.includes(role.id));
  return asked.every((id) => found.some(({ role }) => role.id === id)) ? found : undefined;
}

/** What stands in the form when it is opened: what is usual, with those who fill the roles already. */
export function planFields(usual: UsualSession, roles: readonly ListedRole[]): Fields {
  return {
    kind: usual.kind,
    title: usual.title,
    minutes: String(usual.minutes),
    priority: usual.priority,
    themes: usual.themes,
    headcount: usual.headcount === undefined ? '' : String(usual.headcount),
    ...Object.fromEntries(
      roles.map(({ role, people }) => [
        `who-${role.id}`,
        people.map(({ name, jobTitle }) => personWords({ name, ...(jobTitle && { jobTitle }) })).join('\n'),
      ]),
    ),
  };
}

/** The fields of a session that is planned, for one role or for several. */
export function planForm(
  entry: Entry,
  roles: readonly ListedRole[],
  fields: Fields,
  problems: readonly FieldProblem[],
  only?: Plan['kind'],
) {
  const error = (field: string) => problems.find((p) => p.field === field)?.what;
  const value = (field: string) => valueIn(fields, field);
  const who = ({ role }: ListedRole) => ({
    textarea: textArea({
      name: `who-${role.id}`,
      label: roles.length === 1 ? 'Who' : role.label,
      labelClasses: 'govuk-label--s',
      hint: 'Each on a line: name, job title, organisation. Leave it empty while nobody is known.',
      value: value(`who-${role.id}`),
      error: error(`who-${role.id}`),
      rows: roles.length === 1 ? 3 : 2,
    }),
  });
  return [
    ...roles.map(who),
    ...(only
      ? []
      : [
          {
            radios: radioButtons({
              name: 'kind',
              label: 'How they are seen',
              labelClasses: 'govuk-fieldset__legend--s',
              value: value('kind'),
              error: error('kind'),
              inline: true,
              small: true,
              items: [
                { value: 'interview', text: 'Interview' },
                { value: 'focus-group', text: 'Focus group' },
              ],
            }),
          },
        ]),
    {
      input: textInput({
        name: 'title',
        label: 'What the session is called',
        labelClasses: 'govuk-label--s',
        value: value('title'),
        error: error('title'),
        classes: 'govuk-!-width-two-thirds',
      }),
    },
    {
      input: textInput({
        name: 'minutes',
        label: 'How long',
        labelClasses: 'govuk-label--s',
        hint: 'An interview takes 60 minutes, 15 of them for notes; a focus group 90.',
        value: value('minutes'),
        error: error('minutes'),
        width: 3,
        inputmode: 'numeric',
        suffix: 'minutes',
      }),
    },
    {
      input: textInput({
        name: 'headcount',
        label: 'How many people come',
        labelClasses: 'govuk-label--s',
        hint: 'For a group whose names are not all known; the peers apart.',
        value: value('headcount'),
        error: error('headcount'),
        width: 3,
        inputmode: 'numeric',
      }),
    },
    {
      radios: radioButtons({
        name: 'priority',
        label: 'How important it is',
        labelClasses: 'govuk-fieldset__legend--s',
        value: value('priority'),
        error: error('priority'),
        small: true,
        items: [
          { value: 'must', text: 'Must be held' },
          { value: 'should', text: 'Should be held: left out only where there is no other way' },
          { value: 'could', text: 'Could be held, where there is room' },
        ],
      }),
    },
    {
      checkboxes: checkBoxes({
        name: 'themes',
        label: 'Themes that it explores',
        labelClasses: 'govuk-fieldset__legend--s',
        values: valuesIn(fields, 'themes'),
        error: error('themes'),
        small: true,
        items: themesIn(entry).map(({ id, title }) => ({ value: id, text: title })),
      }),
    },
  ];
}

/** Ids of roles as they are asked for in an address, or sent by a form. */
export const idsAsked = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((id): id is string => typeof id === 'string' && id !== '');

export const idOf = ({ role }: ListedRole): RoleId => role.id;

/** Ids of the themes that a session may explore. */
export const themeIds = ({ entry }: { readonly entry: Entry }): readonly string[] =>
  themesIn(entry).map((theme) => theme.id);
