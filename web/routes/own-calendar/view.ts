import { counted } from '../../../src/publish/words.ts';
import type { FeedToken, ReviewLine } from '../../../src/store/ports.ts';
import { instantMoment } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import { calendarLinks } from '../../calendar-links.ts';

/** A link that was made a moment ago: the only time that it is shown. `origin`: `http://localhost:3000`. */
export interface Made {
  readonly token: string;
  readonly origin: string;
}

/** The link to their own week, for one of the team; `own` is undefined for whoever is none of it. */
export function ownCalendarView(
  { id, council, firstDay }: Pick<ReviewLine, 'id' | 'council' | 'firstDay'>,
  own: { readonly id: string; readonly name: string } | undefined,
  links: readonly FeedToken[],
  email: string,
  made?: Made,
) {
  const week = { firstDay, zone: 'Europe/London' };
  const open = links.filter((l) => l.kind === 'peer' && l.person === own?.id && l.revokedAt === undefined);
  const last = open.at(-1);
  const fetched = open
    .flatMap(({ fetchedAt }) => fetchedAt ?? [])
    .sort()
    .at(-1);
  return {
    title: 'Your own calendar and page',
    back: addresses.review(id),
    action: addresses.ownCalendar(id),
    isPeer: own !== undefined,
    name: own?.name ?? '',
    email,
    made: made
      ? {
          ...calendarLinks(made.origin, made.token, `Peer review, ${council}`),
          file: addresses.feed(made.token),
        }
      : null,
    has: open.length > 0,
    links: last
      ? `${counted(open.length, 'link')}, ${open.length > 1 ? 'the last ' : ''}made ${instantMoment(week, last.issuedAt)}; ${
          fetched
            ? `last fetched by a calendar ${instantMoment(week, fetched)}`
            : 'not fetched by a calendar yet'
        }.`
      : '',
  };
}
