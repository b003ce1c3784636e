import type { AgreedReview } from '../../../src/actions/open-agreed.ts';
import { personWeek } from '../../../src/publish/person-week.ts';
import { instantMoment } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import { momentView } from '../../moment-view.ts';
import { personWeekView } from '../../week-view.ts';

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** What there is for a peer: what was agreed, their own week in it (known by their e-mail address), and nothing else. */
export function agreedView(id: string, agreed: AgreedReview | undefined, email: string, now: Date) {
  const own = agreed?.review.peers.find((peer) => email !== '' && same(peer.email ?? '', email));
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
    week: personWeekView(week || undefined),
  };
}
