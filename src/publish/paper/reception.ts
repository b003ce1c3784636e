import { timeOf } from '../../programme/placement.ts';
import { asHeld, eventsFor, heldBy, heldIn } from '../../programme/programme.ts';
import { contactOf, roomOf } from '../../review/facts.ts';
import type { Review } from '../../review/review.ts';
import { dayOf, type Minute } from '../../time/span.ts';
import { clock, dayName } from '../../time/words.ts';
import { whereEvent, whereForTeam, whereHeld } from '../where.ts';
import { peopleIn } from '../who.ts';
import { peerRoleWords } from '../words.ts';
import { type Material, paperOf } from './material.ts';
import { type Paper, row, sheet, type Table } from './paper.ts';

/** Somebody who comes to a door. */
interface Arrival {
  readonly at: Minute;
  readonly name: string;
  readonly organisation: string;
  readonly where: string;
}

/** When each of the team is first expected, day by day. */
function teamTable(material: Material, review: Review): Table {
  const held = heldIn(review, material.programme);
  const first = (peer: string, day: number): string => {
    const starts = [
      ...eventsFor(review, peer).map((e) => e.from),
      ...heldBy(review, held, peer).map((h) => h.placement.away.from),
    ].filter((minute) => dayOf(minute) === day);
    return starts.length === 0 ? '–' : clock(Math.min(...starts));
  };
  // The evening before too, where they meet then.
  const days = [0, 1, 2, 3, 4, 5].filter(
    (day) => day > 0 || review.peers.some((peer) => first(peer.id, day) !== '–'),
  );
  return {
    caption: 'The visiting team, and when each is first expected',
    corner: 'Name',
    headWidth: 11,
    columns: [
      { heading: 'Role', share: 1.6 },
      ...days.map((day) => ({ heading: dayName(review.week, day).slice(0, 3), share: 1 })),
    ],
    rows: review.peers.map((peer) =>
      row(peer.name, peerRoleWords[peer.role], ...days.map((day) => first(peer.id, day))),
    ),
  };
}

/** Those who come to a room; whoever is seen in their own office, at a site or by phone comes to no door. */
function arrivals(material: Material, review: Review): readonly Arrival[] {
  const sessions = heldIn(review, material.programme)
    .filter(({ placement }) => 'room' in placement.place)
    .flatMap((held): readonly Arrival[] => {
      const people = peopleIn(review, held.session);
      const more = held.session.headcount - people.length;
      const line = { at: timeOf(held.placement).from, where: whereForTeam(whereHeld(review, held)) };
      return [
        ...people.map(({ name, organisation }) => ({ ...line, name, organisation })),
        ...(more > 0
          ? [{ ...line, name: `${more} more for “${held.session.title}”`, organisation: '' }]
          : []),
      ];
    });
  const asked = review.frame.events.flatMap((event) =>
    event.contacts.map((id) => ({
      at: event.from,
      name: contactOf(review, id)?.name ?? id,
      organisation: contactOf(review, id)?.organisation ?? '',
      where: whereForTeam(whereEvent(review, event)),
    })),
  );
  const groups = review.frame.events
    .filter((event) => (event.headcount ?? 0) > event.contacts.length)
    .map((event) => ({
      at: event.from,
      name: `${(event.headcount ?? 0) - event.contacts.length} people for “${event.title}”`,
      organisation: '',
      where:
        event.room === undefined || roomOf(review, event.room)
          ? whereForTeam(whereEvent(review, event))
          : event.room,
    }));
  return [...sessions, ...asked, ...groups].sort(
    (a, b) => a.at - b.at || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  );
}

/** The list of names for a reception: the team, and by day who else comes, when and where to send them. */
export function receptionPaper(material: Material): Paper {
  const review = asHeld(material.review, material.programme);
  const all = arrivals(material, review);
  const days = [...new Set(all.map((a) => dayOf(a.at)))];
  return paperOf(material, 'for reception', [
    sheet({
      name: 'Reception',
      title: 'Who is expected',
      lead: 'Please ask everybody to sign in, and show them the way.',
      tables: [
        teamTable(material, review),
        ...days.map((day) => ({
          caption: dayName(review.week, day),
          corner: 'Expected',
          headWidth: 6,
          whole: true as const,
          columns: [
            { heading: 'Name', share: 1 },
            { heading: 'Organisation', share: 0.9 },
            { heading: 'Where to send them', share: 1.3 },
          ],
          rows: all
            .filter((a) => dayOf(a.at) === day)
            .map((a) => row(clock(a.at), a.name, a.organisation, a.where)),
        })),
      ],
      notes: days.length === 0 ? ['Nobody else is expected in a room.'] : [],
    }),
  ]);
}
