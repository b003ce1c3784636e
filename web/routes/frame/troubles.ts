import type { Finding } from '../../../src/check/finding.ts';
import { dayOfFrame, frameDays } from '../../../src/entry/frame.ts';
import { clockWords } from '../../../src/intake/form/clock.ts';
import type { EventEntry, FrameEntry, WindowEntry } from '../../../src/review/file.ts';
import { dayOf } from '../../../src/time/span.ts';

/** Something that is wrong with the week as it stands: saved, and to be put right. */
export interface Trouble {
  /** Undefined: of the week as a whole. */
  readonly day: number | undefined;
  /** Ids of what it is about. */
  readonly about: readonly string[];
  readonly text: string;
}

const span = ({ start, end }: EventEntry | WindowEntry): string =>
  `${clockWords(start)} to ${clockWords(end)}`;
const meets = (a: EventEntry | WindowEntry, b: EventEntry | WindowEntry): boolean =>
  a.start < b.end && b.start < a.end;

/** Times for sessions that run into each other, or into what the whole team attends. */
function overlaps(frame: FrameEntry): readonly Trouble[] {
  return frameDays.flatMap((day) => {
    const { events, windows } = dayOfFrame(frame, day);
    const team = events.filter((e) => e.peers === undefined || e.peers === 'all');
    const into = windows.flatMap((window) =>
      team
        .filter((event) => meets(window, event))
        .map(
          (event): Trouble => ({
            day,
            about: [window.id, event.id],
            text: `The time for sessions, ${span(window)}, runs into “${event.title}”, ${span(event)}. Move one of the two, or say which peers attend.`,
          }),
        ),
    );
    const each = windows.flatMap((window, i) =>
      windows
        .slice(0, i)
        .filter((other) => meets(window, other))
        .map(
          (other): Trouble => ({
            day,
            about: [window.id, other.id],
            text: `Two times for sessions run into each other: ${span(other)} and ${span(window)}. Let one end before the other starts.`,
          }),
        ),
    );
    return [...into, ...each];
  });
}

/** What is wrong with the frame in the eyes of the page, then in those of the rule book. */
export const troublesOf = (frame: FrameEntry, findings: readonly Finding[]): readonly Trouble[] => [
  ...overlaps(frame),
  ...findings.map(
    ({ sentence, when }): Trouble => ({
      day: when && dayOf(when.from),
      about: [],
      text: sentence,
    }),
  ),
];
