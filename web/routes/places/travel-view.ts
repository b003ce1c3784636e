import type { Entry } from '../../../src/entry/entry.ts';
import { journeyIn, USUAL_TRAVEL, type UsualWay, usualWays } from '../../../src/entry/usual-travel.ts';
import { travelFields, wayField } from '../../../src/intake/form/travel.ts';
import { listed } from '../../../src/publish/words.ts';
import type { SiteEntry } from '../../../src/review/file.ts';
import { minutes } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import { textInput } from '../../form/fields.ts';
import { FormView } from '../entering/form-view.ts';
import { errorOf, type Trouble } from '../entering/trouble.ts';

/** Why so many minutes are taken for a way that nobody timed. */
function becauseOf(entry: Entry, { minutes: taken, over }: UsualWay, a: SiteEntry, b: SiteEntry): string {
  const name = (id: string) => entry.sites?.find((site) => site.id === id)?.name ?? id;
  const why =
    over.length > 0
      ? `the way over ${listed(over.map(name))} takes that long, and straight there can’t take longer`
      : `nothing is known about the way, and across a town by car, parking included, takes about ${USUAL_TRAVEL}`;
  return `${a.name} and ${b.name}: ${minutes(taken)}, as ${why}.`;
}

/** The minutes between every two sites: rows and columns are sites, each two meet once. */
export function travelView(entry: Entry, review: string, seen: number, trouble?: Trouble) {
  const sites = entry.sites ?? [];
  const form = new FormView(travelFields(entry), trouble);
  const reasons: string[] = [];
  const rows = sites.slice(1).map((b, i) => ({
    name: b.name,
    cells: sites.slice(0, -1).map((a, j) => {
      if (j > i) return { empty: true, label: a.name };
      const field = wayField(a.id, b.id);
      const journey = journeyIn(entry, a.id, b.id);
      const isTimed = journey !== undefined && !journey.assumed;
      const way = usualWays(entry, a.id).get(b.id) ?? { minutes: USUAL_TRAVEL, over: [] };
      if (!isTimed) reasons.push(becauseOf(entry, way, a, b));
      return {
        empty: false,
        label: a.name,
        input: textInput({
          name: field,
          label: `Minutes between ${a.name} and ${b.name}`,
          labelClasses: 'govuk-visually-hidden',
          value: form.value(field),
          error: errorOf(trouble, field),
          hint: isTimed ? undefined : `${way.minutes} taken`,
          width: 3,
          inputmode: 'numeric',
          autocomplete: 'off',
        }),
      };
    }),
  }));
  return {
    action: addresses.travel(review),
    seen,
    isNeeded: sites.length > 1,
    columns: sites.slice(0, -1).map((site) => site.name),
    rows,
    reasons,
  };
}
