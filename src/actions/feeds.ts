import type { Audience } from '../publish/calendar/contents.ts';
import { feedFor, type Published } from '../publish/calendar/feed.ts';
import { emptyCalendar, etagOf } from '../publish/calendar.ts';
import type { FeedKind, FeedToken, Store, StoredReview } from '../store/ports.ts';
import { dateOf, endOfDate } from '../time/week.ts';
import { openRelease } from './amendments.ts';

/** A calendar as it is sent. */
export interface Feed {
  readonly text: string;
  readonly etag: string;
}

/**
 * Calendars by their links; undefined for a link to something that is no calendar, or whose review is gone. With a draft:
 * as it would be if that were approved, so that a copy of it, brought into a calendar, never stands above what is agreed later.
 */
export type FeedOf = (
  link: Pick<FeedToken, 'review' | 'kind' | 'person'>,
  draft?: Omit<Published, 'number'>,
) => Promise<Feed | undefined>;

const audiences: Readonly<Record<FeedKind, (person: string) => Audience | undefined>> = {
  peer: (peer) => ({ peer }),
  contact: (contact) => ({ contact }),
  room: (room) => ({ room }),
  whole: () => ({ whole: true }),
  board: () => undefined,
  releases: () => undefined,
};

interface Known {
  /** The review and its releases as they were when the calendars were made. */
  readonly of: string;
  readonly published: readonly Published[];
  readonly feeds: Map<string, Feed>;
}

const feed = (text: string): Feed => ({ text, etag: etagOf(text) });

/**
 * Makes the calendars that people subscribe to, from every release. Thousands of programs ask for them all day: what was
 * made is kept until there is another release, or the review is another (erasing a person rewrites releases too).
 */
export function createFeeds({
  store,
  now,
}: {
  readonly store: Pick<Store, 'reviews' | 'releases'>;
  readonly now: () => Date;
}): FeedOf {
  const kept = new Map<string, Known>();
  const known = async (stored: StoredReview): Promise<Known> => {
    const lines = await store.releases.of(stored.id);
    const of = `${stored.version} ${lines.length}`;
    const before = kept.get(stored.id);
    if (before?.of === of) return before;
    const published: Published[] = [];
    for (const { number, at } of lines) {
      const opened = openRelease(await store.releases.find(stored.id, number));
      if (opened) published.push({ review: opened.review, programme: opened.programme, number, at });
    }
    const entry: Known = { of, published, feeds: new Map() };
    kept.set(stored.id, entry);
    return entry;
  };
  return async ({ review, kind, person }, draft) => {
    const audience = audiences[kind](person);
    const stored = audience && (await store.reviews.find(review));
    if (!audience || !stored) {
      if (audience) kept.delete(review);
      return undefined;
    }
    const { published, feeds } = await known(stored);
    if (draft) {
      const number = (published.at(-1)?.number ?? 0) + 1;
      const text = feedFor([...published, { ...draft, number }], audience, false);
      return text === undefined ? undefined : feed(text);
    }
    const week = published.at(-1)?.review.week;
    const isOver = week !== undefined && now().toISOString() > endOfDate(week, dateOf(week, 5));
    const key = `${kind} ${person} ${isOver}`;
    const made =
      feeds.get(key) ??
      feed(
        feedFor(published, audience, isOver) ??
          emptyCalendar(stored.council, stored.firstDay, 'Nothing has been agreed yet.'),
      );
    feeds.set(key, made);
    return made;
  };
}
