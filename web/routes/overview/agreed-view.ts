import type { AgreedReview } from '../../../src/actions/open-agreed.ts';
import { personWeek } from '../../../src/publish/person-week.ts';
import { instantMoment } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import { personWeekView } from '../../week-view.ts';

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** What there is for a peer: what was agreed, their own week in it (known by their e-mail address), and nothing else. */
export function agreedView(id: string, agreed: AgreedReview | undefined, email: string) {
  const own = agreed?.review.peers.find((peer) => email !== '' && same(peer.email ?? '', email));
  return {
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
    week: agreed && own ? personWeekView(personWeek(agreed.review, agreed.draft.programme, own.id)) : null,
  };
}
