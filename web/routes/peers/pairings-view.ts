import type { Entry } from '../../../src/entry/entry.ts';
import { type PairingKind, pairField, pairingFields, pairsOf } from '../../../src/intake/form/pairings.ts';
import { addresses } from '../../addresses.ts';
import { FormView } from '../entering/form-view.ts';
import { errorOf, type Trouble } from '../entering/trouble.ts';

/** What may be said of two peers (rule `pairings`), the columns of the matrix. */
const choices: readonly { readonly value: 'none' | PairingKind; readonly text: string }[] = [
  { value: 'none', text: 'Nothing said' },
  { value: 'preferred', text: 'Together at least once' },
  { value: 'fixed', text: 'Only with each other' },
  { value: 'forbidden', text: 'Never together' },
];

/** Every two peers, and what was said of them. */
export function pairingsView(
  entry: Entry,
  review: string,
  seen: number,
  mayChange: boolean,
  trouble?: Trouble,
) {
  const form = new FormView(pairingFields(entry), trouble);
  const rows = pairsOf(entry).map(([a, b]) => {
    const name = pairField(a.id, b.id);
    return {
      pair: `${a.name} and ${b.name}`,
      name,
      error: errorOf(trouble, name),
      said: choices.find((choice) => choice.value === form.value(name))?.text ?? '',
      isSaid: form.value(name) !== 'none',
      cells: choices.map((choice, i) => ({
        ...choice,
        id: i === 0 ? name : `${name}.${choice.value}`,
        name,
        checked: form.value(name) === choice.value,
        pair: `${a.name} and ${b.name}`,
      })),
    };
  });
  return {
    mayChange,
    action: addresses.pairings(review),
    seen: trouble?.seen ?? seen,
    isNeeded: rows.length > 0,
    columns: choices.map((choice) => choice.text),
    rows,
    said: rows.filter((row) => row.isSaid),
  };
}
