import { baseSite, nameOf, namesOf, peerOf, siteOfPlace, travelMinutes } from '../../review/facts.ts';
import type { PairedPart, PlacedPart } from '../rule.ts';
import { unmetOnTheWay } from './needs.ts';

/** The way out from the base and back. */
export const journey: PlacedPart = {
  name: 'journey',
  kind: 'must',
  shape: 'placed',
  looksAt: ['place', 'peer'],
  asks: 'The journey to a site meets the access needs of the peers who make it.',
  test(review, { session, placement }) {
    const peer = peerOf(review, placement.peers[0] ?? '');
    if (!peer || peer.access.length === 0) return undefined;
    const site = siteOfPlace(review, session, placement.place);
    const needs = unmetOnTheWay(review, baseSite(review), site, peer.access);
    if (site === undefined || needs.length === 0) return undefined;
    return {
      who: [peer.id],
      sessions: [session.id],
      where: site,
      say: () =>
        `${peer.name} needs ${needs.join(' and ')}, which the journey to ${nameOf(review, site)} for ${session.title} does not meet.`,
    };
  },
};

/** From one site out of base to another: by way of the base where there is time for it, otherwise straight. */
export const journeyBetween: PairedPart = {
  name: 'journey-between',
  kind: 'must',
  shape: 'paired',
  looksAt: ['time', 'place', 'peer'],
  among: 'person-day',
  asks: 'The journey from one site to the next meets the access needs of the peers who make it.',
  test(review, a, b) {
    const base = baseSite(review);
    const from = siteOfPlace(review, a.session, a.placement.place);
    const to = siteOfPlace(review, b.session, b.placement.place);
    if (from === to || from === undefined || to === undefined || from === base || to === base)
      return undefined;
    const gap = b.placement.start - a.placement.end;
    if (gap >= travelMinutes(review, from, base) + travelMinutes(review, base, to)) return undefined;
    const who = a.placement.peers.filter(
      (id) =>
        b.placement.peers.includes(id) &&
        unmetOnTheWay(review, from, to, peerOf(review, id)?.access ?? []).length > 0,
    );
    if (who.length === 0) return undefined;
    return {
      who,
      sessions: [a.session.id, b.session.id],
      when: { from: a.placement.end, to: b.placement.start },
      say: () =>
        `The journey from ${nameOf(review, from)} to ${nameOf(review, to)} between ${a.session.title} and ${b.session.title} does not meet the access needs of ${namesOf(review, who)}.`,
    };
  },
};
