import type { TablesWaiting } from '../../../src/actions/bring-in/tables.ts';
import { columns, kindWords, tableKinds } from '../../../src/intake/spreadsheet/columns.ts';
import { addresses } from '../../addresses.ts';
import { radioButtons, selectOne } from '../../form/fields.ts';

const short = (text: string, most: number): string => {
  const line = text.replace(/\n/g, '; ');
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
};

/** The form in which one table is told what it is and what its columns are. */
export function columnsView(review: string, { upload, tables, diaries }: TablesWaiting, number: number) {
  const { sheet, layout } = tables[number]!;
  const { kind, headings } = layout;
  const example = (at: number): string =>
    sheet.rows.slice(headings, headings + 50).find((row) => (row[at] ?? '') !== '')?.[at] ?? '';
  const top = sheet.rows[headings - 1] ?? [];
  return {
    action: addresses.broughtIn(review, upload.id, 'read-as'),
    sheet: number,
    isOpen: kind === undefined,
    kind: selectOne({
      name: 'kind',
      label: 'What its rows are',
      items: [
        { value: '', text: 'Not to be brought in' },
        ...tableKinds.map((one) => ({ value: one, text: kindWords[one] })),
      ],
      value: kind ?? '',
    }),
    headings: selectOne({
      name: 'headings',
      label: 'Where its headings are',
      items: [
        { value: '0', text: 'It has no headings' },
        ...sheet.rows.slice(0, 15).map((row, i) => ({
          value: String(i + 1),
          text: `Line ${i + 1}: ${short(row.filter((cell) => cell !== '').join(', '), 60)}`,
        })),
      ],
      value: String(headings),
    }),
    columns: kind
      ? layout.columns.flatMap((column, at) => {
          const heading = headings > 0 ? (top[at] ?? '') : '';
          // A column with nothing in it has nothing to bring in.
          if (heading === '' && example(at) === '') return [];
          return [
            {
              heading: short(heading, 60) || `Column ${at + 1}`,
              example: short(example(at), 60),
              select: selectOne({
                name: `column-${at}`,
                label: `What ${short(heading, 60) || `column ${at + 1}`} is`,
                labelClasses: 'govuk-visually-hidden',
                items: [
                  { value: '', text: 'Not brought in' },
                  ...columns[kind].map(({ id, heading: text }) => ({ value: id, text })),
                ],
                value: column,
              }),
            },
          ];
        })
      : [],
    diaries:
      kind === 'diaries'
        ? radioButtons({
            name: 'diaries',
            label: 'What it says of somebody’s diary',
            small: true,
            items: [
              { value: 'add', text: 'Add to what their diary says now' },
              { value: 'replace', text: 'Put in place of what their diary says now' },
            ],
            value: diaries,
          })
        : null,
  };
}
