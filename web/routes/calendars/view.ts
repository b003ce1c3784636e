import type { OpenReview } from '../../../src/actions/open-review.ts';
import { counted, peerRoleWords } from '../../../src/publish/words.ts';
import { contactOf, peerOf, roomOf, siteOf } from '../../../src/review/facts.ts';
import type { Review } from '../../../src/review/review.ts';
import type { FeedKind, FeedToken } from '../../../src/store/ports.ts';
import { instantMoment } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import { bySurname } from '../../by-surname.ts';
import { calendarLinks } from '../../calendar-links.ts';

/** A link that was made a moment ago: the only time that it is shown. */
export interface Made {
  readonly name: string;
  readonly token: string;
  /** `http://localhost:3000`. */
  readonly origin: string;
}

const lists = ['team', 'people', 'rooms'] as const;
type List = (typeof lists)[number];

const listNames: Readonly<Record<List, string>> = {
  team: 'The team',
  people: 'People seen',
  rooms: 'Rooms',
};

/** Somebody, or something, that can have a calendar. */
interface Owner {
  readonly kind: FeedKind;
  readonly person: string;
  readonly name: string;
  readonly what: string;
  readonly list: List;
}

function ownersIn(review: Review, list: List): readonly Owner[] {
  if (list === 'team')
    return [
      {
        kind: 'whole',
        person: 'whole',
        name: 'The whole programme',
        what: 'For the review manager and the organiser: every session and everything of the team’s',
        list,
      },
      ...review.peers.map(
        ({ id, name, role }): Owner => ({ kind: 'peer', person: id, name, what: peerRoleWords[role], list }),
      ),
    ];
  if (list === 'people')
    return [...review.contacts].sort(bySurname).map(
      ({ id, name, jobTitle, organisation }): Owner => ({
        kind: 'contact',
        person: id,
        name,
        what: [jobTitle, organisation].filter(Boolean).join(', '),
        list,
      }),
    );
  return review.rooms.map(
    ({ id, name, building, site }): Owner => ({
      kind: 'room',
      person: id,
      name,
      what: [building, siteOf(review, site)?.name].filter(Boolean).join(', '),
      list,
    }),
  );
}

/** Reads whose calendar a form is about (`peer health`); undefined for nobody of this review. */
export function readOwner(review: Review, text: string): Owner | undefined {
  const [kind = '', person = ''] = text.split(' ');
  const known = peerOf(review, person) ?? contactOf(review, person) ?? roomOf(review, person);
  if (!known && person !== 'whole') return undefined;
  return lists
    .flatMap((list) => ownersIn(review, list))
    .find((owner) => owner.kind === kind && owner.person === person);
}

/** `1 link, made 12 January 2026, 9.30am; last fetched 13 January 2026, 8.00am`. */
function linkWords({ week }: Review, links: readonly FeedToken[]): string {
  const last = links.at(-1);
  if (!last) return 'No link yet';
  const fetched = links
    .flatMap(({ fetchedAt }) => fetchedAt ?? [])
    .sort()
    .at(-1);
  const made = `${counted(links.length, 'link')}, ${links.length > 1 ? 'the last ' : ''}made ${instantMoment(week, last.issuedAt)}`;
  return `${made}; ${fetched ? `last fetched by a calendar ${instantMoment(week, fetched)}` : 'not fetched by a calendar yet'}`;
}

/** Who and what has a calendar, list by list; and the link that was just made. */
export function calendarsView(
  { review }: OpenReview,
  all: readonly FeedToken[],
  asked: string | undefined,
  made?: Made,
) {
  const list = lists.find((one) => one === asked) ?? 'team';
  const good = all.filter((link) => link.revokedAt === undefined);
  return {
    action: addresses.calendars(review.id),
    lists: lists.map((one) => ({
      text: listNames[one],
      href: addresses.calendars(review.id, one),
      current: one === list,
    })),
    title: listNames[list],
    made: made
      ? { name: made.name, ...calendarLinks(made.origin, made.token, `Peer review, ${made.name}`) }
      : null,
    owners: ownersIn(review, list).map(({ kind, person, name, what }) => {
      const own = good.filter((link) => link.kind === kind && link.person === person);
      return {
        whose: `${kind} ${person}`,
        name,
        what,
        links: linkWords(review, own),
        has: own.length > 0,
      };
    }),
  };
}
