import type { SessionEntry } from '../../review/file.ts';
import { DAY, dayOf, type Minute } from '../../time/span.ts';
import { numbered, type Partly } from '../partly.ts';
import { orList, type Path } from '../problem.ts';
import { clockText } from '../times.ts';
import type { Asked } from './asked.ts';
import type { OpenWindow } from './frame.ts';
import { minutesOf } from './minutes.ts';

const LAST_DAY = 5;

/** A fixed start must be one that the session can have: within a window, on one of its days. */
export function askFixed(asked: Asked, windows: readonly OpenWindow[] | undefined): void {
  for (const [session, i] of numbered(asked.entry.sessions)) {
    if (session.fixed === undefined) continue;
    const path = ['sessions', i, 'fixed'];
    const start = asked.minute(path, asked.times?.local(session.fixed));
    if (start === undefined) continue;
    askDay(asked, path, session, dayOf(start));
    const minutes = minutesOf(asked, i, session);
    if (windows && minutes !== undefined) askWindow(asked, path, session, windows, start, minutes);
  }
}

function askDay(asked: Asked, path: Path, session: Partly<SessionEntry>, day: number): void {
  const { earliestDay, latestDay } = session;
  if (earliestDay !== undefined && day < earliestDay)
    asked.problems.add(
      path,
      `is on day ${day}, before the earliest, day ${earliestDay}.`,
      'Change one of the two.',
    );
  if (latestDay !== undefined && day > latestDay)
    asked.problems.add(
      path,
      `is on day ${day}, after the latest, day ${latestDay}.`,
      'Change one of the two.',
    );
}

function askWindow(
  asked: Asked,
  path: Path,
  session: Partly<SessionEntry>,
  windows: readonly OpenWindow[],
  start: Minute,
  minutes: Minute,
): void {
  const clock = (minute: Minute, day: number) => clockText(minute - day * DAY);
  const day = dayOf(start);
  if (day < 0 || day > LAST_DAY) {
    asked.problems.add(
      path,
      `${session.fixed} is outside the on-site week.`,
      `Day 1 is ${asked.entry.review?.firstDay}: give a time from then on, or mend review.firstDay.`,
    );
    return;
  }
  const window = windows.find((w) => w.from <= start && start < w.to);
  if (!window) {
    const that = windows.filter((w) => dayOf(w.from) === day).sort((a, b) => a.from - b.from);
    const spans = that.map((w) => `${clock(w.from, day)} to ${clock(w.to, day)}`);
    asked.problems.add(
      path,
      `${session.fixed} is outside every window.`,
      spans.length === 0
        ? 'That day has no window: give a day that has one, or add one to the frame.'
        : `Give a time within ${orList(spans)}, or change the frame.`,
    );
  } else if (start + minutes > window.to) {
    asked.problems.add(
      path,
      `leaves ${window.to - start} minutes to the end of its window, and the session takes ${minutes}.`,
      minutes <= window.to - window.from
        ? `Give ${clock(window.to - minutes, day)} or earlier, or a longer window.`
        : 'Give a longer window.',
    );
  } else if (window.evening && !session.evening && !asked.isLost([...path.slice(0, -1), 'evening'])) {
    asked.problems.add(
      path,
      'is in an evening window, and the session is not for the evening.',
      'Add "evening": true, or give a time in another window.',
    );
  }
}
