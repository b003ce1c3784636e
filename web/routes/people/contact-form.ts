import type { Entry } from '../../../src/entry/entry.ts';
import { accessWords } from '../../../src/intake/form/usual-words.ts';
import { appendix10 } from '../../../src/review/roles.ts';
import { dayName } from '../../../src/time/words.ts';
import type { FormView, Option, Part } from '../entering/form-view.ts';

const nothing = (text: string): Option => ({ value: '', text });

const roleOptions: readonly Option[] = [
  nothing('Choose a role'),
  ...appendix10.map(({ id, label }) => ({ value: id, text: label })),
];

export const siteOptions = (entry: Entry, none: string): readonly Option[] => [
  nothing(none),
  ...(entry.sites ?? []).map(({ id, name }) => ({ value: id, text: name })),
];

export const organisationsId = 'organisations';

/** Who somebody is: the boxes with which a person is added. */
export const whoParts = (form: FormView, focus = false): readonly Part[] => [
  form.input('name', 'Name', {
    autocomplete: 'off',
    spellcheck: 'false',
    ...(focus && { autofocus: focus }),
  }),
  form.input('jobTitle', 'Job title', { autocomplete: 'off' }),
  form.input('organisation', 'Organisation', { list: organisationsId, autocomplete: 'off' }),
];

/** What a row of the list holds. */
export const rowParts = (entry: Entry, form: FormView, focus = false): readonly Part[] => [
  ...whoParts(form, focus),
  ...form.selects('roles', ['Role on the list', 'Another role'], roleOptions),
  ...officeParts(entry, form),
];

const officeParts = (entry: Entry, form: FormView): readonly Part[] => [
  form.select('officeSite', 'Office: site', siteOptions(entry, 'No office of their own')),
  form.input('officeName', 'Office: where to go', { hint: 'Such as Room 3.12' }),
];

/** Everything about a person but the diary. */
export function contactParts(entry: Entry, form: FormView): readonly Part[] {
  const { firstDay, timeZone: zone = 'Europe/London' } = entry.review;
  const days = [1, 2, 3, 4, 5].map((day) => ({
    value: String(day),
    text: `By ${dayName({ firstDay, zone }, day)}`,
  }));
  const yesNo = (asTold: string, yes: string, no: string) => [
    { value: '', text: asTold },
    { value: 'yes', text: yes },
    { value: 'no', text: no },
  ];
  return [
    { heading: 'Who they are' },
    ...whoParts(form),
    ...form.selects('roles', ['Role on the list of people to see', 'Another role'], roleOptions, 2),
    { heading: 'How to reach them' },
    form.input('email', 'E-mail', { type: 'email', autocomplete: 'off', spellcheck: 'false' }),
    form.input('phone', 'Telephone', { width: 20, autocomplete: 'off', hint: 'For sessions by phone' }),
    form.input('paName', 'Who keeps their diary', {
      autocomplete: 'off',
      hint: 'Such as their PA. Leave it empty where they keep it themselves.',
    }),
    form.input('paEmail', 'E-mail of who keeps it', {
      type: 'email',
      autocomplete: 'off',
      spellcheck: 'false',
    }),
    { heading: 'Where they can be seen' },
    ...officeParts(entry, form),
    form.input('officeBuilding', 'Office: building'),
    {
      folded: {
        summary: 'Access and phone',
        open: form.has('officeAccess', 'access', 'phoneAgreed'),
        parts: [
          ...form.words('access', 'What they need of places', accessWords(entry)),
          ...form.words('officeAccess', 'What their office offers', accessWords(entry)),
          form.tick(
            'phoneAgreed',
            'The review manager has agreed to see them by phone or video',
            'Only where they can’t be on site.',
          ),
        ],
      },
    },
    { heading: 'How they are to be seen' },
    form.radios('early', 'When in the week', [
      { value: '', text: 'As their role asks' },
      { value: 'yes', text: 'In the first half of the week' },
      ...days,
      { value: 'no', text: 'Any day' },
    ]),
    form.radios(
      'key',
      'Alone or in a group',
      yesNo('As their role asks', 'Alone: a key strategic member or officer', 'A group will do'),
    ),
    {
      folded: {
        summary: 'Young people, and who speaks for the council',
        open: form.has('child', 'representsCouncil'),
        parts: [
          form.tick('child', 'A child or young person', 'No child is ever seen individually.'),
          form.radios(
            'representsCouncil',
            'Speaks for the council',
            yesNo('If their organisation is the council', 'Yes', 'No'),
            { hint: 'A group of young people has somebody with it who does.' },
          ),
        ],
      },
    },
  ];
}
