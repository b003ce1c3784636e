import { dayOfFrame, frameDays } from '../../../src/entry/frame.ts';
import { counted } from '../../../src/publish/words.ts';
import type { EventEntry, FrameEntry, ReviewEntry, WindowEntry } from '../../../src/review/file.ts';
import { DAY, QUARTER } from '../../../src/time/span.ts';
import { clockSpan, dayName, weekday } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';

/** `09:30` in minutes of its day; `24:00` is 1440. */
export const minuteOf = (clock: string): number => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * 60 + minute;
};

/** Side by side where they overlap: more than this and the last share a place. */
const MOST_LANES = 3;

interface Item {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** Which of how many places side by side each thing of a day stands in. */
export function lanes(
  items: readonly Item[],
): ReadonlyMap<string, { readonly lane: number; readonly of: number }> {
  const found = new Map<string, { lane: number; of: number }>();
  let cluster: { readonly item: Item; readonly lane: number }[] = [];
  let end = -1;
  const close = () => {
    const of = Math.min(MOST_LANES, 1 + Math.max(0, ...cluster.map((c) => c.lane)));
    for (const { item, lane } of cluster) found.set(item.id, { lane: Math.min(lane, of - 1), of });
    cluster = [];
  };
  for (const item of [...items].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (item.from >= end) close();
    const taken = cluster.filter((c) => c.item.to > item.from).map((c) => c.lane);
    const lane = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].find((n) => !taken.includes(n)) ?? 0;
    cluster.push({ item, lane });
    end = Math.max(end, item.to);
  }
  close();
  return found;
}

/** What is said under a window: how many streams. */
export function streamsWords(
  { streams: usual = 2, moreStreams }: Pick<ReviewEntry, 'streams' | 'moreStreams'>,
  { streams = usual, limit }: WindowEntry,
): string {
  const atMost =
    limit ?? (moreStreams && moreStreams.when !== 'never' ? Math.max(streams, moreStreams.limit) : streams);
  return atMost > streams ? `${counted(streams, 'stream')}, at most ${atMost}` : counted(streams, 'stream');
}

const who = ({ peers = 'all' }: EventEntry): string =>
  peers === 'all' ? '' : `${counted(peers.length, 'peer')} only`;

/** The week drawn as a picture: each day a column, each thing as long as it lasts. */
export function pictureOf(
  about: ReviewEntry,
  frame: FrameEntry,
  shown: number,
  troubled: ReadonlySet<string>,
) {
  const week = { firstDay: about.firstDay, zone: about.timeZone ?? 'Europe/London' };
  const all = frame.days.flatMap((day) => [...(day.events ?? []), ...(day.windows ?? [])]);
  const hour = (minutes: number) => minutes / 60;
  const first = Math.floor(hour(Math.min(9 * 60, ...all.map((item) => minuteOf(item.start)))));
  const last = Math.ceil(hour(Math.max(17 * 60, ...all.map((item) => minuteOf(item.end)))));
  const quarter = (minutes: number) => (minutes - first * 60) / QUARTER + 1;
  return {
    hours: Array.from({ length: last - first }, (_, n) => ({
      at: n * 4 + 1,
      text: `${(first + n) % 12 || 12}${first + n < 12 || first + n === 24 ? 'am' : 'pm'}`,
    })),
    days: frameDays.map((day) => {
      const { events, windows } = dayOfFrame(frame, day);
      const items = [...events, ...windows].map((item) => ({
        id: item.id,
        from: minuteOf(item.start),
        to: minuteOf(item.end),
      }));
      const beside = lanes(items);
      const drawn = (item: EventEntry | WindowEntry, kind: string, title: string, more: string) => {
        const [from, to] = [minuteOf(item.start), minuteOf(item.end)];
        const { lane, of } = beside.get(item.id) ?? { lane: 0, of: 1 };
        return {
          from,
          kind,
          title,
          more,
          time: clockSpan({ from: day * DAY + from, to: day * DAY + to }),
          at: Math.floor(quarter(from)),
          long: Math.max(1, Math.round((to - from) / QUARTER)),
          lane: `${lane + 1}-${of}`,
          trouble: troubled.has(item.id),
          href: addresses.frame(about.id, day, item.id),
        };
      };
      return {
        name: dayName(week, day),
        short: weekday(week, day).slice(0, 3),
        rest: weekday(week, day).slice(3),
        href: addresses.frame(about.id, day, 'day'),
        current: day === shown,
        items: [
          ...events.map((e) => drawn(e, 'event', e.title, who(e))),
          ...windows.map((w) =>
            drawn(
              w,
              w.evening ? 'evening' : 'window',
              w.evening ? 'Evening sessions' : 'Sessions',
              streamsWords(about, w),
            ),
          ),
        ].sort((a, b) => a.from - b.from),
      };
    }),
  };
}
