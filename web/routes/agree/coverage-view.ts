import type { OpenReview } from '../../../src/actions/open-review.ts';
import type { Programme } from '../../../src/programme/programme.ts';
import { heldIn } from '../../../src/programme/programme.ts';
import { pairOf, peopleIn, whoWords } from '../../../src/publish/who.ts';
import { allThemes, peerOf, themesOf } from '../../../src/review/facts.ts';
import { addresses } from '../../addresses.ts';

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
  return { peers: peers.map((p) => ({ name: p.name, initials: p.initials })), rows };
}

/**
 * Who is asked about what, and by which specialist: a line a session, a column a theme that any session explores; in each
 * the peers who take it and specialise in that theme, or that nobody who takes it does.
 */
export function asksView({ review }: OpenReview, programme: Programme) {
  const held = heldIn(review, programme);
  const asked = new Set(held.flatMap((h) => themesOf(review, h.session)));
  const themes = allThemes(review).filter((t) => asked.has(t.id));
  return {
    themes: themes.map((t) => t.title),
    rows: held
      .filter((h) => themesOf(review, h.session).length > 0)
      .map((h) => {
        const own = themesOf(review, h.session);
        return {
          title: h.session.title,
          href: addresses.session(review.id, h.session.id),
          who: whoWords(h.session, peopleIn(review, h.session)),
          cells: themes.map((theme) => {
            const by = pairOf(review, h.placement).filter((p) =>
              peerOf(review, p.id)?.themes.includes(theme.id),
            );
            return {
              asked: own.includes(theme.id),
              by: by.map((p) => ({ initials: p.initials, name: p.name })),
            };
          }),
        };
      }),
  };
}
