import { asHeld, heldIn } from '../../programme/programme.ts';
import { baseSite, nameOf, siteOf, travelMinutes } from '../../review/facts.ts';
import type { Site } from '../../review/places.ts';
import type { Review } from '../../review/review.ts';
import { dayOf, type Span } from '../../time/span.ts';
import { clock, clockSpan, dayName, minutes } from '../../time/words.ts';
import { whereEvent, whereHeld, whereInFull } from '../where.ts';
import { listed } from '../words.ts';
import { type Material, paperOf } from './material.ts';
import { type Paper, row, sheet, type Table } from './paper.ts';

/** A way out and back: `away` is the travellers’ time, `at` the time they are expected there. */
interface Journey {
  readonly away: Span;
  readonly at: Span;
  readonly what: string;
  readonly who: string;
  readonly where: string;
  readonly site: string | undefined;
}

function journeysOf({ programme }: Material, review: Review): readonly Journey[] {
  const sessions = heldIn(review, programme).flatMap((held): readonly Journey[] => {
    const { start, end, away, peers } = held.placement;
    const place = whereHeld(review, held);
    if (!place.elsewhere && away.from >= start && away.to <= end) return [];
    return [
      {
        away,
        at: { from: start, to: end },
        what: held.session.title,
        who: listed(peers.map((id) => nameOf(review, id))),
        where: whereInFull(place),
        site: place.site?.id,
      },
    ];
  });
  const events = review.frame.events.flatMap((event): readonly Journey[] => {
    const place = whereEvent(review, event);
    if (!place.elsewhere) return [];
    const way = travelMinutes(review, baseSite(review), place.site?.id);
    return [
      {
        away: { from: event.from - way, to: event.to + way },
        at: event,
        what: event.title,
        who: event.peers === 'all' ? 'The whole team' : listed(event.peers.map((id) => nameOf(review, id))),
        where: whereInFull(place),
        site: place.site?.id,
      },
    ];
  });
  return [...sessions, ...events].sort((a, b) => a.away.from - b.away.from || a.at.from - b.at.from);
}

const dayTable = (review: Review, day: number, journeys: readonly Journey[]): Table => ({
  caption: dayName(review.week, day),
  corner: 'Leave at',
  headWidth: 5.4,
  whole: true,
  columns: [
    { heading: 'Who', share: 1.1 },
    { heading: 'What for', share: 1.2 },
    { heading: 'Where', share: 1.7 },
    { heading: 'There', share: 1 },
    { heading: 'Back by', share: 0.6 },
  ],
  rows: journeys.map((j) =>
    row(clock(j.away.from), j.who, j.what, j.where, clockSpan(j.at), clock(j.away.to)),
  ),
});

function placesTable(review: Review, journeys: readonly Journey[]): Table {
  const base = baseSite(review);
  const used = new Set([base, ...journeys.map((j) => j.site)]);
  const way = (site: Site): string => {
    if (site.id === base) return 'The team’s base';
    const n = travelMinutes(review, base, site.id);
    return n === 0 ? '' : minutes(n);
  };
  return {
    caption: 'The places',
    corner: 'Place',
    headWidth: 11,
    columns: [
      { heading: 'Address', share: 1.2 },
      { heading: 'From the base', share: 0.7 },
      { heading: 'Parking, transport and hotels', share: 1.8 },
    ],
    rows: review.sites
      .filter((site) => used.has(site.id))
      .map((site) => row(site.name, site.address ?? '', way(site), site.notes ?? '')),
  };
}

/** Journeys by day, and the places with their parking (rule `travel`, manual 1460, 1464, 1474). */
export function travelPaper(material: Material): Paper {
  const review = asHeld(material.review, material.programme);
  const journeys = journeysOf(material, review);
  const days = [...new Set(journeys.map((j) => dayOf(j.at.from)))].sort((a, b) => a - b);
  const base = baseSite(review);
  const from = base === undefined ? undefined : siteOf(review, base)?.name;
  return paperOf(material, 'travel sheet', [
    sheet({
      name: 'Travel',
      title: 'Travel sheet',
      lead: from === undefined ? '' : `Journeys begin and end at ${from}, unless somebody says otherwise.`,
      tables: [
        ...days.map((day) =>
          dayTable(
            review,
            day,
            journeys.filter((j) => dayOf(j.at.from) === day),
          ),
        ),
        placesTable(review, journeys),
      ],
      notes: days.length === 0 ? ['Nobody has to travel: everything is where the team is based.'] : [],
    }),
  ]);
}
