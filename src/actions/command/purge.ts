import { didYouMean } from '../../intake/near.ts';
import type { Store } from '../../store/ports.ts';
import { dayAndYear } from '../../time/words.ts';
import type { Face, Given } from './arguments.ts';
import { type Desk, dataOption, type Exit, fail, withStore } from './desk.ts';

export const purgeFace = {
  verb: 'purge',
  means:
    'Removes reviews for good that are past the day until which they are kept, with all that belongs to them.',
  wants: [],
  options: {
    review: { takes: 'text', value: 'REVIEW-ID', means: 'remove this one, whatever its day' },
    sure: { takes: 'nothing', means: 'remove; without it this only says what would be removed' },
    data: dataOption,
  },
} as const satisfies Face;

interface Candidate {
  readonly id: string;
  readonly words: string;
  /** For the record of what was purged. */
  readonly why: string;
}

/** A date as people say it; its day's name is the same in every zone. */
const said = (date: string): string => dayAndYear({ firstDay: date, zone: 'Europe/London' }, 1);

const today = (desk: Desk): string => desk.now().toISOString().slice(0, 10);

async function pastTheirDay(desk: Desk, store: Store): Promise<readonly Candidate[]> {
  return (await store.keeping.due(today(desk))).map(({ id, council, until }) => ({
    id,
    words: `${council} (${id}), kept until ${said(until)}`,
    why: `It was kept until ${until}`,
  }));
}

/** Says what is past its day, or removes it; or removes the one that is named. */
export const purge = (desk: Desk, args: Given): Promise<Exit> =>
  withStore(desk, args, async (store) => {
    const asked = args.text('review');
    const all = await store.reviews.list();
    const named = all.find((line) => line.id === asked);
    if (asked !== undefined && !named) {
      const near = didYouMean(
        asked,
        all.map((line) => line.id),
      );
      return fail(desk, `There is no review “${asked}” in the data. ${near}`.trimEnd());
    }
    const candidates = named
      ? [{ id: named.id, words: `${named.council} (${named.id})`, why: 'Asked for on the command line' }]
      : await pastTheirDay(desk, store);
    if (candidates.length === 0) {
      desk.out('No review is past the day until which it is kept.\n');
      return 0;
    }
    if (!args.flag('sure')) {
      desk.out(`Would be removed for good, with programme, history and links:\n${lines(candidates)}`);
      desk.out('Nothing was removed. To remove: --sure\n');
      return 0;
    }
    const gone: Candidate[] = [];
    for (const one of candidates) if (await store.keeping.purge(one.id, one.why)) gone.push(one);
    desk.out(`Removed for good:\n${lines(gone)}They are still in backups that were made before.\n`);
    return 0;
  });

const lines = (candidates: readonly Candidate[]): string =>
  candidates.map(({ words }) => `  ${words}\n`).join('');
