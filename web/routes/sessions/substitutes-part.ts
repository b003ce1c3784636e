import type { Entry } from '../../../src/entry/entry.ts';
import type { SessionEntry } from '../../../src/review/file.ts';
import { textInput } from '../../form/fields.ts';
import type { FormView, Part } from '../entering/form-view.ts';
import { choose, peopleOptions } from './options.ts';

/** Who comes in somebody's place: a row for each, and one more. */
export function substitutesPart(entry: Entry, form: FormView, session: SessionEntry): Part {
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
