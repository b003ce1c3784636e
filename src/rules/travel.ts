import type { Rule } from './rule.ts';
import { contactsBetween, lunchBetween, peersBetween } from './travel/between.ts';
import { contactEvents, peerEvents, teamEvents } from './travel/events.ts';
import { journeyMinutes, journeys } from './travel/journeys.ts';
import { eventsTooClose, sitesWithoutTravel } from './travel/review.ts';
import { visitAway } from './travel/visit.ts';

/** Everybody has the time that it takes to get from one place to the next (manual 1460, 1464, 1474). */
export const travel: Rule = {
  id: 'travel',
  title: 'Time to travel',
  group: 'places',
  manual: ['1460', '1464', '1474'],
  parts: [
    visitAway,
    peersBetween,
    contactsBetween,
    teamEvents,
    peerEvents,
    contactEvents,
    lunchBetween,
    journeys,
    journeyMinutes,
    sitesWithoutTravel,
    eventsTooClose,
  ],
};
