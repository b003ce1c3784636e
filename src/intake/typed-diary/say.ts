import type { Diary } from '../../review/diary.ts';
import { contains, DAY, dayOf, free, type Span, union } from '../../time/span.ts';
import type { Week } from '../../time/week.ts';
import { clock, weekday } from '../../time/words.ts';

const theWeek: Span = { from: DAY, to: 6 * DAY };

/**
 * A diary in sentences that a person can check, and that read as the same diary again. Nobody is asked about the
 * evening before the week, so it is spoken of only where the diary does.
 */
export function sayDiary(week: Week, diary: Diary): readonly string[] {
  const { busy, ifNeeded, preferred } = oneMarkEach(diary);
  if (busy.length + ifNeeded.length + preferred.length === 0) return ['Any time is fine.'];
  const left = free(theWeek, busy);
  const inWeek = busy.every((s) => contains(theWeek, s));
  const fewer = inWeek && left.length > 0 && perDay(left).length < perDay(busy).length;
  const sentences: string[] = [];
  if (fewer) sentences.push(`Only: ${list(week, left)}.`);
  else if (busy.length > 0) sentences.push(`Can’t: ${list(week, busy)}.`);
  if (ifNeeded.length > 0) sentences.push(`If needed: ${list(week, ifNeeded)}.`);
  if (preferred.length > 0) sentences.push(`Prefers: ${list(week, preferred)}.`);
  return sentences;
}

/** Where marks of a diary lie on each other: what can't be counts most, then what is only if needed. */
export function oneMarkEach(diary: Diary): Diary {
  const busy = union(diary.busy);
  const ifNeeded = union(diary.ifNeeded).flatMap((s) => free(s, busy));
  return {
    busy,
    ifNeeded,
    preferred: union(diary.preferred).flatMap((s) => free(s, [...busy, ...ifNeeded])),
  };
}

interface OnDay {
  readonly day: number;
  readonly from: number;
  readonly to: number;
}

/** Cut at midnights; `from` and `to` are minutes of the day. */
const perDay = (spans: readonly Span[]): readonly OnDay[] =>
  spans.flatMap((span) => {
    const days: OnDay[] = [];
    for (let day = dayOf(span.from); day * DAY < span.to; day++)
      days.push({
        day,
        from: Math.max(span.from - day * DAY, 0),
        to: Math.min(span.to - day * DAY, DAY),
      });
    return days;
  });

/** `Monday and Tuesday all day; Wednesday 9.00am to 10.00am and 2.00pm to 4.00pm`. */
function list(week: Week, spans: readonly Span[]): string {
  const days = new Map<number, string[]>();
  for (const { day, from, to } of perDay(spans)) days.set(day, [...(days.get(day) ?? []), times(from, to)]);
  const byTimes = new Map<string, number[]>();
  for (const [day, said] of days) {
    const key = said.join(' and ');
    byTimes.set(key, [...(byTimes.get(key) ?? []), day]);
  }
  return [...byTimes].map(([said, on]) => `${dayList(week, on)} ${said}`).join('; ');
}

function times(from: number, to: number): string {
  if (from === 0) return to === DAY ? 'all day' : `until ${clock(to)}`;
  return to === DAY ? `from ${clock(from)}` : `${clock(from)} to ${clock(to)}`;
}

/** `Monday`, `Monday and Tuesday`, `Monday to Wednesday`, `Monday, Wednesday and Friday`. */
function dayList(week: Week, days: readonly number[]): string {
  const names = days.map((d) => weekday(week, d));
  if (names.length < 2) return names.join('');
  const inARow = days.every((d, i) => i === 0 || d === days[i - 1]! + 1);
  if (inARow && names.length > 2) return `${names[0]} to ${names.at(-1)}`;
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
