import type { Entry } from '../../../src/entry/entry.ts';
import { readDate } from '../../../src/intake/form/date.ts';
import { valueIn, valuesIn } from '../../../src/intake/form/sent.ts';
import type { FieldProblem, Fields } from '../../../src/intake/form/set-up.ts';
import { weekday } from '../../../src/time/words.ts';
import { checkBoxes, dateBoxes, errorSummary, radioButtons, textArea, textInput } from '../../form/fields.ts';
import type { Refusal } from '../../form/refusals.ts';
import type { Step } from './steps.ts';

/** A form as it is shown: what stands in it, and what is wrong with that. */
export interface Shown {
  readonly fields: Fields;
  readonly problems: readonly FieldProblem[];
  /** Why a change was not made, where it is about no one field. */
  readonly refusals?: readonly Refusal[];
}

const errorOf = ({ problems }: Shown, ...fields: readonly string[]): string | undefined =>
  problems.find((p) => fields.includes(p.field))?.what;

/** The summary at the top of a page; null where nothing is wrong. */
export const summaryOf = ({ problems, refusals = [] }: Shown) =>
  problems.length + refusals.length === 0
    ? null
    : errorSummary([...refusals, ...problems.map(({ field, what }) => ({ text: what, field }))]);

const boxes = ['day', 'month', 'year'] as const;

function firstDay(shown: Shown) {
  const { fields, problems } = shown;
  const value = {
    day: valueIn(fields, 'first-day'),
    month: valueIn(fields, 'first-month'),
    year: valueIn(fields, 'first-year'),
  };
  const date = readDate(`${value.day} ${value.month} ${value.year}`);
  const name = date === undefined ? 'Monday' : weekday({ firstDay: date, zone: 'Europe/London' }, 1);
  const empty = boxes.filter((box) => value[box].trim() === '');
  const oneWrong = problems.some((p) => p.field === 'first-year') ? (['year'] as const) : empty;
  return [
    {
      date: dateBoxes({
        name: 'first',
        label: 'First day of the on-site week',
        labelClasses: 'govuk-fieldset__legend--s',
        hint: 'A Monday, for example 22 3 2027. The team arrives the evening before.',
        value,
        error: errorOf(shown, ...boxes.map((box) => `first-${box}`)),
        ...(oneWrong.length > 0 && oneWrong.length < 3 && { wrong: oneWrong }),
      }),
    },
    ...(name === 'Monday'
      ? []
      : [
          {
            checkboxes: checkBoxes({
              name: 'any-day',
              label: 'Is that day meant?',
              labelClasses: 'govuk-fieldset__legend--s',
              values: valuesIn(fields, 'any-day'),
              items: [{ value: 'yes', text: `Yes, the week starts on a ${name}` }],
              small: true,
            }),
          },
        ]),
  ];
}

/** The council and the first day: what a review is started with. */
export const startFields = (shown: Shown) => [
  {
    input: textInput({
      name: 'council',
      label: 'Name of the council',
      labelClasses: 'govuk-label--s',
      hint: 'As it is to be printed, for example Westmarch Council',
      value: valueIn(shown.fields, 'council'),
      error: errorOf(shown, 'council'),
      width: 30,
      autocomplete: 'organization',
    }),
  },
  ...firstDay(shown),
];

const streams = (shown: Shown) => [
  {
    radios: radioButtons({
      name: 'streams',
      label: 'How many sessions usually run at once?',
      labelClasses: 'govuk-fieldset__legend--s',
      hint: 'Each is a stream of the programme and takes two peers.',
      value: valueIn(shown.fields, 'streams'),
      error: errorOf(shown, 'streams'),
      items: [
        { value: '1', text: 'One', hint: 'A very small team' },
        { value: '2', text: 'Two', hint: 'The usual: four to six peers who interview' },
        { value: '3', text: 'Three', hint: 'A larger team: at least six peers who interview' },
        { value: '4', text: 'Four' },
      ],
    }),
  },
  {
    radios: radioButtons({
      name: 'more',
      label: 'May more run at once on occasion?',
      labelClasses: 'govuk-fieldset__legend--s',
      value: valueIn(shown.fields, 'more'),
      error: errorOf(shown, 'more'),
      items: [
        { value: 'never', text: 'Never' },
        { value: 'seldom', text: 'Seldom', hint: 'Only where coverage or diaries leave no other way' },
        { value: 'as-needed', text: 'As needed', hint: 'Each still counts against a programme, but little' },
      ],
    }),
  },
  {
    input: textInput({
      name: 'limit',
      label: 'If so, the most that may run at once',
      hint: 'Left empty: one more than usual',
      value: valueIn(shown.fields, 'limit'),
      error: errorOf(shown, 'limit'),
      width: 2,
      inputmode: 'numeric',
    }),
  },
];

const options = (shown: Shown) => [
  {
    checkboxes: checkBoxes({
      name: 'options',
      label: 'Which of these does the review have?',
      labelClasses: 'govuk-fieldset__legend--s',
      hint: 'Tick all that were agreed; most reviews have none or one. What an option needs is put among the sessions.',
      values: valuesIn(shown.fields, 'options'),
      error: errorOf(shown, 'options'),
      items: [
        {
          value: 'caseRecords',
          text: 'Case records review',
          hint: 'Adds a group with the social workers and managers of the cases (Appendix 13)',
        },
        {
          value: 'caseRecordingReview',
          text: 'Review of the case recording system',
          hint: 'Adds a record review for one operational manager peer, early in the week',
        },
        {
          value: 'auditValidation',
          text: 'Audit validation',
          hint: 'Takes place before the week: nothing is added (Appendix 12)',
        },
        {
          value: 'intervention',
          text: 'The council is in intervention',
          hint: 'Adds the chair of the improvement board to the people to be seen (Appendix 18)',
        },
      ],
    }),
  },
];

const enquiries = (shown: Shown) => [
  {
    textarea: textArea({
      name: 'enquiries',
      label: 'Key lines of enquiry, one on each line',
      labelClasses: 'govuk-label--s',
      hint: 'What the council asks the team to look into besides the five standard themes. Leave it empty if there are none.',
      value: valueIn(shown.fields, 'enquiries'),
      error: errorOf(shown, 'enquiries'),
      rows: 6,
    }),
  },
];

const keyPerson = (shown: Shown, who: 'sponsor' | 'organiser', heading: string, text: string) => [
  { heading },
  { text },
  {
    input: textInput({
      name: who,
      label: 'Name',
      value: valueIn(shown.fields, who),
      error: errorOf(shown, who),
      width: 30,
      spellcheck: 'false',
      list: 'people',
    }),
  },
  {
    input: textInput({
      name: `${who}-title`,
      label: 'Job title',
      value: valueIn(shown.fields, `${who}-title`),
      error: errorOf(shown, `${who}-title`),
      width: 30,
    }),
  },
];

const keyPeople = (shown: Shown) => [
  ...keyPerson(
    shown,
    'sponsor',
    'The sponsor of the review',
    'Usually the director or the chief executive. The team leader and the review manager debrief them on two mornings.',
  ),
  ...keyPerson(
    shown,
    'organiser',
    'The organiser',
    'Who puts the week together at the council: perhaps you.',
  ),
];

/** What each step asks, with what stands in its form. */
export const fieldsOf: Readonly<Record<Step, (shown: Shown) => readonly object[]>> = {
  week: startFields,
  streams,
  options,
  enquiries,
  'key-people': keyPeople,
};

/** Names to choose from as one types. */
export const peopleOf = (entry: Entry): readonly string[] => (entry.contacts ?? []).map((c) => c.name);
