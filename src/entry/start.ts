import type { Entry } from './entry.ts';
import { withStandingItems } from './standing-items.ts';

/** What a review starts with: its council, its week, and what every week has. */
export const startedEntry = (id: string, council: string, firstDay: string, editedAt: string): Entry =>
  withStandingItems({
    peerweek: 1,
    review: { id, council, firstDay, timeZone: 'Europe/London', revision: 1, editedAt },
  });

/** The id of a new review out of its council and year: `sampleshire-council-2027`; `n` tells apart those that would be alike. */
export function reviewId(council: string, firstDay: string, n = 1): string {
  const name = council
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  return `${name || 'review'}-${firstDay.slice(0, 4)}${n === 1 ? '' : `-${n}`}`;
}
