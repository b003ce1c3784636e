import ICAL from 'ical.js';
import { DAY, QUARTER, type Span, union } from '../../time/span.ts';
import { dateOf, minuteAt, type Week } from '../../time/week.ts';
import type { Reading } from '../problem.ts';
import { decode } from '../spreadsheet/text.ts';
import { read, trouble } from '../trouble.ts';
import { oneMarkEach } from '../typed-diary/index.ts';
import { MOST_CALENDAR_BYTES, MOST_EVENTS, MOST_STEPS, MOST_STEPS_IN_ALL } from './limits.ts';
import { type CalendarLines, type Component, calendarLines } from './lines.ts';
import { freeBusyOf, type Marked, markOf } from './marks.ts';
import { zoneRules } from './zones.ts';

/** What a calendar says about the week, in quarter hours and nothing else. */
export interface CalendarRead {
  readonly busy: readonly Span[];
  readonly ifNeeded: readonly Span[];
  /** The address of whose calendar it is, where it says so. */
  readonly owner?: string;
  /** Appointments in the file; those of them in the week; those in the week that leave the person free. */
  readonly events: number;
  readonly inWeek: number;
  readonly free: number;
  /** What to know about it, in sentences. */
  readonly remarks: readonly string[];
}

const theWeek: Span = { from: 0, to: 6 * DAY };

/**
 * Reads a calendar (RFC 5545, .ics) as Outlook, Exchange, Google and Apple write them, a free/busy answer too: when its
 * owner is busy in the week, rounded outward to the quarter hour; tentative times as "if needed"; nothing for what is
 * free, cancelled or declined. `owner`: the address of the person, whose own answers to invitations count. Never throws
 * for what is in a file.
 */
export function readCalendar(bytes: Uint8Array, week: Week, owner?: string): Reading<CalendarRead> {
  if (bytes.length > MOST_CALENDAR_BYTES)
    return trouble(
      'The calendar is larger than 10 MB.',
      'Save only the dates around the week of the review.',
    );
  const text = decode(bytes);
  if (!text.ok || !/BEGIN:(VCALENDAR|VEVENT|VFREEBUSY)/i.test(text.value)) return notACalendar(bytes);
  const first = calendarLines(text.value);
  const owners = [owner?.toLowerCase(), ownerOf(first)].filter((one) => one !== undefined);
  const lines = owners.length === 0 ? first : calendarLines(text.value, owners);
  if (lines.events.length > MOST_EVENTS)
    return trouble(
      `The calendar has ${lines.events.length} appointments, and ${MOST_EVENTS} are read at most.`,
      'Save only the dates around the week of the review.',
    );
  return readLines(lines, week, owners[0]);
}

function notACalendar(bytes: Uint8Array): Reading<never> {
  const isOutlookItem = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  return trouble(
    isOutlookItem ? 'This is an Outlook message (.msg), not a calendar.' : 'This is not a calendar.',
    'In Outlook choose File, Save Calendar (or share the calendar by e-mail), and bring in the file that ends in .ics.',
  );
}

/** The address in X-OWNER (Outlook), or the name of a Google calendar where that is an address. */
function ownerOf({ about }: CalendarLines): string | undefined {
  const mailto = /mailto:([^\s"]+@[^\s"]+)\s*$/i.exec(about.get('X-OWNER') ?? '')?.[1];
  const name = /:\s*([^\s@:]+@[^\s@:]+)\s*$/.exec(about.get('X-WR-CALNAME') ?? '')?.[1];
  return (mailto ?? name)?.toLowerCase();
}

/** A calendar of nothing but its zones: where appointments look up what their times mean. */
function rootOf({ zones, events, freeBusy }: CalendarLines): Reading<ICAL.Component> {
  const root = new ICAL.Component('vcalendar');
  const known = new Set<string>();
  const add = (name: string, lines: Component): void => {
    const zone = parsed(lines);
    if (!zone || known.has(name)) return;
    known.add(name);
    root.addSubcomponent(zone);
  };
  for (const zone of zones)
    add(zone.find((line) => /^TZID[:;]/i.test(line))?.replace(/^[^:]*:/, '') ?? '', zone);
  const used = new Set([...events, ...freeBusy].flat().flatMap((line) => tzidOf(line) ?? []));
  for (const name of used) {
    if (known.has(name)) continue;
    const rules = zoneRules(name);
    if (!rules)
      return trouble(
        `It has times in a time zone “${name.slice(0, 60)}” that is not known.`,
        'Save it again from the calendar program, with the time zone set to London.',
      );
    add(name, rules);
  }
  return read(root);
}

const tzidOf = (line: string): string | undefined =>
  /^[A-Z-]+[^:"]*;TZID=("([^"]*)"|[^;:]*)/i
    .exec(line)
    ?.slice(1)
    .reverse()
    .find((one) => one !== undefined);

function parsed(lines: Component): ICAL.Component | undefined {
  try {
    return new ICAL.Component(ICAL.parse(lines.join('\r\n')));
  } catch {
    return undefined;
  }
}

function readLines(lines: CalendarLines, week: Week, owner: string | undefined): Reading<CalendarRead> {
  const root = rootOf(lines);
  if (!root.ok) return root;
  const clock = new WeekClock(week);
  const marked: Marked[] = [];
  let broken = 0;
  const events: ICAL.Component[] = [];
  for (const event of lines.events) {
    const component = parsed(event);
    if (component?.hasProperty('dtstart')) events.push(component);
    else broken++;
  }
  for (const component of events) root.value.addSubcomponent(component);
  const isCancelled = /:\s*CANCEL\s*$/i.test(lines.about.get('METHOD') ?? '');
  const steps = { left: MOST_STEPS_IN_ALL, cut: 0 };
  for (const series of isCancelled ? [] : seriesOf(events)) {
    try {
      marked.push(...occurrences(series, clock, steps));
    } catch {
      broken++;
    }
  }
  for (const one of lines.freeBusy) {
    const component = parsed(one);
    if (component) root.value.addSubcomponent(component);
    marked.push(...(component ? freeBusyOf(component, (time) => clock.minute(time)) : []));
    if (!component) broken++;
  }
  return read(summary(marked, lines, { broken, cut: steps.cut, owner, week }));
}

function summary(
  marked: readonly Marked[],
  lines: CalendarLines,
  about: {
    readonly broken: number;
    readonly cut: number;
    readonly owner: string | undefined;
    readonly week: Week;
  },
): CalendarRead {
  const inWeek = marked.filter(
    ({ span }) => span.from < theWeek.to && span.to > theWeek.from && span.from < span.to,
  );
  const of = (mark: Marked['mark']): readonly Span[] =>
    union(inWeek.filter((m) => m.mark === mark).map(({ span }) => outward(span)));
  const { busy, ifNeeded } = oneMarkEach({ busy: of('busy'), ifNeeded: of('ifNeeded'), preferred: [] });
  const events = lines.events.length + lines.freeBusy.length;
  const remarks: string[] = [];
  if (about.broken > 0)
    remarks.push(
      `${about.broken === 1 ? 'One appointment' : `${about.broken} appointments`} could not be read and ${about.broken === 1 ? 'is' : 'are'} left out`,
    );
  if (about.cut > 0) remarks.push('An appointment that repeats without end, many times a day, is left out');
  if (events === 0) remarks.push('There are no appointments in it at all');
  else if (inWeek.length === 0)
    remarks.push('Nothing in it falls in the week of the review: look whether those dates were saved');
  remarks.push(...notCovered(lines, about.week));
  return {
    busy,
    ifNeeded,
    ...(about.owner !== undefined && { owner: about.owner }),
    events,
    inWeek: inWeek.length,
    free: inWeek.filter((m) => m.mark === 'free').length,
    remarks,
  };
}

/** Outlook says for which dates a calendar was saved: some that end before the week say nothing about it. */
function notCovered({ about }: CalendarLines, week: Week): readonly string[] {
  const date = (name: string): string | undefined =>
    /:\s*(\d{4})(\d{2})(\d{2})/
      .exec(about.get(name) ?? '')
      ?.slice(1)
      .join('-');
  const [from, to] = [date('X-CLIPSTART') ?? date('X-CALSTART'), date('X-CLIPEND') ?? date('X-CALEND')];
  const starts = from !== undefined && from > dateOf(week, 1);
  const ends = date('X-CLIPEND') !== undefined && to !== undefined && to <= dateOf(week, 5);
  return (starts && about.has('X-CLIPSTART')) || ends
    ? [
        'It was saved for some dates only, and not all of the week is among them: save it again with the whole week',
      ]
    : [];
}

const outward = ({ from, to }: Span): Span => ({
  from: Math.max(theWeek.from, Math.floor(from / QUARTER) * QUARTER),
  to: Math.min(theWeek.to, Math.ceil(to / QUARTER) * QUARTER),
});

/** Times of a calendar in minutes of the week. */
class WeekClock {
  readonly #week: Week;
  /** Midnight at the start of day 0, by the wall clock. Milliseconds. */
  readonly #dayZero: number;

  constructor(week: Week) {
    this.#week = week;
    this.#dayZero = Date.parse(dateOf(week, 0));
  }

  /** A date is its midnight, and a time without a zone is the review's own; all else is a moment. */
  minute(time: ICAL.Time): number {
    return time.isDate || time.zone === ICAL.Timezone.localTimezone
      ? this.#wall(time)
      : minuteAt(this.#week, time.toUnixTime() * 1000);
  }

  /** Before the week, after it or about it, whatever its zone (no two clocks are two days apart): quickly told. */
  side(time: ICAL.Time): 'before' | 'about' | 'after' {
    const minute = this.#wall(time);
    return minute < theWeek.from - 2 * DAY ? 'before' : minute > theWeek.to + 2 * DAY ? 'after' : 'about';
  }

  #wall({ isDate, year, month, day, hour, minute, second }: ICAL.Time): number {
    const time = isDate ? 0 : hour * 60 + minute + second / 60;
    return (Date.UTC(year, month - 1, day) - this.#dayZero) / 60_000 + time;
  }
}

/** An appointment that may repeat, and what was changed of single occurrences. */
interface Series {
  readonly master: ICAL.Component | undefined;
  readonly changed: readonly ICAL.Component[];
}

/** Appointments by their UID; of one that is there twice the newer edition. */
function seriesOf(events: readonly ICAL.Component[]): readonly Series[] {
  const byUid = new Map<string, { master: ICAL.Component | undefined; changed: ICAL.Component[] }>();
  events.forEach((event, i) => {
    const uid = String(event.getFirstPropertyValue('uid') ?? `without ${i}`);
    const series = byUid.get(uid) ?? { master: undefined, changed: [] };
    byUid.set(uid, series);
    if (event.hasProperty('recurrence-id')) series.changed.push(event);
    else if (!series.master || edition(event) >= edition(series.master)) series.master = event;
  });
  return [...byUid.values()];
}

const edition = (event: ICAL.Component): number => Number(event.getFirstPropertyValue('sequence') ?? 0) || 0;

const keyOf = (time: ICAL.Time): string => (time.isDate ? time.toString() : String(time.toUnixTime()));

/** Every occurrence that may touch the week, with what it makes of its time. */
function occurrences(
  { master, changed }: Series,
  clock: WeekClock,
  steps: { left: number; cut: number },
): readonly Marked[] {
  const found: Marked[] = [];
  const spanOf = (start: ICAL.Time, end: ICAL.Time): Span => ({
    from: clock.minute(start),
    to: clock.minute(end),
  });
  const ranges: ICAL.Component[] = [];
  const moved = new Set<string>();
  for (const one of changed) {
    const event = new ICAL.Event(one);
    if (event.modifiesFuture()) ranges.push(one);
    else {
      moved.add(keyOf(event.recurrenceId));
      found.push({ mark: markOf(one), span: spanOf(event.startDate, event.endDate) });
    }
  }
  if (!master) return found;
  const event = new ICAL.Event(master, { exceptions: ranges });
  if (!event.isRecurring())
    return [...found, { mark: markOf(master), span: spanOf(event.startDate, event.endDate) }];
  // No calendar program writes these two; what does is after endless work.
  const types = event.getRecurrenceTypes() as Readonly<Record<string, boolean>>;
  if (types.SECONDLY || types.MINUTELY) {
    steps.cut++;
    return found;
  }
  const iterator = event.iterator();
  for (let n = 0; ; n++) {
    if (n >= MOST_STEPS || steps.left <= 0) {
      steps.cut++;
      break;
    }
    steps.left--;
    const next = iterator.next();
    // What a change moves from after the week into it stands among those changed.
    if (!next || (clock.side(next) === 'after' && ranges.length === 0) || next.year > LAST_YEAR) break;
    const end = next.clone();
    end.addDuration(event.duration);
    if (ranges.length === 0 && clock.side(end) === 'before') continue;
    if (moved.has(keyOf(next))) continue;
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    found.push({ mark: markOf(item.component), span: spanOf(startDate, endDate) });
  }
  return found;
}

/** As far as dates of reviews go. */
const LAST_YEAR = 2200;
