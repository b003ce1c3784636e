import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Placement } from '../../src/programme/placement.ts';
import { type DayGrid, gridOf } from '../../src/publish/grid.ts';
import { appendix11Frame } from '../../src/review/frame.ts';
import type { Review } from '../../src/review/review.ts';
import { at, DAY, dayOf } from '../../src/time/span.ts';
import { aPlacement, aProgramme, aReview, aSession } from '../support/cast.ts';
import { offGridProgramme, sampleProgramme, sampleReview } from '../support/sample-week.ts';

/** A day as a person would read it out: a line a row, `rows x columns` where a cell is larger than one. */
const readOut = (grid: DayGrid): readonly string[] =>
  grid.rows.map((row) => {
    const cells = row.cells.map((cell) => {
      const said =
        cell.kind === 'empty'
          ? '-'
          : cell.kind === 'event' && cell.continued
            ? `(${cell.title})`
            : cell.title;
      return cell.rows * cell.columns === 1 ? said : `${said} ${cell.rows}x${cell.columns}`;
    });
    return `${row.time} | ${cells.join(' | ')}`;
  });

const dayOfGrid = (grids: readonly DayGrid[], day: number): DayGrid => grids.find((g) => g.day === day)!;

/** Every cell of the table is covered exactly once: no overlap, no hole, nothing sticks out. */
function tiles(grid: DayGrid): boolean {
  const covered = grid.rows.map(() => grid.columns.map(() => 0));
  for (const cell of grid.rows.flatMap((r) => r.cells))
    for (let r = cell.row; r < cell.row + cell.rows; r++)
      for (let c = cell.column; c < cell.column + cell.columns; c++) {
        const row = covered[r];
        if (row?.[c] === undefined) return false;
        row[c]!++;
      }
  return covered.every((row) => row.every((n) => n === 1));
}

const sessionsIn = (grid: DayGrid) =>
  grid.rows.flatMap((r) => r.cells).flatMap((c) => (c.kind === 'session' ? [c] : []));
const eventsIn = (grid: DayGrid) =>
  grid.rows.flatMap((r) => r.cells).flatMap((c) => (c.kind === 'event' && !c.continued ? [c.event] : []));

describe('the grid (manual 1561-1625)', () => {
  const review = sampleReview();
  const grids = gridOf(review, sampleProgramme());

  it('has a table a day, the evening before included', () => {
    expect(grids.map((g) => `${g.label}: ${g.name} [${g.columns.map((c) => c.heading).join(', ')}]`)).toEqual(
      [
        'The evening before: Sunday 22 March [Whole team]',
        'Day 1: Monday 23 March [A, B]',
        'Day 2: Tuesday 24 March [A, B, Additional interviews]',
        'Day 3: Wednesday 25 March [A, B, Additional interviews]',
        'Day 4: Thursday 26 March [A, B]',
        'Day 5: Friday 27 March [Whole team]',
      ],
    );
  });

  it('lays day 1 out as Appendix 11 does (manual 1567-1580), the break derived', () => {
    expect(readOut(dayOfGrid(grids, 1))).toEqual([
      '8.30am to 9.00am | Team shown to the base room 1x2',
      '9.00am to 11.00am | Team finalises its first thoughts 1x2',
      '11.00am to 11.15am | - 1x2',
      '11.15am to 1.00pm | Council overview and first thoughts presentations 1x2',
      '1.00pm to 2.00pm | Lunch 1x2',
      '2.00pm to 3.00pm | Director of children’s services | Chair of school governors',
      '3.00pm to 4.00pm | Children’s improvement adviser | Council leader',
      '4.00pm to 4.15pm | Break 1x2',
      '4.15pm to 4.30pm | - | Designated nurses 2x1',
      '4.30pm to 5.30pm | Lead member for children’s services',
      '5.30pm to 6.30pm | Head of child and adolescent mental health | Police domestic violence lead',
      '6.30pm to 7.30pm | Team meeting 1x2',
    ]);
  });

  it('says in a cell who, their job, the place, the pair and the marks, each with a word', () => {
    const cells = sessionsIn(dayOfGrid(grids, 2));
    const trust = cells.find((c) => c.session === 'trust-safeguarding')!;
    expect(trust).toMatchObject({
      stream: 'B',
      title: 'Mental health trust safeguarding lead',
      who: 'Peter Nash, Trust safeguarding lead',
      place: 'By phone',
      pair: [{ id: 'health', initials: 'SP', name: 'Dr Samir Patel', role: 'NHS peer' }],
      time: '4.15pm to 5.15pm',
      away: null,
    });
    expect(trust.marks.map((m) => m.word)).toEqual(['By phone', 'One interviewer']);
    expect(cells.find((c) => c.session === 'recording')!.marks).toEqual([]);
    const day3 = sessionsIn(dayOfGrid(grids, 3));
    expect(day3.find((c) => c.session === 'acute-trust')!.marks.map((m) => m.word)).toEqual([
      'If-needed time',
    ]);
    expect(day3.find((c) => c.session === 'debrief-1')!.marks).toEqual([
      { kind: 'locked', word: 'Locked', more: ['By Tom Adeyemi: Agreed with the sponsor'] },
    ]);
  });

  it('draws a visit over the peers’ time, with the contact’s own and the journey in words', () => {
    const visit = sessionsIn(dayOfGrid(grids, 3)).find((c) => c.session === 'hospital')!;
    expect([visit.time, visit.away]).toEqual(['10.40am to 12.05pm', 'Leave at 10.15am, back by 12.30pm']);
    expect(dayOfGrid(grids, 3).rows[visit.row]!.time).toBe('10.15am to 12.30pm');
  });

  it('names up to three people in a cell, and of a larger group the host and how many', () => {
    const who = new Map(sessionsIn(dayOfGrid(grids, 3)).map((c) => [c.session, c.who]));
    expect(who.get('teacher')).toBe(
      'Owen Price, Designated teacher; Cath Levy, Designated teacher; Ali Demir, Virtual school head',
    );
    expect(who.get('lscb-members')).toBe('Joan Petrie, Board manager, and 5 others');
    expect(who.get('case-records')).toBe('Dawn Pryce, Team manager; 6 people in all');
  });

  it('says who comes in a contact’s place (rule substitutes)', () => {
    const swapped = sampleReview({
      sessions: review.sessions.map((s) =>
        s.id === 'director' ? { ...s, substitutes: [{ for: 'priya-shah', by: 'Leo Marks' }] } : s,
      ),
    });
    const cell = sessionsIn(dayOfGrid(gridOf(swapped, sampleProgramme()), 1)).find(
      (c) => c.session === 'director',
    )!;
    expect(cell.who).toBe('Leo Marks (for Priya Shah)');
  });

  it('marks what a must rule finds, and what the review manager excused', () => {
    const finding = {
      rule: 'x',
      part: 'rule',
      kind: 'must' as const,
      waivable: true,
      blocksApproval: false,
      points: 0,
      who: [],
      manual: [],
    };
    const marked = gridOf(review, sampleProgramme(), [
      { ...finding, sessions: ['director'], sentence: 'One.' },
      { ...finding, sessions: ['director'], sentence: 'Two.' },
      { ...finding, sessions: ['governors'], sentence: 'Three.', waiver: review.waivers[0]! },
      { ...finding, kind: 'want', sessions: ['council-leader'], sentence: 'Four.' },
    ]);
    const marks = sessionsIn(dayOfGrid(marked, 1)).map((c) => [c.session, ...c.marks.map((m) => m.word)]);
    expect(marks.slice(0, 4)).toEqual([
      ['director', 'Locked: time', '2 findings'],
      ['governors', 'Exception agreed'],
      ['improvement'],
      ['council-leader'],
    ]);
  });
});

describe('a hand-made programme', () => {
  const grids = gridOf(sampleReview(), offGridProgramme());

  it('may run a minute into the team meeting, as the manual’s “5.15-6.16” does (manual 1595)', () => {
    expect(readOut(dayOfGrid(grids, 2)).slice(-5, -1)).toEqual([
      '5.15pm to 6.15pm | Head of youth services 2x1 | Director of adult services 2x1',
      '6.15pm to 6.16pm | (Team meeting)',
      '6.16pm to 7.15pm | Team meeting 1x3',
      '7.15pm to 7.30pm | - 1x3',
    ]);
  });

  it('may have a session in the lunch hour: lunch goes on beside it', () => {
    expect(readOut(dayOfGrid(grids, 3)).slice(4, 7)).toEqual([
      '12.30pm to 1.10pm | Lunch 1x3',
      '1.10pm to 1.30pm | Designated doctor 2x1 | (Lunch) 1x2',
      '1.30pm to 2.30pm | Council chief executive | - 3x1',
    ]);
  });

  it('is lettered anew where it puts two sessions in one place', () => {
    const both = sampleProgramme().placements.map((p) => ({ ...p, stream: 'A' }));
    const day = dayOfGrid(gridOf(sampleReview(), sampleProgramme({ placements: both })), 1);
    expect(sessionsIn(day).map((c) => c.stream)).toEqual(['A', 'B', 'A', 'B', 'A', 'B', 'A', 'B']);
    expect(tiles(day)).toBe(true);
  });

  it('shows an event for some of the team beside the sessions it coincides with', () => {
    const frame = appendix11Frame(2, 2);
    const slot = {
      ...frame.events[1]!,
      id: 'organiser',
      title: 'Review manager and organiser',
      peers: ['manager'],
      from: at(1, 14, 0),
      to: at(1, 14, 30),
    };
    const review = sampleReview({ frame: { ...frame, events: [...frame.events, slot] } });
    const day = dayOfGrid(gridOf(review, sampleProgramme()), 1);
    expect(day.columns.map((c) => c.heading)).toEqual(['A', 'B', 'Also']);
    expect(readOut(day).slice(5, 7)).toEqual([
      '2.00pm to 2.30pm | Director of children’s services 2x1 | Chair of school governors 2x1 | Review manager and organiser',
      '2.30pm to 3.00pm | - 2x1',
    ]);
  });
});

describe('whatever a person types', () => {
  const review: Review = aReview({
    sessions: Array.from({ length: 12 }, (_, i) =>
      aSession(`s${i}`, i % 5 === 0 ? { kind: 'record-review' } : {}),
    ),
  });
  const placement = fc
    .record({
      session: fc.integer({ min: 0, max: 11 }),
      day: fc.integer({ min: 0, max: 5 }),
      start: fc.integer({ min: 0, max: DAY - 2 }),
      minutes: fc.integer({ min: 1, max: 240 }),
      before: fc.constantFrom(0, 0, 0, 7, 25),
      after: fc.constantFrom(0, 0, 0, 5, 40),
      stream: fc.constantFrom('A', 'A', 'B', 'B', 'C', 'E'),
    })
    .map(({ session, day, start, minutes, before, after, stream }): Placement => {
      const length = Math.min(minutes, DAY - start);
      const placed = aPlacement(review.sessions[session]!, day, 0, start, { minutes: length, stream });
      return { ...placed, away: { from: placed.start - before, to: placed.end + after } };
    });
  const event = fc.record({
    id: fc.constantFrom(...review.frame.events.map((e) => e.id)),
    start: fc.integer({ min: 0, max: 6 * DAY - 400 }),
    length: fc.integer({ min: 1, max: 300 }),
  });
  const programmes = fc.record({
    placements: fc.array(placement, { maxLength: 14 }),
    fixedEvents: fc
      .uniqueArray(event, { maxLength: 4, selector: (e) => e.id })
      .map((list) => list.map((e) => ({ id: e.id, start: e.start, end: e.start + e.length }))),
    some: fc.boolean(),
  });

  it('1. the cells tile the table; 2. every placement is once in its day, over its own time; 3. every event is once there', () => {
    fc.assert(
      fc.property(programmes, ({ placements, fixedEvents, some }) => {
        const events = review.frame.events.map((e, i) =>
          some && i % 3 === 0 ? { ...e, peers: ['one'] } : e,
        );
        const asked: Review = { ...review, frame: { ...review.frame, events } };
        const grids = gridOf(asked, aProgramme(placements, { fixedEvents }));
        for (const grid of grids) {
          if (!tiles(grid)) return false;
          const expected = placements.filter((p) => dayOf(p.start) === grid.day).map((p) => p.session);
          const drawn = sessionsIn(grid);
          if (String(drawn.map((c) => c.session).sort()) !== String(expected.sort())) return false;
          for (const cell of drawn) {
            const from = grid.rows[cell.row]!.from;
            const to = grid.rows[cell.row + cell.rows - 1]!.to;
            if (!placements.some((p) => p.session === cell.session && from <= p.start && p.end <= to))
              return false;
          }
        }
        const shown = grids.flatMap(eventsIn).sort();
        return String(shown) === String(events.map((e) => e.id).sort());
      }),
      { numRuns: 400 },
    );
  });
});
