import type { OpenReview } from '../../../src/actions/open-review.ts';
import type { Programme } from '../../../src/programme/programme.ts';
import { heldIn } from '../../../src/programme/programme.ts';
import { counted } from '../../../src/publish/words.ts';
import { allThemes, themesOf } from '../../../src/review/facts.ts';
import { length } from '../../../src/time/span.ts';

/**
 * Who is asked about what, and by which specialist: a line a theme, a column a peer, in each how many sessions on that
 * theme the peer takes, marked where it is the peer’s own.
 */
export function coverageView({ review }: OpenReview, programme: Programme) {
  const held = heldIn(review, programme);
  const peers = review.peers.filter((p) => p.interviews);
  const rows = allThemes(review).map((theme) => {
    const on = held.filter((h) => themesOf(review, h.session).includes(theme.id));
    const bySpecialist = on.filter((h) =>
      h.placement.peers.some((id) => peers.find((p) => p.id === id)?.themes.includes(theme.id)),
    );
    return {
      title: theme.title,
      sessions: String(on.length),
      specialist: on.length === 0 ? 'nobody is asked' : `${bySpecialist.length} of ${on.length}`,
      missing: on.length === 0 || bySpecialist.length < on.length,
      cells: peers.map((peer) => {
        const n = on.filter((h) => h.placement.peers.includes(peer.id)).length;
        return { n: n === 0 ? '' : String(n), own: peer.themes.includes(theme.id) };
      }),
    };
  });
  const load = peers.map((peer) => {
    const own = held.filter((h) => h.placement.peers.includes(peer.id));
    const minutes = own.reduce((sum, h) => sum + length(h.placement.away), 0);
    const travel = own.reduce(
      (sum, h) => sum + length(h.placement.away) - (h.placement.end - h.placement.start),
      0,
    );
    return {
      name: peer.name,
      initials: peer.initials,
      sessions: counted(own.length, 'session'),
      hours: `${Math.round(minutes / 6) / 10} hours`,
      travel: travel === 0 ? 'none' : `${Math.round(travel / 6) / 10} hours`,
    };
  });
  return { peers: peers.map((p) => ({ name: p.name, initials: p.initials })), rows, load };
}
