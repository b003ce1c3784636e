import { describe, expect, it } from 'vitest';
import {
  checkBoxes,
  dateBoxes,
  errorSummary,
  radioButtons,
  selectOne,
  textInput,
} from '../../../web/form/fields.ts';

describe('fields of our pages', () => {
  it('names what describes a box: its hint, then what is wrong with it', () => {
    expect(
      textInput({
        name: 'council',
        label: 'Council',
        hint: 'In full',
        error: 'Enter the council',
        width: 20,
      }),
    ).toEqual({
      id: 'council',
      name: 'council',
      label: { text: 'Council' },
      classes: 'govuk-input--width-20',
      hint: { text: 'In full', id: 'council-hint' },
      errorMessage: { text: 'Enter the council', id: 'council-error' },
      describedBy: 'council-hint council-error',
    });
  });

  it('keeps what was typed, an empty box included', () => {
    expect(textInput({ name: 'a', label: 'A', value: '' })).toMatchObject({ value: '' });
  });

  it('gives the first choice the id that an error summary leads to', () => {
    const { items } = radioButtons({
      name: 'streams',
      label: 'Streams',
      value: '2',
      items: [
        { value: '1', text: 'One' },
        { value: '2', text: 'Two', hint: 'Usual' },
      ],
    });
    expect(items).toEqual([
      { id: 'streams', name: 'streams', value: '1', text: 'One', checked: false },
      {
        id: 'streams-2',
        name: 'streams',
        value: '2',
        text: 'Two',
        checked: true,
        hint: { text: 'Usual', id: 'streams-2-item-hint' },
        describedBy: 'streams-2-item-hint',
      },
    ]);
  });

  it('ticks and selects what was chosen', () => {
    const items = [
      { value: 'a', text: 'A' },
      { value: 'b', text: 'B' },
    ];
    expect(checkBoxes({ name: 'x', label: 'X', values: ['b'], items }).items.map((i) => i.checked)).toEqual([
      false,
      true,
    ]);
    expect(selectOne({ name: 'x', label: 'X', value: 'a', items }).items.map((i) => i.selected)).toEqual([
      true,
      false,
    ]);
  });

  it('marks the boxes of a date that are wrong, or all', () => {
    const asked = {
      name: 'day',
      label: 'First day',
      error: 'Enter a year',
      value: { day: '1', month: '2', year: '' },
    };
    const marked = (wrong?: readonly 'year'[]) =>
      dateBoxes({ ...asked, ...(wrong && { wrong }) }).items.map((i) => i.classes.includes('--error'));
    expect(marked(['year'])).toEqual([false, false, true]);
    expect(marked()).toEqual([true, true, true]);
    expect(dateBoxes(asked).items.map((i) => i.name)).toEqual(['day-day', 'day-month', 'day-year']);
  });

  it('leads from the summary to the field', () => {
    expect(
      errorSummary([{ text: 'Enter a name', field: 'name' }, { text: 'It was taken away' }]).errorList,
    ).toEqual([{ text: 'Enter a name', href: '#name' }, { text: 'It was taken away' }]);
  });
});
