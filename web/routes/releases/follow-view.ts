import type { FeedToken } from '../../../src/store/ports.ts';
import type { Week } from '../../../src/time/week.ts';
import { instantMoment } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';

/** How the releases are followed by a program that tells of news: the address that there is, and the forms about it. */
export const followView = (review: string, week: Week, link: FeedToken | undefined, made: string) => ({
  action: addresses.followReleases(review),
  made,
  has: link !== undefined,
  since: link ? instantMoment(week, link.issuedAt) : '',
  fetched: link?.fetchedAt ? instantMoment(week, link.fetchedAt) : '',
});
