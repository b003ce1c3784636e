import { personWeek } from '../publish/person-week.ts';
import { releaseLetter } from '../publish/release-letter.ts';
import { counted } from '../publish/words.ts';
import type { Attached } from '../store/outbox-port.ts';
import type { Store } from '../store/ports.ts';
import type { Told } from '../store/told-port.ts';
import { dateOf, endOfDate } from '../time/week.ts';
import { dayAndYear, dayName } from '../time/words.ts';
import type { FeedOf } from './feeds.ts';
import type { Telling, ToTell } from './telling.ts';

/** What all letters about a release have in common. */
export interface TellingAsked {
  /** What whoever sends them adds. */
  readonly note: string;
  readonly by: { readonly name: string; readonly account?: string };
  /** The address that a token opens. */
  readonly linkTo: (token: string) => string;
}

/** The letter to one of those who are to be told, as it will go. */
export function letterTo(
  { release: { review, programme } }: Pick<Telling, 'release'>,
  one: ToTell,
  { note, by }: Pick<TellingAsked, 'note' | 'by'>,
  link: string,
): { readonly subject: string; readonly text: string } {
  const { week, council } = review;
  const days = one.isPeer ? (personWeek(review, programme, one.person)?.days ?? []) : [];
  return releaseLetter({
    ...one,
    council,
    week: `${dayName(week, 1)} to ${dayAndYear(week, 5)}`,
    whole: days.flatMap((day) => [
      `${day.name}:`,
      ...day.items
        .filter((item) => item.kind !== 'down-time')
        .map((item) => `- ${[item.time, item.title, item.place].filter(Boolean).join(', ')}`),
    ]),
    note,
    link,
    by: by.name,
  });
}

/** What became of telling one person: written to, or a letter to hand over where there is no address. */
export interface ToldOne {
  readonly name: string;
  readonly email: string | undefined;
  /** The letter, where somebody has to hand it over: it is shown this once. */
  readonly letter?: { readonly subject: string; readonly text: string };
}

/** The calendar of a contact, to go with their letter. */
async function attachedFor(feedOf: FeedOf, review: string, one: ToTell): Promise<readonly Attached[]> {
  if (one.isPeer) return [];
  const feed = await feedOf({ review, kind: 'contact', person: one.person });
  return feed
    ? [{ name: 'peer-review.ics', type: 'text/calendar; charset=utf-8; method=PUBLISH', text: feed.text }]
    : [];
}

/**
 * Writes to people about the release that holds: each gets a private link of their own, only what is theirs, and a contact
 * the calendar file too. Who was told of it by somebody else meanwhile is not told twice.
 */
export async function tellRelease(
  store: Pick<Store, 'feedTokens' | 'told'>,
  feedOf: FeedOf,
  telling: Telling,
  chosen: readonly ToTell[],
  asked: TellingAsked,
): Promise<readonly ToldOne[]> {
  const { review, line } = telling.release;
  const { by, linkTo } = asked;
  const endsAt = endOfDate(review.week, dateOf(review.week, 5));
  const written: { readonly one: ToTell; readonly letter: ReturnType<typeof letterTo> }[] = [];
  const letters = [];
  for (const one of chosen) {
    const kind = one.isPeer ? 'peer' : 'contact';
    const { token } = await store.feedTokens.issue(
      review.id,
      one.person,
      { by: by.name, why: `Made a link for ${one.name}, for their letter` },
      kind,
    );
    const letter = letterTo(telling, one, asked, linkTo(token));
    written.push({ one, letter });
    letters.push({
      person: one.person,
      ...(one.email !== undefined && {
        letter: {
          to: one.email,
          ...letter,
          attached: await attachedFor(feedOf, review.id, one),
          review: review.id,
          ...(by.account !== undefined && { by: by.account }),
          endsAt,
        },
      }),
    });
  }
  const why = `Wrote to ${counted(letters.length, 'person', 'people')} about release ${line.number}`;
  const told = await store.told.tell(review.id, line.number, letters, { by: by.name, why });
  const now = new Set(told.map((one) => one.person));
  return written
    .filter(({ one }) => now.has(one.person))
    .map(({ one, letter }) => ({
      name: one.name,
      email: one.email,
      ...(one.email === undefined && { letter }),
    }));
}

/** Notes that people were told in another way: by telephone, at a meeting. */
export async function toldOtherwise(
  store: Pick<Store, 'told'>,
  { release: { review, line } }: Telling,
  chosen: readonly ToTell[],
  by: string,
): Promise<readonly Told[]> {
  const why = `Told ${counted(chosen.length, 'person', 'people')} of release ${line.number} in another way`;
  return store.told.tell(
    review.id,
    line.number,
    chosen.map(({ person }) => ({ person })),
    { by, why },
  );
}
