import { checkBoxes, errorSummary } from '../../form/fields.ts';

/** The box to tick before something is gone for good. `unsure`: it was not ticked. */
export const sureBox = (unsure: boolean) => ({
  sure: checkBoxes({
    name: 'sure',
    label: 'Are you sure?',
    labelClasses: 'govuk-fieldset__legend--s',
    items: [{ value: 'yes', text: 'Yes. I know that this can’t be undone' }],
    error: unsure ? 'Tick the box if you are sure' : undefined,
  }),
  sureErrors: errorSummary([{ text: 'Tick the box if you are sure', field: 'sure' }]).errorList,
  unsure,
});
