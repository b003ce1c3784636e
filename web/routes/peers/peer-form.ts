import type { Entry } from '../../../src/entry/entry.ts';
import { accessWords } from '../../../src/intake/form/usual-words.ts';
import { peerRoleWords } from '../../../src/publish/words.ts';
import { peerRoles } from '../../../src/review/peer-role.ts';
import { standardThemes } from '../../../src/review/themes.ts';
import type { FormView, Option, Part } from '../entering/form-view.ts';
import { peopleOptions } from '../sessions/options.ts';

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

export const roleOptions: readonly Option[] = peerRoles.map((role) => ({
  value: role,
  text: capital(peerRoleWords[role]),
}));

export const themesOf = (entry: Entry): readonly Option[] =>
  [...standardThemes, ...(entry.review.keyLinesOfEnquiry ?? [])].map(({ id, title }) => ({
    value: id,
    text: title,
  }));

/** What adds a peer to the team. */
export const newParts = (form: FormView, focus: boolean): readonly Part[] => [
  form.input('name', 'Name', { autocomplete: 'off', spellcheck: 'false', autofocus: focus }),
  form.select('role', 'What they are', [{ value: '', text: 'Choose' }, ...roleOptions]),
];

/** Everything about a peer but when they can: that is painted. */
export function peerParts(entry: Entry, form: FormView): readonly Part[] {
  const people = peopleOptions(entry);
  return [
    form.input('name', 'Name', { autocomplete: 'off', spellcheck: 'false' }),
    form.select('role', 'What they are in the team', roleOptions),
    form.input('initials', 'Initials', {
      width: 4,
      spellcheck: 'false',
      hint: 'For the grid. Empty: made from the name.',
    }),
    form.radios('interviews', 'Takes interviews', [
      { value: '', text: 'As usual: all but the review manager do' },
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No: debriefs, and sessions that ask for them by name' },
    ]),
    form.checks('themes', 'What they specialise in', themesOf(entry)),
    { heading: 'Independence' },
    people.length === 0
      ? { note: 'Whom they know can be said once there are people to see.' }
      : form.checks('knows', 'Whom they know', people, {
          long: people.length > 8,
          hint: 'People with whom they have declared a relationship: they take no session with them.',
        }),
    {
      folded: {
        summary: 'A declared relationship with the council itself',
        open: form.has('relationshipWhat', 'relationshipAcceptedBy', 'relationshipAt'),
        parts: [
          form.input('relationshipWhat', 'What it is'),
          form.input('relationshipAcceptedBy', 'Who at the council accepted it'),
          form.input('relationshipAt', 'When', { width: 10, hint: 'Such as 24/3/2026' }),
        ],
      },
    },
    { heading: 'What they need' },
    ...form.words('access', 'Access', accessWords(entry), 'What they need of rooms, sites and journeys'),
    form.textarea('dietary', 'What they eat or can’t eat', { rows: 2 }),
    form.input('email', 'E-mail', { type: 'email', autocomplete: 'off', spellcheck: 'false' }),
  ];
}
