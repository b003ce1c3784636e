import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { agendas } from '../../src/publish/paper/agendas.ts';
import { type PaperKind, paperKinds } from '../../src/publish/paper/kind-names.ts';
import { makePaper } from '../../src/publish/paper/kinds.ts';
import type { Material } from '../../src/publish/paper/material.ts';
import type { Paper, Table } from '../../src/publish/paper/paper.ts';
import { fileStamp } from '../../src/publish/stamp.ts';
import type { Review } from '../../src/review/review.ts';
import { sampleProgramme, sampleReview } from '../support/sample-week.ts';

const materialOf = (review: Review = sampleReview()): Material => ({
  review,
  programme: sampleProgramme(),
  findings: check(review, sampleProgramme()),
  stamp: fileStamp(review),
});

const textOf = (value: unknown): string => JSON.stringify(value);

/** A table as rows of texts, what heads each first. */
const rowsOf = (table: Table): readonly (readonly string[])[] =>
  table.rows.map((row) => [
    row.head.map((l) => l.text).join(' '),
    ...row.cells.map((c) => c.lines.map((l) => l.text).join(' ')),
  ]);

const made = (kind: PaperKind, material = materialOf(), who = ''): Paper => makePaper(kind, material, who)!;

describe('papers', () => {
  it('each say whose they are, which version and when', () => {
    const material = {
      ...materialOf(),
      stamp: { draft: false, words: 'Release 2', at: '2026-03-10T09:30:00Z' },
    };
    for (const kind of paperKinds) {
      const paper = makePaper(kind, material, kind === 'day' ? '1' : '');
      expect([kind, paper?.header.version, paper?.header.draft, paper?.at]).toEqual([
        kind,
        'Release 2',
        false,
        '2026-03-10T09:30:00Z',
      ]);
      expect(paper!.sheets.length).toBeGreaterThan(0);
    }
  });

  it('have each placement of the programme in exactly one cell of its day', () => {
    const titles = made('programme').sheets.flatMap((s) =>
      s.tables.flatMap((t) =>
        t.rows.flatMap((r) => r.cells.filter((c) => c.look === 'weighty').map((c) => c.lines[0]!.text)),
      ),
    );
    const review = sampleReview();
    const placed = sampleProgramme().placements.map(
      (p) => review.sessions.find((s) => s.id === p.session)!.title,
    );
    expect(titles.toSorted()).toEqual(placed.toSorted());
  });

  it('fill every row of every table, cells over several rows and columns counted', () => {
    for (const kind of paperKinds)
      for (const sheet of makePaper(kind, materialOf(), kind === 'day' ? '2' : '')!.sheets)
        for (const table of sheet.tables) {
          const area = table.rows.flatMap((r) => r.cells).reduce((sum, c) => sum + c.rows * c.columns, 0);
          expect([kind, table.caption, area]).toEqual([
            kind,
            table.caption,
            table.rows.length * table.columns.length,
          ]);
        }
  });
});

describe('door signs', () => {
  it('never say whom an interview is with', () => {
    const review = sampleReview();
    const text = textOf(made('signs'));
    const alone = review.sessions.filter((s) => s.kind === 'interview');
    expect(alone.length).toBeGreaterThan(10);
    expect(alone.filter((s) => text.includes(s.title)).map((s) => s.title)).toEqual([]);
    expect(review.contacts.filter((c) => text.includes(c.name)).map((c) => c.name)).toEqual([]);
    expect(text).toContain('Interview in progress');
  });
});

describe('the list for reception', () => {
  it('names who comes to a room, and nobody who is seen in their own office', () => {
    const review = sampleReview();
    const text = textOf(made('reception'));
    const { placements } = sampleProgramme();
    const at = (kind: string) => placements.filter((p) => kind in p.place).map((p) => p.session);
    const named = (sessions: readonly string[]) =>
      new Set(review.sessions.filter((s) => sessions.includes(s.id)).flatMap((s) => s.contacts));
    const [rooms, offices] = [named(at('room')), named(at('office'))];
    const asked = new Set(review.frame.events.flatMap((e) => e.contacts));
    const name = (id: string) => review.contacts.find((c) => c.id === id)!.name;
    expect([...rooms].filter((id) => !text.includes(name(id)))).toEqual([]);
    expect([...offices].filter((id) => !rooms.has(id) && !asked.has(id) && text.includes(name(id)))).toEqual(
      [],
    );
  });
});

describe('the travel sheet', () => {
  it('has each visit with its way there and back, and the parking (manual 1460, 1464, 1474)', () => {
    const tables = made('travel').sheets[0]!.tables;
    const visits = sampleReview().sessions.filter((s) => s.kind === 'site-visit');
    const days = tables.slice(0, -1).flatMap(rowsOf);
    for (const { title } of visits) expect(days.filter((row) => row[2] === title)).toHaveLength(1);
    expect(tables.at(-1)!.caption).toBe('The places');
  });
});

describe('catering', () => {
  it('counts the team that is here and everybody they see, by day, and says what they can’t eat (manual 970-976)', () => {
    const review = sampleReview();
    const [first, ...others] = review.peers;
    const paper = made(
      'catering',
      materialOf({ ...review, peers: [{ ...first!, dietary: 'No nuts' }, ...others] }),
    );
    const tables = paper.sheets[0]!.tables;
    expect(rowsOf(tables[0]!)).toEqual([[first!.name, expect.any(String), 'No nuts']]);
    const lunches = tables.flatMap(rowsOf).filter((row) => row[2] === 'Lunch');
    expect(lunches.map((row) => row[3])).toEqual(lunches.map(() => String(review.peers.length)));
    expect(lunches).toHaveLength(4);
  });
});

describe('the conference agenda', () => {
  const times = (paper: Paper) => rowsOf(paper.sheets[0]!.tables[0]!).map(([time]) => time);

  it('has the times of Appendix 16, example 1 (manual 1957-1968)', () => {
    expect(times(made('agenda', materialOf(), 'one'))).toEqual([
      '11.00am to 12.00pm',
      '12.00pm to 12.15pm',
      '12.15pm to 12.30pm',
      '12.30pm to 1.00pm',
      '1.00pm to 2.00pm',
      '2.00pm to 2.30pm',
      '2.30pm to 2.45pm',
    ]);
  });

  it('begins with the programme where the manual begins earlier, and says so (manual 1970-1978)', () => {
    const paper = made('agenda', materialOf(), 'two');
    expect(times(paper).slice(0, 2)).toEqual(['11.00am to 12.00pm', '12.00pm to 12.15pm']);
    expect(paper.sheets[0]!.notes[0]).toBe(
      'The manual begins this agenda at 10.30am; here it begins with the programme, at 11.00am.',
    );
  });

  it('is that of Appendix 18 for a council in intervention (manual 2162-2174)', () => {
    const review = sampleReview();
    const paper = made(
      'agenda',
      materialOf({ ...review, options: { ...review.options, intervention: true } }),
    );
    expect(paper.sheets[0]!.tables[0]!.caption).toBe('For a council in intervention');
    expect(textOf(paper)).toContain('how well the plan is being carried out');
  });

  it('says where its groups find room (rule conference, manual 1472)', () => {
    const review = sampleReview();
    const room = review.rooms.find((r) => r.divides)!;
    const events = review.frame.events.map((e) =>
      e.kind === 'conference' ? { ...e, room: room.id, headcount: 40 } : e,
    );
    const paper = made('agenda', materialOf({ ...review, frame: { ...review.frame, events } }));
    expect(paper.sheets[0]!.before.at(-1)).toBe('It divides into small groups: about 5 of 8.');
  });

  it('keeps its items in order, from its opening to its close', () => {
    for (const { items, lasts } of agendas) {
      const after = items.map((i) => i.after);
      expect(after).toEqual(after.toSorted((a, b) => a - b));
      expect([after[0], lasts > after.at(-1)!]).toEqual([0, true]);
    }
  });
});

describe('the rule report', () => {
  it('has every exception and every finding, and every rule with how it stands', () => {
    const review = sampleReview();
    const waivers = [
      {
        rule: 'by-phone',
        about: review.contacts[0]!.id,
        by: 'Tom Adeyemi',
        at: '2026-01-10T09:00:00Z',
        because: 'She is abroad',
      },
    ];
    const material = materialOf({ ...review, waivers });
    const text = textOf(made('annex', material));
    for (const { sentence } of material.findings) expect(text).toContain(textOf(sentence).slice(1, -1));
    expect(text).toContain('She is abroad');
    const said = made('annex', material)
      .sheets[0]!.tables.flatMap(rowsOf)
      .map((row) => row.at(-1));
    expect(said.filter((word) => word === 'Kept').length).toBeGreaterThan(10);
  });
});
