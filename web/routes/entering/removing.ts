import type { Entry, ListName } from '../../../src/entry/entry.ts';
import { namedBy } from '../../../src/entry/named-by.ts';
import { FormView, type Part } from './form-view.ts';
import { lossLines } from './losses.ts';

/** What a row asks before its item goes: what goes with it, and which sessions might as well. */
export function removingOf(entry: Entry, list: ListName, id: string) {
  const namings = namedBy(entry, list, id);
  const left = (entry.sessions ?? []).filter((s) => namings.some((naming) => naming.session === s.id));
  const form = new FormView({ also: left.filter((s) => s.kind === 'interview').map((s) => s.id) });
  const also: readonly Part[] =
    left.length === 0
      ? []
      : [
          form.checks(
            'also',
            'Remove with it',
            left.map((s) => ({ value: s.id, text: s.title })),
          ),
        ];
  return { named: namings.length > 0, losses: lossLines(namings), also };
}
