import type { Entry } from '../../../src/entry/entry.ts';
import { sessionWords } from '../../../src/publish/words.ts';
import type { SessionEntry } from '../../../src/review/file.ts';
import { usualMinutes } from '../../../src/review/session.ts';
import { dateOf } from '../../../src/time/week.ts';
import { dayName } from '../../../src/time/words.ts';
import type { FormView, Part } from '../entering/form-view.ts';
import { choose, others } from './options.ts';
import { dayOptions, weekOf } from './words.ts';

/** How long a session is, and when it may be. */
export function timeParts(entry: Entry, form: FormView, session: SessionEntry): readonly Part[] {
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
