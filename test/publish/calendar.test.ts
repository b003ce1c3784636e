import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { Held } from '../../src/programme/placement.ts';
import { heldIn } from '../../src/programme/programme.ts';
import { promptsFor } from '../../src/publish/calendar/prompts.ts';
import { type Audience, calendarFor, etagOf } from '../../src/publish/calendar.ts';
import { needs } from '../support/needs.ts';
import { sampleProgramme, sampleReview } from '../support/sample-week.ts';

const review = sampleReview();
const programme = sampleProgramme();
const feed = (audience: Audience, of = review, cancelled: readonly Held[] = []): string =>
  calendarFor(of, programme, audience, cancelled)!;

/** Anything that RFC 5545 3.1 keeps out of a text. */
const hasControl = (text: string): boolean =>
  [...text].some((c) => (c < ' ' && !'\r\n\t'.includes(c)) || (c >= '\u007f' && c <= '\u009f'));

/** What another program reads in a calendar. Times as UTC. */
interface Read {
  readonly uid: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly location: string;
  readonly description: string;
}

function read(text: string): readonly Read[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone'))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      title: event.summary,
      from: event.startDate.toJSDate().toISOString(),
      to: event.endDate.toJSDate().toISOString(),
      location: event.location ?? '',
      description: event.description ?? '',
    };
  });
}

const titled = (events: readonly Read[], title: string): Read => events.find((e) => e.title === title)!;

describe('a calendar, read back by ical.js', () => {
  it('of the whole programme has every session and every team event', () => {
    expect(read(feed({ whole: true }))).toHaveLength(
      programme.placements.length + review.frame.events.length,
    );
  });

  it('of a peer says where to be, with whom, whom they see, and how the hour goes (interview-length, manual 1456)', () => {
    const events = read(feed({ peer: 'health' }));
    expect(titled(events, 'Head of midwifery (Tessa Quinn)')).toEqual({
      uid: 'sample.midwifery@peerweek',
      title: 'Head of midwifery (Tessa Quinn)',
      from: '2026-03-25T15:30:00.000Z',
      to: '2026-03-25T16:30:00.000Z',
      location: 'Committee Room B, Civic Centre, High Street, Sampleton SM1 1AA',
      description: [
        'Interview:',
        'Tessa Quinn, Head of midwifery, Sampleshire Council',
        'With Harriet Lindqvist.',
        '45 minutes of interview, 15 for notes and crossover.',
        'Themes: Vision, strategy and leadership.',
        'To ask about:',
        ...promptsFor(review, review.sessions.find((s) => s.id === 'midwifery')!).map((p) => `- ${p}`),
      ].join('\n'),
    });
  });

  it('of a peer has the journey of a visit before and after it, and its parking (manual 1460, 1464)', () => {
    const events = read(feed({ peer: 'health' }));
    const there = titled(events, 'Travel to General Hospital');
    const visit = titled(events, 'Accident and emergency');
    const back = titled(events, 'Travel from General Hospital');
    expect([there.from, visit.from, visit.to, back.to].map((t) => t.slice(11, 16))).toEqual([
      '10:15',
      '10:40',
      '12:05',
      '12:30',
    ]);
    expect([there.to, back.from]).toEqual([visit.from, visit.to]);
    expect(visit.description).toContain('Leave at 10.15am, back by 12.30pm.');
    expect(visit.description).toContain('25 minutes from Civic Centre.');
    expect(visit.description).toContain('Park in car park C; ask at the desk for a day ticket.');
  });

  it('of a peer has the team’s events, and no session that somebody else takes', () => {
    const events = read(feed({ peer: 'health' }));
    const own = programme.placements.filter((p) => p.peers.includes('health'));
    expect(events).toHaveLength(own.length + review.frame.events.length + 2);
    expect(events.map((e) => e.title)).toContain('First team meeting');
    expect(events.map((e) => e.title)).not.toContain('Council leader (Cllr Anthony Marsh)');
  });

  it('of a contact holds their own slots and who comes, and nothing of anybody else’s', () => {
    const text = feed({ contact: 'joan-petrie' });
    expect(read(text).map((e) => [e.title, e.from])).toEqual([
      ['Interview with the peer review team', '2026-03-25T17:00:00.000Z'],
      ['Interview with the peer review team', '2026-03-26T09:00:00.000Z'],
    ]);
    expect(read(text)[1]!.description).toBe(
      'You will meet Harriet Lindqvist (operational manager peer) and Joanne Whitby (review analyst).\n45 minutes of interview, 15 for notes and crossover.',
    );
    const unfolded = text.replaceAll('\r\n ', '');
    const others = review.contacts.filter((c) => c.id !== 'joan-petrie');
    expect(others.filter((c) => unfolded.includes(c.name) || unfolded.includes(c.jobTitle))).toEqual([]);
    expect(unfolded).not.toContain('Themes');
    expect(unfolded).not.toContain('To ask about');
  });

  it('of a room holds what is held there', () => {
    expect(read(feed({ room: 'hall' })).map((e) => e.title)).toEqual([
      'Council overview and first thoughts presentations',
      'Commissioned services and voluntary sector (Paul Sweeney)',
      'Council and partners’ focus group (Hugh Dacre)',
      'Parents’ evening group (Bea Holloway)',
      'Safeguarding board members',
    ]);
  });

  it('of a room says who comes and what they need, and nothing of what is talked about', () => {
    const text = feed({ room: 'hall' });
    const group = read(text).find((e) => e.title.startsWith('Council and partners'))!;
    expect(group.description.split('\n').map((line) => line.replace(/:.*/, ':'))).toEqual([
      'Host:',
      'From the peer review team:',
      '14 people in the room.',
    ]);
    expect(text.replaceAll('\r\n ', '')).not.toMatch(/Themes|To ask about|You lead|Call /);
  });

  it('is there for nobody that the review does not know', () => {
    expect(
      [{ peer: 'x' }, { contact: 'health' }, { room: 'x' }].map((a) => calendarFor(review, programme, a)),
    ).toEqual([undefined, undefined, undefined]);
  });
});

describe('cancelled sessions (stack.md)', () => {
  const gone = heldIn(review, programme).find((h) => h.session.id === 'director')!;
  const without = sampleProgramme({
    placements: programme.placements.filter((p) => p.session !== 'director'),
  });

  it('stay, marked, free, one SEQUENCE on', () => {
    const text = calendarFor(review, without, { contact: 'priya-shah' }, [gone])!;
    const block = text.split('BEGIN:VEVENT').find((b) => b.includes('UID:sample.director@peerweek'))!;
    expect(block.split('\r\n').filter((l) => /^(SEQUENCE|SUMMARY|TRANSP|STATUS):/.test(l))).toEqual([
      'SEQUENCE:4',
      'SUMMARY:CANCELLED: Interview with the peer review team',
      'TRANSP:TRANSPARENT',
      'STATUS:CANCELLED',
    ]);
  });

  it('concern only those who had them, and none that is held again', () => {
    expect(calendarFor(review, without, { contact: 'ruth-okafor' }, [gone])).not.toContain('CANCELLED');
    expect(calendarFor(review, programme, { whole: true }, [gone])).not.toContain('CANCELLED');
  });
});

describe('the text of a calendar', () => {
  const text = feed({ peer: 'health' });
  const lines = text.split('\r\n');

  it('has its zone once, before the first event, and Z on every stamp', () => {
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
    expect(text.indexOf('END:VTIMEZONE')).toBeLessThan(text.indexOf('BEGIN:VEVENT'));
    expect(
      new Set(lines.filter((l) => l.startsWith('DTSTAMP') || l.startsWith('LAST-MODIFIED:2026011'))),
    ).toEqual(new Set(['DTSTAMP:20260112T093000Z', 'LAST-MODIFIED:20260112T093000Z']));
    expect(
      lines.filter((l) => l.startsWith('DTSTART') && !/^DTSTART(;TZID=Europe\/London)?:\d{8}T\d{6}$/.test(l)),
    ).toEqual([]);
  });

  it('ends its last line, folds at 75 octets, asks to be looked at again, and names no guests or colours', () => {
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(lines.filter((l) => Buffer.byteLength(l) > 75)).toEqual([]);
    expect(lines.filter((l) => /^(REFRESH-INTERVAL|X-PUBLISHED-TTL)/.test(l))).toEqual([
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'X-PUBLISHED-TTL:PT1H',
    ]);
    expect(text).not.toMatch(/ATTENDEE|ORGANIZER|COLOR|X-WR-TIMEZONE/);
  });

  it('is the same at every asking, and its ETag with it; an edit changes both', () => {
    expect(feed({ peer: 'health' })).toBe(text);
    expect(etagOf(text)).toMatch(/^"[\w-]{43}"$/);
    expect(etagOf(feed({ peer: 'health' }, sampleReview({ revision: 4 })))).not.toBe(etagOf(text));
  });

  it('1. one VCALENDAR, 2. as many events as there are, 3. no property of a person’s making, whatever they write', () => {
    const nasty = fc.string({
      unit: fc.constantFrom(
        '\r\n',
        '\n',
        '\u0000',
        '\u0085',
        '\u2028',
        ';',
        ',',
        '\\',
        ':',
        'é',
        'X-EVIL:1',
        'BEGIN:VEVENT',
        'END:VCALENDAR',
        '😀',
        ' ',
      ),
      maxLength: 12,
    });
    fc.assert(
      fc.property(nasty, nasty, nasty, (council, title, name) => {
        const changed = sampleReview({
          council,
          sessions: review.sessions.map((s) => ({ ...s, title })),
          peers: review.peers.map((p) => (p.id === 'health' ? { ...p, name } : p)),
        });
        const out = feed({ peer: 'health' }, changed);
        const plain = out.replaceAll('\r\n ', '').split('\r\n');
        return (
          read(out).length === read(text).length &&
          plain.filter((l) => l === 'BEGIN:VCALENDAR').length === 1 &&
          plain.every(
            (l) =>
              l === '' ||
              /^(BEGIN|END|VERSION|PRODID|METHOD|NAME|X-WR-CALNAME|X-WR-CALDESC|REFRESH-INTERVAL|X-PUBLISHED-TTL|TZID|X-LIC-LOCATION|LAST-MODIFIED|TZNAME|TZOFFSETFROM|TZOFFSETTO|DTSTART|DTEND|RRULE|UID|SEQUENCE|DTSTAMP|SUMMARY|TRANSP|LOCATION|DESCRIPTION|STATUS)[:;]/.test(
                l,
              ),
          ) &&
          !hasControl(out)
        );
      }),
      { numRuns: 150 },
    );
  });

  it('makes a UID of our ids that no id can break', () => {
    const odd = sampleReview({ id: 'a.b\r\nX-EVIL:1' });
    expect(feed({ whole: true }, odd)).toContain('UID:a%2Eb%0D%0AX-EVIL%3A1.event.arrival@peerweek\r\n');
  });
});

/** Weeks of the spring and autumn clock changes, the evening before on the very Sunday; and one far from both. */
const weeks = [
  ['2028-03-27', 'first-meeting', '2028-03-26T17:00:00Z', 'director', '2028-03-27T13:00:00Z'],
  ['2028-10-30', 'first-meeting', '2028-10-29T18:00:00Z', 'director', '2028-10-30T14:00:00Z'],
  ['2026-06-15', 'first-meeting', '2026-06-14T17:00:00Z', 'director', '2026-06-15T13:00:00Z'],
] as const;

describe('the clocks change', () => {
  it.each(weeks)(
    'in the week of %s ical.js reads the right instants',
    (firstDay, event, sunday, session, monday) => {
      const events = read(feed({ whole: true }, sampleReview({ week: { firstDay, zone: 'Europe/London' } })));
      const at = (uid: string) =>
        new Date(events.find((e) => e.uid === uid)!.from).toISOString().replace('.000', '');
      expect([at(`sample.event.${event}@peerweek`), at(`sample.${session}@peerweek`)]).toEqual([
        sunday,
        monday,
      ]);
    },
  );
});

needs('python-icalendar').describe('a calendar, read back by python-icalendar', () => {
  const script = `
import sys, json
from icalendar import Calendar
cal = Calendar.from_ical(sys.stdin.buffer.read())
out = []
for e in cal.walk('VEVENT'):
    start = e.decoded('DTSTART')
    out.append([str(e['UID']), str(e['SUMMARY']), start.astimezone(__import__('datetime').timezone.utc).strftime('%Y-%m-%dT%H:%M:%SZ'), start.strftime('%H:%M'), len(e.errors)])
print(json.dumps({'name': str(cal['X-WR-CALNAME']), 'events': out, 'errors': len(cal.errors)}))
`;
  const byPython = (text: string) => {
    const run = spawnSync('/usr/bin/python3', ['-c', script], { input: text, encoding: 'utf8' });
    if (run.status !== 0) throw new Error(run.stderr);
    return JSON.parse(run.stdout) as {
      name: string;
      events: [uid: string, title: string, utc: string, local: string, errors: number][];
      errors: number;
    };
  };

  it.each(weeks)('in the week of %s', (firstDay, event, sunday, session, monday) => {
    const answer = byPython(
      feed({ whole: true }, sampleReview({ week: { firstDay, zone: 'Europe/London' } })),
    );
    expect([answer.name, answer.errors]).toEqual(['Sampleshire Council: peer review programme', 0]);
    expect(answer.events).toHaveLength(programme.placements.length + review.frame.events.length);
    expect(answer.events.filter((e) => e[4] > 0)).toEqual([]);
    const find = (uid: string) => answer.events.find((e) => e[0] === uid)!.slice(2, 4);
    expect(find(`sample.event.${event}@peerweek`)).toEqual([sunday, '18:00']);
    expect(find(`sample.${session}@peerweek`)).toEqual([monday, '14:00']);
  });
});
