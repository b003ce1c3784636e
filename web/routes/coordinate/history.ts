import type { RequestHandler } from 'express';
import type { HistoryLine, Store } from '../../../src/store/ports.ts';
import { instantMoment } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import type { Services } from '../../services.ts';
import { fromOf } from '../history/controller.ts';
import { stepsOf } from '../history/view.ts';
import { coordinatorTabs } from './tabs.ts';

/** So many lines on a page. */
const SOME = 50;

const london = { firstDay: '2026-01-05', zone: 'Europe/London' } as const;

/** What was done to what all reviews share, and who was made a coordinator; in no order yet. */
async function linesOf({ history }: Pick<Store, 'history'>): Promise<readonly HistoryLine[]> {
  const all = await Promise.all(
    (['shared', 'seat', 'coordinator'] as const).map((thing) => history.about(thing)),
  );
  return all.flat();
}

/** The history of what belongs to no review, for those who look after it. */
export const sharedHistory =
  ({ store, show }: Services): RequestHandler =>
  async (request, response) => {
    const lines = (await linesOf(store)).toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
    const from = fromOf(request);
    const shown = lines.slice(from, from + SOME);
    const whom = async ({ thing, id }: HistoryLine): Promise<string> => {
      if (thing === 'coordinator') return (await store.accounts.find(id))?.name ?? '';
      if (thing !== 'seat') return '';
      return (await store.shared.find('peer', id.split(' ')[0] ?? ''))?.name ?? '';
    };
    show(
      response,
      'coordinate/history',
      { title: 'History', where: 'coordinate' },
      {
        tabs: coordinatorTabs('history'),
        lines: await Promise.all(
          shown.map(async (line) => {
            const name = await whom(line);
            return {
              when: instantMoment(london, line.at),
              who: line.by,
              why: name === '' ? line.why : `${line.why}: ${name}`,
            };
          }),
        ),
        ...stepsOf(from, SOME, lines.length, addresses.sharedHistory),
      },
    );
  };
