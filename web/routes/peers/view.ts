import type { OpenReview } from '../../../src/actions/open-review.ts';
import type { Held } from '../../../src/programme/placement.ts';
import { heldIn } from '../../../src/programme/programme.ts';
import { counted, peerRoleWords } from '../../../src/publish/words.ts';
import { allThemes, nameOf, peerOf } from '../../../src/review/facts.ts';
import type { FeedToken } from '../../../src/store/ports.ts';
import { length } from '../../../src/time/span.ts';
import { instantMoment } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';

/** A link that was made a moment ago: the only time that it is shown. */
export interface NewLink {
  readonly person: string;
  readonly token: string;
  /** `http://localhost:3000`. */
  readonly origin: string;
}

/** As the rule `fair-load` counts them: away at sessions, travel included. */
const hours = (minutes: number): string => `${Math.round(minutes / 6) / 10} hours`;

/** Who shares how many sessions with this peer, the most often first. */
function partners(open: OpenReview, held: readonly Held[], peer: string) {
  const counts = new Map<string, number>();
  for (const { placement } of held)
    for (const other of placement.peers) if (other !== peer) counts.set(other, (counts.get(other) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([id, n]) => {
      const other = peerOf(open.review, id);
      return { name: other?.name ?? id, initials: other?.initials ?? id, times: String(n) };
    });
}

function linkView({ review }: OpenReview, link: FeedToken) {
  const made = `Made ${instantMoment(review.week, link.issuedAt)}`;
  const fetched = link.fetchedAt
    ? `last fetched by a calendar ${instantMoment(review.week, link.fetchedAt)}`
    : 'not fetched by a calendar yet';
  return { id: link.id, words: `${made}, ${fetched}` };
}

/** What each of the team carries in the draft, and the private link to each one's week. */
export function loadView(open: OpenReview, links: readonly FeedToken[], made?: NewLink) {
  const { review, draft } = open;
  const held = draft ? heldIn(review, draft.programme) : [];
  const themes = new Map(allThemes(review).map((t) => [t.id, t.title]));
  return {
    isBuilt: draft !== undefined,
    makeLink: addresses.links(review.id),
    endLink: addresses.revokeLink(review.id),
    help: addresses.help,
    made: made
      ? {
          name: nameOf(review, made.person),
          page: `${made.origin}${addresses.privateWeek(made.token)}`,
          feed: `${made.origin}${addresses.feed(made.token)}`,
        }
      : null,
    peers: review.peers.map((peer) => {
      const own = held.filter((h) => h.placement.peers.includes(peer.id));
      return {
        id: peer.id,
        name: peer.name,
        initials: peer.initials,
        role: `${peerRoleWords[peer.role]}${peer.interviews ? '' : ', takes no interviews'}`,
        themes: peer.themes.map((t) => themes.get(t) ?? t),
        load: draft
          ? `${counted(own.length, 'session')}, ${hours(own.reduce((sum, h) => sum + length(h.placement.away), 0))} with travel`
          : '',
        partners: partners(open, own, peer.id),
        week: addresses.programme(review.id, { by: 'peer', who: peer.id }),
        links: links
          .filter((l) => l.person === peer.id && l.revokedAt === undefined)
          .map((l) => linkView(open, l)),
      };
    }),
  };
}
