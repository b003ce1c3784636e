import type { Entry } from '../../../src/entry/entry.ts';
import { sessionWords } from '../../../src/publish/words.ts';
import type { SessionEntry } from '../../../src/review/file.ts';
import { appendix10 } from '../../../src/review/roles.ts';
import { priorities, sessionKinds, visitKinds } from '../../../src/review/session.ts';
import { standardThemes } from '../../../src/review/themes.ts';
import type { FormView, Option, Part } from '../entering/form-view.ts';
import { choose, others, peopleOptions } from './options.ts';
import { placeParts } from './place-parts.ts';
import { substitutesPart } from './substitutes-part.ts';
import { timeParts } from './time-parts.ts';
import { priorityWords, visitWords } from './words.ts';

export const kindOptions: readonly Option[] = sessionKinds.map((kind) => ({
  value: kind,
  text: sessionWords[kind],
}));
export const priorityOptions: readonly Option[] = priorities.map((priority) => ({
  value: priority,
  text: priorityWords[priority],
}));

/** Everything about a session. */
export function sessionParts(entry: Entry, form: FormView, session: SessionEntry): readonly Part[] {
  return [
    form.input('title', 'Title', { hint: 'What is printed: usually who is seen, or which group' }),
    form.radios('kind', 'What it is', kindOptions, { inline: true }),
    form.radios('priority', 'How important it is', priorityOptions, { inline: true }),
    { heading: 'Who' },
    ...whoParts(entry, form),
    { heading: 'What about' },
    form.checks('themes', 'Themes', themeChoices(entry)),
    { heading: 'When and how long' },
    ...timeParts(entry, form, session),
    { heading: 'Where' },
    ...placeParts(entry, form),
    { heading: 'The team' },
    ...teamParts(entry, form),
    visitPart(entry, form, session),
    specialPart(form),
    substitutesPart(entry, form, session),
  ];
}

export function whoParts(entry: Entry, form: FormView): readonly Part[] {
  const people = peopleOptions(entry);
  return [
    people.length === 0
      ? { note: 'Nobody has been entered yet: add people first, and then choose them here.' }
      : form.checks('contacts', 'Who is seen', people, { long: people.length > 8 }),
    form.input('headcount', 'How many people come', {
      width: 4,
      inputmode: 'numeric',
      hint: 'Where more come than are named. Peers not counted. A group of practitioners is six to eight, one of partners about twelve.',
    }),
    form.select('host', 'Host', [choose('The first of them'), ...people], {
      hint: 'Whose office it may be in, and who is asked for at the door',
    }),
    {
      folded: {
        summary: 'Roles on the list that it covers beyond theirs',
        open: form.has('roles'),
        parts: form.selects(
          'roles',
          ['Role on the list of people to see', 'Another role'],
          [choose('Choose a role'), ...appendix10.map(({ id, label }) => ({ value: id, text: label }))],
        ),
      },
    },
  ];
}

export const themeChoices = (entry: Entry): readonly Option[] =>
  [...standardThemes, ...(entry.review.keyLinesOfEnquiry ?? [])].map(({ id, title }) => ({
    value: id,
    text: title,
  }));

function teamParts(entry: Entry, form: FormView): readonly Part[] {
  const peers = (entry.peers ?? []).map(({ id, name }) => ({ value: id, text: name }));
  return [
    form.input('peersCount', 'How many peers take it', {
      width: 2,
      inputmode: 'numeric',
      hint: 'Empty: two, and one for a record review',
    }),
    ...(peers.length === 0 ? [] : [form.checks('peersNamed', 'These peers must be among them', peers)]),
  ];
}

function visitPart(entry: Entry, form: FormView, session: SessionEntry): Part {
  const inside = others(entry, session);
  return {
    folded: {
      summary: 'If it is a visit: where to, and what is held on the way',
      open: form.value('kind') === 'site-visit' || form.has('visit', 'includes'),
      parts: [
        form.radios('visit', 'Kind of visit', [
          choose('Not said'),
          ...visitKinds.map((kind) => ({ value: kind, text: visitWords[kind] })),
        ]),
        ...(inside.length === 0
          ? []
          : [
              form.checks('includes', 'Held in the course of the visit', inside, {
                long: inside.length > 8,
                hint: 'They need no time of their own then.',
              }),
            ]),
      ],
    },
  };
}

const specialPart = (form: FormView): Part => ({
  folded: {
    summary: 'Young people, and the case records review',
    open: form.has('youngPeople', 'caseRecords'),
    parts: [
      form.tick(
        'youngPeople',
        'A group of young people',
        'The review manager has to agree, with the sponsor, and somebody of the council is there.',
      ),
      form.tick('caseRecords', 'Practitioners seen for the case records review'),
    ],
  },
});
