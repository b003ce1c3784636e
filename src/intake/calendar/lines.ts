/**
 * The lines of a calendar that say when somebody is busy, and nothing else: neither titles nor places, people or notes
 * are even looked at.
 */
export interface CalendarLines {
  readonly zones: readonly Component[];
  readonly events: readonly Component[];
  readonly freeBusy: readonly Component[];
  /** Of the calendar itself, by name in capitals. */
  readonly about: ReadonlyMap<string, string>;
  /** How many components there were of any kind. */
  readonly components: number;
}

/** A component as its lines, BEGIN and END included. */
export type Component = readonly string[];

const kept = new Set([
  'BEGIN',
  'END',
  'UID',
  'DTSTART',
  'DTEND',
  'DURATION',
  'RRULE',
  'RDATE',
  'EXDATE',
  'RECURRENCE-ID',
  'STATUS',
  'TRANSP',
  'SEQUENCE',
  'FREEBUSY',
  'X-MICROSOFT-CDO-BUSYSTATUS',
  'X-MICROSOFT-CDO-INTENDEDSTATUS',
  'TZID',
  'TZOFFSETFROM',
  'TZOFFSETTO',
]);
/** Who the calendar is of, and for which days it was saved. */
const aboutIt = new Set([
  'METHOD',
  'X-OWNER',
  'X-WR-CALNAME',
  'X-CLIPSTART',
  'X-CLIPEND',
  'X-CALSTART',
  'X-CALEND',
]);

const nameOf = (line: string): string => /^[A-Za-z0-9-]+/.exec(line)?.[0].toUpperCase() ?? '';

/** Reads the lines apart (RFC 5545, 3.1: a line that begins with a blank goes on from the one before). */
export function calendarLines(text: string, owners: readonly string[] = []): CalendarLines {
  const found = { zones: [] as Component[], events: [] as Component[], freeBusy: [] as Component[] };
  const about = new Map<string, string>();
  const open: string[] = [];
  let current: string[] | undefined;
  let components = 0;
  for (const line of unfolded(text)) {
    const name = nameOf(line);
    const what = line
      .slice(line.indexOf(':') + 1)
      .trim()
      .toUpperCase();
    if (name === 'BEGIN') {
      open.push(what);
      components++;
      if (listOf(what) && open.length <= 2) current = [];
    }
    if (current && !within(open)) current.push(...keptOf(line, name, owners));
    else if (!current && aboutIt.has(name) && !about.has(name)) about.set(name, line);
    if (name === 'END') {
      open.pop();
      if (current && listOf(what) && open.length <= 1) {
        found[listOf(what)!].push(current);
        current = undefined;
      }
    }
  }
  return { ...found, about, components };
}

const lists = { VTIMEZONE: 'zones', VEVENT: 'events', VFREEBUSY: 'freeBusy' } as const;
const listOf = (what: string) => (what in lists ? lists[what as keyof typeof lists] : undefined);

/** Inside an alarm or anything else within an appointment, whose times are not the appointment's. */
const within = (open: readonly string[]): boolean => {
  const at = open.findIndex((what) => listOf(what));
  return at >= 0 && open.slice(at + 1).some((what) => what !== 'STANDARD' && what !== 'DAYLIGHT');
};

function keptOf(line: string, name: string, owners: readonly string[]): readonly string[] {
  if (name === 'ATTENDEE') return answerOf(line, owners);
  if (!kept.has(name)) return [];
  // Exchange's own names of zones have a colon in them and no quotation marks around them.
  const quoted = line.replace(/;TZID=(tzone:\/\/[^:;"]+)/i, ';TZID="$1"');
  const isBareDate = BARE_DATE.test(line) && !/;VALUE=/i.test(line);
  return [isBareDate ? quoted.replace(':', ';VALUE=DATE:') : quoted];
}

/** A date without a time that does not say that it is one. */
const BARE_DATE = /^(DTSTART|DTEND|RECURRENCE-ID|EXDATE|RDATE)(;[^:]*)?:\d{8}(,\d{8})*$/i;

/** What the owner of the calendar answered to an invitation; nobody else is kept. */
function answerOf(line: string, owners: readonly string[]): readonly string[] {
  const mail = /mailto:([^\s"]+)\s*$/i.exec(line)?.[1]?.toLowerCase();
  const answer = /;PARTSTAT="?([A-Z-]+)/i.exec(line)?.[1];
  return mail !== undefined && answer !== undefined && owners.includes(mail)
    ? [`X-PEERWEEK-ANSWER:${answer.toUpperCase()}`]
    : [];
}

function unfolded(text: string): readonly string[] {
  return text
    .replace(/^\ufeff/, '')
    .replaceAll('\0', '')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/\n[ \t]/g, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line.includes(':'));
}
