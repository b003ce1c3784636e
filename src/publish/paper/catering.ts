import { timeOf } from '../../programme/placement.ts';
import { asHeld, heldIn } from '../../programme/programme.ts';
import { isBusy } from '../../review/diary.ts';
import { contactOf } from '../../review/facts.ts';
import type { EventKind, FixedEvent } from '../../review/frame.ts';
import type { Review } from '../../review/review.ts';
import { DAY, dayOf, type Span } from '../../time/span.ts';
import { clockSpan, dayName } from '../../time/words.ts';
import { whereEvent, whereHeld } from '../where.ts';
import { counted, peerRoleWords } from '../words.ts';
import { type Material, paperOf } from './material.ts';
import { type Paper, row, sheet, type Table } from './paper.ts';

/** What each kind of event asks of a kitchen; nothing for what is over before anybody is thirsty. */
const served: Readonly<Record<EventKind, string>> = {
  gathering: 'Tea, coffee and water',
  lunch: 'Lunch',
  break: 'Tea, coffee, water and biscuits',
  presentations: 'Tea, coffee and water for everybody',
  'team-meeting': 'Drinks and snacks',
  preparation: 'Drinks and snacks',
  handover: 'Tea, coffee and water',
  conference: 'Tea, coffee and lunch for everybody',
  other: '',
};

/** From so many people on, a group is given something to drink. */
const group = 4;

interface Serving extends Span {
  readonly what: string;
  readonly serve: string;
  readonly people: number;
  readonly where: string;
}

const teamAt = (review: Review, span: Span): number =>
  review.peers.filter((peer) => !isBusy(peer.diary, span)).length;

function atEvent(review: Review, event: FixedEvent): Serving {
  const team =
    event.peers === 'all'
      ? teamAt(review, event)
      : event.peers.filter((id) => review.peers.some((p) => p.id === id)).length;
  return {
    from: event.from,
    to: event.to,
    what: event.title,
    serve: served[event.kind],
    people: team + Math.max(event.headcount ?? 0, event.contacts.length),
    where: whereEvent(review, event).name,
  };
}

function servingsOf({ programme }: Material, review: Review): readonly Serving[] {
  const groups = heldIn(review, programme)
    .filter(({ session, placement }) => 'room' in placement.place && session.headcount >= group)
    .map((held) => ({
      ...timeOf(held.placement),
      what: held.session.title,
      serve: 'Tea, coffee and water',
      people: held.session.headcount + held.placement.peers.length,
      where: whereHeld(review, held).name,
    }));
  return [
    ...review.frame.events.map((event) => atEvent(review, event)).filter((s) => s.serve !== ''),
    ...groups,
  ].sort((a, b) => a.from - b.from || a.to - b.to);
}

function dayTable(review: Review, day: number, servings: readonly Serving[]): Table {
  const [start, end] = [day * DAY + 8 * 60, day * DAY + 18 * 60];
  const team = review.peers.filter((p) => !p.diary.busy.some((b) => b.from <= start && b.to >= end)).length;
  const base = review.rooms.find((room) => room.baseRoom)?.name ?? 'The base room';
  return {
    caption: `${dayName(review.week, day)}: ${counted(team, 'of the team', 'of the team')} here`,
    corner: 'Time',
    headWidth: 11,
    whole: true,
    columns: [
      { heading: 'What', share: 1.5 },
      { heading: 'Serve', share: 1.3 },
      { heading: 'People', share: 0.5 },
      { heading: 'Where', share: 1.3 },
    ],
    rows: [
      ...(day === 0
        ? []
        : [
            row(
              'All day',
              'At hand for the team, into the evening',
              'Tea, coffee, water, fruit juice, fruit, biscuits and other snacks',
              String(team),
              base,
            ),
          ]),
      ...servings.map((s) => row(clockSpan(s), s.what, s.serve, String(s.people), s.where)),
    ],
  };
}

function dietTable(review: Review): readonly Table[] {
  const rows = review.peers
    .filter((peer) => peer.dietary !== undefined && peer.dietary !== '')
    .map((peer) => row(peer.name, peerRoleWords[peer.role], peer.dietary!));
  if (rows.length === 0) return [];
  return [
    {
      caption: 'What somebody on the team can’t eat, or does not',
      corner: 'Name',
      headWidth: 11,
      columns: [
        { heading: 'Role', share: 1 },
        { heading: 'Eats', share: 2 },
      ],
      rows,
    },
  ];
}

/** How many are to be fed by day, where and when, and what they can’t eat (manual 970-976). */
export function cateringPaper(material: Material): Paper {
  const review = asHeld(material.review, material.programme);
  const servings = servingsOf(material, review);
  const days = [...new Set(servings.map((s) => dayOf(s.from)))];
  const organiser = review.organiser === undefined ? undefined : contactOf(review, review.organiser);
  return paperOf(material, 'catering', [
    sheet({
      name: 'Catering',
      title: 'Catering, by day',
      tables: [
        ...dietTable(review),
        ...days.map((day) =>
          dayTable(
            review,
            day,
            servings.filter((s) => dayOf(s.from) === day),
          ),
        ),
      ],
      notes: [
        'The numbers count the team and everybody whom they see. What people of the council and its partners can’t eat is not known here: ask them.',
        ...(organiser ? [`Questions: ${organiser.name}, who organises the review.`] : []),
      ],
    }),
  ]);
}
