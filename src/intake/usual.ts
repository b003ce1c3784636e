import type { PlaceNeed } from '../review/places.ts';
import type { SessionKind } from '../review/session.ts';

/** Peers who take a session where it does not say: a pair, but one for a record review (manual 819, 1754). */
export const usualPeers = (kind: SessionKind): number => (kind === 'record-review' ? 1 : 2);

/** Where a session of a kind is held where it does not say; a site visit has no usual place and must say. */
export const usualPlace: Readonly<Record<SessionKind, Omit<PlaceNeed, 'equipment'>>> = {
  interview: { office: true, room: true },
  debrief: { office: true, room: true },
  'focus-group': { room: true },
  'record-review': { room: true },
  'site-visit': {},
};
