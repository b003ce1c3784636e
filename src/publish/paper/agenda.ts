import { asHeld } from '../../programme/programme.ts';
import { roomOf } from '../../review/facts.ts';
import type { FixedEvent } from '../../review/frame.ts';
import type { Review } from '../../review/review.ts';
import { DAY } from '../../time/span.ts';
import { clock, clockSpan, dayName } from '../../time/words.ts';
import { whereEvent, whereInFull } from '../where.ts';
import { type Agenda, agendas } from './agendas.ts';
import { type Material, paperOf } from './material.ts';
import { cell, type Paper, plain, row, sheet, strong } from './paper.ts';

/** About so many to a small group. */
const groupOf = 8;

/** The agenda asked for; else that for intervention where the council is in it, or the one that begins as the programme has it. */
function choose(review: Review, event: FixedEvent | undefined, which: string): Agenda | undefined {
  if (which !== '') return agendas.find((agenda) => agenda.id === which);
  const usual = agendas.filter((agenda) => (agenda.id === 'intervention') === review.options.intervention);
  return usual.find((agenda) => event && agenda.begins === event.from % DAY) ?? usual[0];
}

/** What there is to know of where it is held, and whether small groups find room there (rule `conference`, manual 1472). */
function venueNotes(review: Review, event: FixedEvent): readonly string[] {
  const room = event.room === undefined ? undefined : roomOf(review, event.room);
  const people = (event.headcount ?? 0) + review.peers.length;
  const groups = event.headcount === undefined ? 0 : Math.ceil(event.headcount / groupOf);
  const other = review.rooms.find((r) => r.divides && r.capacity >= people);
  const sized = room
    ? `${room.name} holds ${room.capacity}${people > review.peers.length ? `; ${people} are expected, the team among them` : ''}.`
    : '';
  const divided =
    room === undefined
      ? 'No room is given to it yet: choose one that divides into small groups.'
      : room.divides
        ? `It divides into small groups${groups > 0 ? `: about ${groups} of ${groupOf}` : ''}.`
        : `It is not known to divide into small groups${other ? `; ${other.name} is` : ''}.`;
  return [sized, divided].filter((text) => text !== '');
}

function timeNotes(agenda: Agenda, event: FixedEvent): readonly string[] {
  const start = event.from % DAY;
  const end = event.from + agenda.lasts;
  return [
    start === agenda.begins
      ? ''
      : `The manual begins this agenda at ${clock(agenda.begins)}; here it begins with the programme, at ${clock(start)}.`,
    end <= event.to
      ? ''
      : `At these times it closes at ${clock(end)}, and the programme has the conference end at ${clock(event.to)}: shorten it, or give it longer.`,
  ].filter((text) => text !== '');
}

/** The agenda of the final presentation and conference. Undefined for one that there is not. */
export function agendaPaper(material: Material, which: string): Paper | undefined {
  const review = asHeld(material.review, material.programme);
  const event = review.frame.events.find((e) => e.kind === 'conference');
  const agenda = choose(review, event, which);
  if (!agenda) return undefined;
  const begins = event ? event.from % DAY : agenda.begins;
  const ends = [...agenda.items.slice(1).map((item) => item.after), agenda.lasts];
  return paperOf(
    material,
    'the feedback and prioritisation conference',
    [
      sheet({
        name: 'Conference',
        title: event?.title ?? 'Final presentation and prioritisation conference',
        lead: event
          ? `${dayName(review.week, event.day)}, ${clockSpan(event)}, ${whereInFull(whereEvent(review, event))}`
          : 'It is not in the programme yet: the times are the manual’s.',
        before: event ? venueNotes(review, event) : [],
        tables: [
          {
            caption: agenda.title,
            corner: 'Time',
            headWidth: 11.4,
            columns: [{ heading: 'What', share: 1 }],
            rows: agenda.items.map((item, i) =>
              row(
                clockSpan({ from: begins + item.after, to: begins + ends[i]! }),
                cell(strong(item.what), ...item.how.map(plain)),
              ),
            ),
          },
        ],
        notes: [
          ...(event ? timeNotes(agenda, event) : []),
          'Everybody with a part in the review is asked, and senior people who could not take part in it. The purpose is to understand the findings together, to own them and to agree what comes first; whole action plans come later.',
          `A suggestion (${agenda.manual}): the sponsor, the team leader and the review manager settle it well before the day.`,
        ],
        text: { largest: 11.5, smallest: 7, onePage: true },
      }),
    ],
    'conference agenda',
  );
}
