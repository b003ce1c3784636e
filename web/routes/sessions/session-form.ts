import type { Entry } from '../../../src/entry/entry.ts';
import { ANY_ROOM } from '../../../src/intake/form/session-place.ts';
import { equipmentWords } from '../../../src/intake/form/usual-words.ts';
import { sessionWords } from '../../../src/publish/words.ts';
import type { SessionEntry } from '../../../src/review/file.ts';
import { appendix10 } from '../../../src/review/roles.ts';
import { priorities, sessionKinds, usualMinutes, visitKinds } from '../../../src/review/session.ts';
import { standardThemes } from '../../../src/review/themes.ts';
import { dateOf } from '../../../src/time/week.ts';
import { dayName } from '../../../src/time/words.ts';
import { bySurname } from '../../by-surname.ts';
import { textInput } from '../../form/fields.ts';
import type { FormView, Option, Part } from '../entering/form-view.ts';
import { siteOptions } from '../people/contact-form.ts';
import { dayOptions, nameIn, priorityWords, usualPlaceWords, visitWords, weekOf } from './words.ts';

export const kindOptions: readonly Option[] = sessionKinds.map((kind) => ({
  value: kind,
  text: sessionWords[kind],
}));
export const priorityOptions: readonly Option[] = priorities.map((priority) => ({
  value: priority,
  text: priorityWords[priority],
}));
/** Everybody who may be seen, by surname, with what tells people of one name apart. */
export const peopleOptions = (entry: Entry): readonly Option[] =>
  [...(entry.contacts ?? [])].sort(bySurname).map(({ id, name, jobTitle }) => ({
    value: id,
    text: jobTitle ? `${name}, ${jobTitle}` : name,
  }));
const choose = (text: string): Option => ({ value: '', text });

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

function whoParts(entry: Entry, form: FormView): readonly Part[] {
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

const themeChoices = (entry: Entry): readonly Option[] =>
  [...standardThemes, ...(entry.review.keyLinesOfEnquiry ?? [])].map(({ id, title }) => ({
    value: id,
    text: title,
  }));

const others = (entry: Entry, session: SessionEntry): readonly Option[] =>
  (entry.sessions ?? [])
    .filter((s) => s.id !== session.id)
    .map(({ id, title, kind }) => ({ value: id, text: `${title} (${sessionWords[kind].toLowerCase()})` }));

function timeParts(entry: Entry, form: FormView, session: SessionEntry): readonly Part[] {
  const week = weekOf(entry);
  const days = [0, 1, 2, 3, 4, 5].map((day) => ({
    value: dateOf(week, day),
    text: dayName(week, day),
  }));
  const old = form.value('fixedDay');
  const outside = old !== '' && !days.some((day) => day.value === old);
  const before = others(entry, session);
  return [
    form.input('minutes', 'Minutes', {
      width: 4,
      inputmode: 'numeric',
      hint: `Empty: what is usual, ${usualMinutes[session.kind]} for ${session.kind === 'interview' ? 'an' : 'a'} ${sessionWords[session.kind].toLowerCase()}`,
    }),
    {
      beside: [
        form.select('earliestDay', 'Not before', dayOptions(entry, 'Any day')),
        form.select('latestDay', 'Not after', dayOptions(entry, 'Any day')),
      ],
    },
    form.tick('evening', 'May be in the evening', 'Where the week has a window marked as evening.'),
    {
      folded: {
        summary: 'It has a fixed time, or comes after others',
        open: form.has('fixedDay', 'fixedTime', 'after'),
        parts: [
          {
            beside: [
              form.select('fixedDay', 'Only on', [
                choose('Not fixed'),
                ...(outside ? [{ value: old, text: `${old}, which is not in the week any more` }] : []),
                ...days,
              ]),
              form.input('fixedTime', 'Only at', { width: 10, hint: 'Such as 9.15am' }),
            ],
          },
          ...(before.length === 0
            ? []
            : [form.checks('after', 'After these have been held', before, { long: before.length > 8 })]),
        ],
      },
    },
  ];
}

function placeParts(entry: Entry, form: FormView): readonly Part[] {
  const rooms = (entry.rooms ?? []).map(({ id, name, capacity, site }) => ({
    value: id,
    text: `${name}, ${nameIn(entry.sites, site)} (holds ${capacity})`,
  }));
  const usual = [usualPlaceWords.interview.toLowerCase(), usualPlaceWords['focus-group'].toLowerCase()];
  return [
    {
      note: `Any one of what is chosen will do. Nothing chosen: an interview is in ${usual[0]}, a group in ${usual[1]}; a visit must say where it goes.`,
    },
    form.tick('placeOffice', 'In the host’s office'),
    form.select('placeRoom', 'In a room', [
      choose('No room'),
      { value: ANY_ROOM, text: 'Any room that fits' },
      ...rooms,
    ]),
    form.select('placeAtSite', 'Only rooms at', siteOptions(entry, 'Any site')),
    form.select('placeSite', 'Out at a site', siteOptions(entry, 'Nowhere out')),
    form.tick('placePhone', 'By phone or video', 'The review manager has to have agreed.'),
    {
      folded: {
        summary: 'What the room must have',
        open: form.has('placeEquipment'),
        parts: form.words('placeEquipment', 'The room must have', equipmentWords(entry)),
      },
    },
  ];
}

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

/** Who comes in somebody's place: a row for each, and one more. */
function substitutesPart(entry: Entry, form: FormView, session: SessionEntry): Part {
  const whom = [
    choose('Nobody'),
    ...peopleOptions(entry).filter(
      ({ value }) => session.contacts?.includes(value) || form.values('contacts').includes(value),
    ),
  ];
  const columns = {
    substituteBy: 'Who comes instead',
    substituteAgreedBy: 'Agreed by the review manager',
    substituteAt: 'On (day/month/year)',
    substituteBecause: 'Why',
  };
  // With blanks among them: a value stands in its row.
  const typed = form.columns('substituteFor', ...Object.keys(columns));
  const rows = [...typed.filter((row) => Object.values(row).some(Boolean)), {}];
  return {
    folded: {
      summary: 'Somebody else comes in a person’s place',
      open: rows.length > 1 || form.has('substituteFor', 'substituteBy', 'substituteAt'),
      parts: rows.map((row: Readonly<Record<string, string>>, i): Part => {
        const id = (name: string) => (i === 0 ? name : `${name}-${i + 1}`);
        return {
          beside: [
            form.selectAt('substituteFor', id('substituteFor'), 'In place of', whom, row.substituteFor, i),
            ...Object.entries(columns).map(
              ([name, label]): Part => ({
                input: textInput({
                  name,
                  id: id(name),
                  label,
                  value: row[name] ?? '',
                  error: i === 0 ? form.error(name) : undefined,
                  autocomplete: 'off',
                }),
              }),
            ),
          ],
        };
      }),
    },
  };
}
