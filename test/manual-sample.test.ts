import { describe, expect, it } from 'vitest';
import { check } from '../src/check/check.ts';
import { type Finding, isBroken } from '../src/check/finding.ts';
import { verdict } from '../src/check/verdict.ts';
import { readProgramme, readReview } from '../src/intake/index.ts';
import type { PlacementEntry, ProgrammeFile } from '../src/programme/file.ts';
import { sessionsToPlace } from '../src/review/facts.ts';
import type { ReviewFile, SessionEntry } from '../src/review/file.ts';
import { fixtureText, printedProgramme, reviewFixture } from './support/fixtures.ts';

/*
 * Appendix 11 of the manual (1561-1625) as printed, to the minute, read as a programme. Its peers, rooms and names are
 * invented, and so chosen that they break nothing: what is found is the manual's own doing. Every finding is here,
 * with the reason why somebody who reads the manual with care would say the same.
 */
const review = reviewFixture('appendix-11');
const programme = printedProgramme(review);
const findings = check(review, programme);

const said = (list: readonly Finding[]) => list.map((f) => `${f.rule}: ${f.sentence}`);
const sum = (list: readonly Finding[]) => Math.round(list.reduce((a, f) => a + f.points, 0) * 1000) / 1000;

describe('the manual’s printed timetable (Appendix 11)', () => {
  it('holds everything that is printed: 28 interviews, 2 debriefs, 3 focus groups, 4 visits, 1 record review', () => {
    const kinds = sessionsToPlace(review).map((s) => s.kind);
    const count = (kind: string) => kinds.filter((k) => k === kind).length;
    expect([count('interview'), count('debrief'), count('focus-group')]).toEqual([28, 2, 3]);
    expect([count('site-visit'), count('record-review')]).toEqual([4, 1]);
    expect(programme.placements).toHaveLength(38);
    expect(programme.unplaced).toEqual([]);
  });

  it('breaks these must rules, and no others', () => {
    expect(said(findings.filter(isBroken))).toEqual([
      // Monday's slots run from 4.15 to 5.30 in both streams (1577); an interview takes an hour (1456).
      'interview-length: Designated nurse on Monday, 4.15pm to 5.30pm is given 75 minutes: an interview takes 60, 45 of them talk and 15 to change over and write notes.',
      'interview-length: Lead member for children’s services on Monday, 4.15pm to 5.30pm is given 75 minutes: an interview takes 60, 45 of them talk and 15 to change over and write notes.',
      // Tuesday's "5.15-6.16" (1592) is surely a misprint; read as it stands, it is a minute too long …
      'interview-length: Director of adult services on Tuesday, 5.15pm to 6.16pm is given 61 minutes: an interview takes 60, 45 of them talk and 15 to change over and write notes.',
      // … and runs a minute into the meeting of the whole team at 6.15 (1593), in both streams.
      'team-meetings: Director of adult services on Tuesday, 5.15pm to 6.16pm runs into “Team meeting”, 6.15pm to 7.15pm.',
      'interview-length: Head of youth services on Tuesday, 5.15pm to 6.16pm is given 61 minutes: an interview takes 60, 45 of them talk and 15 to change over and write notes.',
      'team-meetings: Head of youth services on Tuesday, 5.15pm to 6.16pm runs into “Team meeting”, 6.15pm to 7.15pm.',
      // The case record review group stands in Wednesday's slot of the visits (1600), which is for travel as well;
      // a focus group takes an hour and a half (1458).
      'focus-group-length: Case record review group on Wednesday, 10.15am to 12.30pm is given 135 minutes: a focus group takes 90.',
      // Thursday's 10.10 to 11.00 (1614) leaves the chair of scrutiny fifty minutes.
      'interview-length: Chair of children’s scrutiny on Thursday, 10.10am to 11.00am is given 50 minutes: an interview takes 60, 45 of them talk and 15 to change over and write notes.',
    ]);
  });

  it('leaves these things to be said of the review', () => {
    expect(said(findings.filter((f) => f.kind === 'check'))).toEqual([
      // On the list of Appendix 10, and in no slot of Appendix 11. (Its second "NHS Senior Managers", on Wednesday at
      // 5.00, may have been meant for the NHS managers of line 1527: as printed, they are the senior ones again.)
      'people-to-see: Nobody is to be seen as “Case mapping group members” (manual 1506): plan a session, or give a reason for the review manager to accept.',
      'people-to-see: Nobody is to be seen as “Director of public health” (manual 1495): plan a session, or give a reason for the review manager to accept.',
      'people-to-see: Nobody is to be seen as “Lead of case mapping group (if not seen in another role)” (manual 1504): plan a session, or give a reason for the review manager to accept.',
      'people-to-see: Nobody is to be seen as “NHS managers” (manual 1527): plan a session, or give a reason for the review manager to accept.',
      'people-to-see: Nobody is to be seen as “Representatives of both commissioners and providers” (manual 1545): plan a session, or give a reason for the review manager to accept.',
      // The review manager needs to see the organiser "at fairly frequent intervals" (928), and no slot is printed.
      'sponsor-debrief: Alan Whitcombe has no regular slot with Colin Frost: add a short one, say on each of days 1 to 4.',
    ]);
  });

  it('falls short of these wants by its times, whoever the peers are', () => {
    const wants = findings.filter((f) => f.kind === 'want' && !['pairings', 'fair-load'].includes(f.rule));
    expect(wants.map((f) => `${f.rule} ${f.points}: ${f.sentence}`)).toEqual([
      // Wednesday's two visits and the record group run at once (1600): three pairs. The review of the recording
      // system on Tuesday takes one peer, beside the streams.
      'third-stream-seldom 1: Case record review group on Wednesday, 10.15am to 12.30pm is beyond the usual 2 streams.',
      // Wednesday's 1.30 to 4.30 (1602-1604) has no break, and in it health is seen three times running.
      'lunch-and-breaks 3: Dr Helen Marsden has 180 minutes of sessions without a break on Wednesday, 1.30pm to 4.30pm: 150 would be better.',
      // Thursday has ten minutes, from 10.00 to 10.10 (1613-1614).
      'lunch-and-breaks 2: The team has no break in common on Thursday morning, 9.00am to 12.00pm.',
    ]);
  });

  it('costs what the invented pairs cost, and no more', () => {
    // Six peers make fifteen pairs; 35 sessions that are theirs to share out (no debrief, no record review) repeat a pair at least 20 times.
    const pairings = findings.filter((f) => f.rule === 'pairings');
    expect([sum(pairings), new Set(pairings.map((f) => f.part))]).toEqual([20, new Set(['change'])]);
    // 88 hours of sessions for six: nobody is more than three quarters of an hour from a sixth of them.
    expect(sum(findings.filter((f) => f.rule === 'fair-load'))).toBe(2.756);
    expect(verdict(review, programme, findings).cost).toEqual([0, 0, 0, 1, 0, 27.756]);
  });

  it('read the other way, with a focus group where it prints “visit or focus group”, gives those 135 minutes too', () => {
    const groups: Readonly<Record<string, string>> = {
      'commissioned-service-1': 'committee-room-b',
      'commissioned-service-2': 'committee-room-a',
    };
    const entry = JSON.parse(fixtureText('appendix-11.json')) as ReviewFile;
    const printed = JSON.parse(fixtureText('appendix-11.programme.json')) as ProgrammeFile;
    const asGroup = ({ visit: _, ...s }: SessionEntry): SessionEntry => ({
      ...s,
      kind: 'focus-group',
      title: `Focus group ${s.id.at(-1)} of commissioned services`,
      headcount: 6,
      minutes: 90,
      place: { room: true },
    });
    const inRoom = (p: PlacementEntry): PlacementEntry => ({
      ...p,
      start: p.away!.from,
      end: p.away!.to,
      place: { room: groups[p.session]! },
    });
    const otherwise = readReview(
      JSON.stringify({ ...entry, sessions: entry.sessions!.map((s) => (s.id in groups ? asGroup(s) : s)) }),
    );
    if (!otherwise.ok) throw new Error(JSON.stringify(otherwise.problems));
    const placed = readProgramme(
      JSON.stringify({
        ...printed,
        placements: printed.placements.map((p) => (p.session in groups ? inRoom(p) : p)),
      }),
      otherwise.value,
    );
    if (!placed.ok) throw new Error(JSON.stringify(placed.problems));
    const added = said(check(otherwise.value, placed.value).filter(isBroken)).filter(
      (sentence) => !said(findings).includes(sentence),
    );
    expect(added).toEqual([
      'focus-group-length: Focus group 1 of commissioned services on Tuesday, 10.15am to 12.30pm is given 135 minutes: a focus group takes 90.',
      'focus-group-length: Focus group 2 of commissioned services on Wednesday, 10.15am to 12.30pm is given 135 minutes: a focus group takes 90.',
    ]);
  });
});
