import { appendix11Frame } from '../../review/frame.ts';
import { overlaps, type Span } from '../../time/span.ts';
import { numbered } from '../partly.ts';
import { type Path, pathText } from '../problem.ts';
import type { Asked } from './asked.ts';

/** A window as far as it could be read. */
export interface OpenWindow extends Span {
  readonly evening: boolean;
}

interface Stretch extends OpenWindow {
  readonly path: Path;
  readonly id: string;
}

/**
 * The frame: real times that go forward, windows clear of each other and of what the whole team attends. Gives the
 * windows that could be read; undefined where some could not be.
 */
export function askFrame(asked: Asked): readonly OpenWindow[] | undefined {
  const about = asked.entry.review;
  if (!about?.frame)
    return asked.times && !asked.isLost(['review', 'frame']) ? appendix11Frame(1, 1).windows : undefined;
  const windows: Stretch[] = [];
  const forAll: Stretch[] = [];
  let unread = asked.isLost(['review', 'frame', 'days']) || asked.isLost(['review']);
  const seen = new Map<number, number>();
  for (const [entry, d] of numbered(about.frame.days)) {
    const at = ['review', 'frame', 'days', d];
    const { day } = entry;
    if (day !== undefined && seen.has(day))
      asked.problems.add(
        [...at, 'day'],
        `Day ${day} is given by days[${seen.get(day)}] already.`,
        'Put both in one.',
      );
    else if (day !== undefined) seen.set(day, d);

    const stretch = (
      path: Path,
      item: { id?: string | undefined; start?: string | undefined; end?: string | undefined },
    ) => {
      const from = asked.minute([...path, 'start'], asked.spans.onDay(day, item.start));
      const to = asked.minute([...path, 'end'], asked.spans.onDay(day, item.end));
      if (!asked.forward([...path, 'end'], from, to)) return undefined;
      return { path, id: item.id ?? pathText(path), from: from!, to: to!, evening: false };
    };
    for (const [event, i] of numbered(entry.events)) {
      const path = [...at, 'events', i];
      const span = stretch(path, event);
      if (span && (event.peers === undefined || event.peers === 'all')) forAll.push(span);
      if (Array.isArray(event.peers)) asked.refersAll([...path, 'peers'], event.peers, 'peers');
      asked.refersAll([...path, 'contacts'], event.contacts, 'contacts');
      asked.refers([...path, 'place', 'room'], event.place?.room, 'rooms');
      asked.refers([...path, 'place', 'site'], event.place?.site, 'sites');
      if (event.place?.room !== undefined && event.place.site !== undefined)
        asked.problems.add(
          [...path, 'place'],
          'gives a room and a site.',
          'Give one; a room says its site itself.',
        );
    }
    for (const [window, i] of numbered(entry.windows)) {
      const path = [...at, 'windows', i];
      const streams = window.streams ?? about.streams ?? 2;
      if (window.limit !== undefined && window.limit < streams)
        asked.problems.add(
          [...path, 'limit'],
          `is ${window.limit}, fewer than the window’s usual ${streams} streams.`,
          `Give ${streams} or more.`,
        );
      const span = stretch(path, window);
      if (span) windows.push({ ...span, evening: window.evening ?? false });
      else unread = true;
    }
    unread ||= asked.isLost([...at, 'windows']) || (entry.windows ?? []).includes(undefined);
  }
  askApart(asked, windows, forAll);
  return unread ? undefined : windows;
}

function askApart(asked: Asked, windows: readonly Stretch[], forAll: readonly Stretch[]): void {
  windows.forEach((window, i) => {
    for (const other of windows.slice(0, i))
      if (overlaps(window, other))
        asked.problems.add(
          window.path,
          `overlaps the window ${other.id}.`,
          'Let one end before the other starts.',
        );
    for (const event of forAll)
      if (overlaps(window, event))
        asked.problems.add(
          window.path,
          `overlaps ${event.id}, which the whole team attends.`,
          'Change one of the two, or name the peers who attend.',
        );
  });
}
