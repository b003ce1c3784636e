import type { Agreed } from '../../../src/actions/open-agreed.ts';
import { ownPeer } from '../../../src/actions/own-peer.ts';
import { personWeek } from '../../../src/publish/person-week.ts';
import { instantMoment } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import { momentView } from '../../moment-view.ts';
import { personWeekView } from '../../week-view.ts';

/** What there is for a peer: what was agreed, their own week in it (known by their e-mail address), and nothing else. */
export function agreedView(
  id: string,
  { agreed, entry }: Pick<Agreed, 'agreed' | 'entry'>,
  email: string,
  now: Date,
) {
  const own = ownPeer({ agreed, entry }, email);
  const week = agreed && own && personWeek(agreed.review, agreed.draft.programme, own.id);
  const items = (week?.days ?? []).flatMap((day) => day.items);
  return {
    moment: agreed ? momentView(agreed.review.week, items, now) : null,
    release: agreed
      ? {
          text: `Release ${agreed.release.number}`,
          href: addresses.release(id, agreed.release.number),
          by: `${agreed.release.by}, ${instantMoment(agreed.review.week, agreed.release.at)}`,
          note: agreed.release.note,
          changed:
            agreed.release.number > 1
              ? addresses.compareReleases(id, agreed.release.number - 1, agreed.release.number)
              : '',
        }
      : null,
    paper: addresses.paper(id),
    calendar: addresses.ownCalendar(id),
    week: personWeekView(week || undefined),
  };
}
