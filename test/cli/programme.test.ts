import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { generateEntry } from '../../fixtures/generate.ts';
import type { ProgrammeFile } from '../../src/programme/file.ts';
import type { Repair } from '../../src/programme/outcome.ts';
import type { ReviewFile } from '../../src/review/file.ts';
import { bundled, peerweek, start } from '../support/command.ts';

// Each test starts processes, on a machine that may be busy with others.
vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'peerweek-cli-'));
const at = (...path: readonly string[]) => join(folder, ...path);
const small = 'fixtures/small-council.json';
const sample = 'fixtures/appendix-11.json';
const asPrinted = 'fixtures/appendix-11.programme.json';

beforeAll(async () => {
  bundled();
  await peerweek('build', small, '--out', at('small'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const filesIn = (path: string): readonly string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .sort();
const programmeAt = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as ProgrammeFile;

const reviewAt = (path: string) =>
  JSON.parse(readFileSync(path, 'utf8')) as ReviewFile & Required<Pick<ReviewFile, 'sessions' | 'contacts'>>;

interface Change {
  readonly session: string;
  readonly sentence: string;
}
interface Choice {
  readonly changes: readonly Change[];
  readonly repair: Repair;
  readonly files: readonly string[];
}
interface Repaired extends Choice {
  readonly choices: readonly Choice[];
}

interface Answer {
  readonly status: string;
  readonly good: boolean;
  readonly cost: readonly number[];
  readonly placed: readonly string[];
  readonly unplaced: readonly { readonly session: string; readonly because: readonly string[] }[];
  readonly conflicts: readonly { readonly sentence: string; readonly mends: readonly string[] }[];
  readonly findings: readonly {
    readonly rule: string;
    readonly kind: string;
    readonly waiver?: object;
    readonly when?: { readonly from: string };
  }[];
  readonly files: readonly string[];
}
const brokenIn = ({ findings }: Answer) => findings.filter((f) => f.kind === 'must' && !f.waiver);

describe('build', () => {
  it('writes the programme, its page, its CSV and a calendar for the whole and for each peer', () => {
    const peers = (JSON.parse(readFileSync(small, 'utf8')) as { peers: { id: string }[] }).peers.map(
      (p) => p.id,
    );
    expect(filesIn(at('small'))).toEqual(
      [
        ...peers.map((id) => `calendars/${id}.ics`),
        'placements.csv',
        'programme.html',
        'programme.ics',
        'programme.json',
      ].sort(),
    );
  });

  it('gives the same bytes again for the same file and seed', async () => {
    const { exit } = await peerweek('build', small, '--out', at('again'), '--seed', '1');
    expect(exit).toBe(0);
    for (const name of filesIn(at('small')))
      expect(readFileSync(at('again', name)).equals(readFileSync(at('small', name))), name).toBe(true);
  });

  it('says in sentences how it stands, what it costs and where it was written', async () => {
    const { exit, out, err } = await peerweek('build', small, '--out', at('small'));
    const lines = out.split('\n');
    expect({ exit, err }).toEqual({ exit: 0, err: [] });
    expect(lines[0]).toMatch(/^Oxley Borough Council, Monday \d+ \w+ to Friday \d+ \w+ \d{4}$/);
    expect(lines[1]).toBe('All 22 sessions are placed; every must rule is kept.');
    expect(lines[2]).toMatch(/^What it costs: ([\d.]+ points? of wishes not met|every wish is met)\.$/);
    expect(out).toContain(`\nWritten:\n  ${at('small', 'programme.json')}\n`);
    expect(out).not.toMatch(/constraint|solver|infeasible|optimal/i);
  });

  it('builds the manual’s sample with every must rule kept (appendix-11)', async () => {
    const { exit, out } = await peerweek(
      'build',
      sample,
      '--effort',
      'quick',
      '--out',
      at('sample'),
      '--json',
    );
    const answer = JSON.parse(out) as Answer;
    expect(exit).toBe(0);
    expect(Object.keys(answer)).toEqual([
      'status',
      'good',
      'cost',
      'bound',
      'seconds',
      'gap',
      'placed',
      'unplaced',
      'conflicts',
      'paid',
      'findings',
      'files',
    ]);
    expect(['optimal', 'feasible']).toContain(answer.status);
    expect(answer.cost.slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
    expect(answer.unplaced).toEqual([]);
    expect(brokenIn(answer)).toEqual([]);
    expect(answer.files).toEqual(
      expect.arrayContaining([at('sample', 'programme.html'), at('sample', 'calendars', 'priya-nair.ics')]),
    );
  });

  it('exits 3 where no complete programme exists, names the three causes and writes the best there is', async () => {
    const { exit, out } = await peerweek(
      'build',
      'fixtures/impossible.json',
      '--effort',
      'quick',
      '--out',
      at('impossible'),
    );
    expect(exit).toBe(3);
    expect(out).toContain('No programme holds every session that must be held: proven.');
    const causes = [...out.matchAll(/^ {2}(\d)\. (.*?)\./gm)].map((m) => m[2]);
    expect(causes).toEqual([
      'Council chief executive can’t be held: Nora Peel’s diary says no at every time there is',
      'NHS senior manager can’t be held: Dorothy Prentice’s diary leaves it only on Wednesday between 9',
      'Council and partners focus group and Focus group of lay people can each be held only on Tuesday 2',
    ]);
    expect(programmeAt(at('impossible', 'programme.json')).unplaced!.map((u) => u.session)).toHaveLength(3);
    expect(filesIn(at('impossible'))).toContain('programme.html');
  });

  it('stops when asked to, and keeps the best found', async () => {
    writeFileSync(
      at('large.json'),
      JSON.stringify(generateEntry({ size: 'L', tightness: 'tight', seed: 1 })),
    );
    const build = start('build', at('large.json'), '--out', at('stopped'), '--json');
    await new Promise((resolve) => setTimeout(resolve, 5000));
    build.kill('SIGINT');
    const { exit, out } = await build.done;
    expect([0, 3]).toContain(exit);
    expect(programmeAt(at('stopped', 'programme.json')).placements).toHaveLength(
      (JSON.parse(out) as Answer).placed.length,
    );
  });

  it('says where it can’t write', async () => {
    const { exit, err } = await peerweek('build', small, '--effort', 'quick', '--out', small);
    expect({ exit, err }).toEqual({
      exit: 1,
      err: [`${small}/programme.json: there is a file where a folder is wanted.`],
    });
  });
});

describe('check', () => {
  it('finds nothing broken in what was built', async () => {
    const { exit, out } = await peerweek('check', small, at('small', 'programme.json'), '--json');
    const answer = JSON.parse(out) as Answer;
    expect(exit).toBe(0);
    expect(Object.keys(answer)).toEqual(['good', 'cost', 'placed', 'unplaced', 'paid', 'findings']);
    expect(brokenIn(answer)).toEqual([]);
  });

  it('says of a review that has only begun that there is nothing to place yet', async () => {
    const review = {
      id: 'begun',
      council: 'Begun Council',
      firstDay: '2026-03-23',
      editedAt: '2026-01-12T09:30:00Z',
    };
    writeFileSync(at('begun.json'), JSON.stringify({ peerweek: 1, review }));
    writeFileSync(
      at('empty.json'),
      JSON.stringify({ peerweek: 1, review: 'begun', revision: 1, placements: [] }),
    );
    const { out } = await peerweek('check', at('begun.json'), at('empty.json'));
    expect(out.split('\n')[1]).toMatch(
      /^The review has no session to place; must rules are broken \d+ times\.$/,
    );
  });

  it('lists the slips of the manual’s own timetable, worst first, and exits 3', async () => {
    const { exit, out } = await peerweek('check', sample, asPrinted, '--json');
    const answer = JSON.parse(out) as Answer;
    expect(exit).toBe(3);
    expect(brokenIn(answer).map((f) => [f.rule, f.when?.from.slice(11)])).toEqual([
      ['interview-length', '16:15'],
      ['interview-length', '16:15'],
      ['interview-length', '17:15'],
      ['team-meetings', '17:15'],
      ['interview-length', '17:15'],
      ['team-meetings', '17:15'],
      ['focus-group-length', '10:15'],
      ['interview-length', '10:10'],
    ]);
  });

  it('says each finding with its rule and its lines of the manual', async () => {
    const { out } = await peerweek('check', sample, asPrinted);
    expect(out).toContain('\nMust rules broken:\n  interview-length (manual 1456): ');
    expect(out).toContain('\nTo settle before it can be approved:\n  people-to-see (manual ');
    expect(out).toContain('\nWishes not met:\n');
  });
});

describe('repair', () => {
  it('leaves alone what needs no mending', async () => {
    const { exit } = await peerweek('repair', small, at('small', 'programme.json'), '--out', at('mended'));
    expect(exit).toBe(0);
    expect(programmeAt(at('mended', 'programme.json')).placements).toEqual(
      programmeAt(at('small', 'programme.json')).placements,
    );
  });

  it('takes what the review has no more for what there is to mend, and says who has to be told', async () => {
    const review = reviewAt(small);
    const gone = review.sessions.find((s) => s.kind === 'interview' && s.includes === undefined)!;
    const without = at('without.json');
    writeFileSync(
      without,
      JSON.stringify({ ...review, sessions: review.sessions.filter((s) => s !== gone) }),
    );
    const { exit, out } = await peerweek('repair', without, at('small', 'programme.json'), '--json');
    const { changes, repair } = JSON.parse(out) as Repaired;
    expect({ exit, changes: changes.map((c) => c.session), people: repair.disturbed.people }).toEqual({
      exit: 0,
      changes: [gone.id],
      people: 0,
    });
    expect(changes[0]!.sentence).toMatch(/ is no longer held\. To tell: /);
    // A programme that is only looked at has to be of the review.
    const checked = await peerweek('check', without, at('small', 'programme.json'));
    expect(checked.exit).toBe(2);
  });

  it('places what was left out where the review leaves room for it now, though its revision is the same', async () => {
    const review = reviewAt('fixtures/impossible.json');
    const [id, title] = ['chief-executive', 'Council chief executive'];
    await peerweek('build', 'fixtures/impossible.json', '--effort', 'quick', '--out', at('impossible'));
    const loosened = at('loosened.json');
    const seen = review.sessions.find((s) => s.id === id)!.contacts!;
    writeFileSync(
      loosened,
      JSON.stringify({
        ...review,
        contacts: review.contacts.map((c) => (seen.includes(c.id) ? { ...c, diary: {} } : c)),
      }),
    );
    const { out } = await peerweek('repair', loosened, at('impossible', 'programme.json'), '--json');
    const { changes, repair } = JSON.parse(out) as Repaired;
    expect(changes.map((c) => c.session)).toEqual([id]);
    expect(changes[0]!.sentence.startsWith(`${title} has a place now: `)).toBe(true);
    expect(repair.disturbed).toEqual({ told: 0, people: 0, times: 0, places: 0, pairs: 0 });
  });

  it('gives several to choose from, each in a folder of its own and good by check, the first as without', async () => {
    const review = reviewAt(small);
    const programme = programmeAt(at('small', 'programme.json'));
    const placed = programme.placements.find(
      (p) => review.sessions.find((s) => s.id === p.session)?.kind === 'interview',
    )!;
    const seen = review.sessions.find((s) => s.id === placed.session)!.contacts!;
    const busy = { from: placed.start, to: placed.end };
    const changed = at('changed.json');
    writeFileSync(
      changed,
      JSON.stringify({
        ...review,
        contacts: review.contacts.map((c) =>
          seen.includes(c.id) ? { ...c, diary: { ...c.diary, busy: [...(c.diary?.busy ?? []), busy] } } : c,
        ),
      }),
    );
    const ask = (...more: readonly string[]) =>
      peerweek('repair', changed, at('small', 'programme.json'), '--json', ...more);
    const one = JSON.parse((await ask()).out) as Repaired;
    const { exit, out } = await ask('--choices', '3', '--out', at('choices'));
    const { choices, changes, files } = JSON.parse(out) as Repaired;
    expect({ exit, changes }).toEqual({ exit: 0, changes: one.changes });
    expect(choices.length).toBeGreaterThan(1);
    expect(choices.length).toBeLessThanOrEqual(3);
    expect(choices[0]!.repair).toEqual(one.repair);
    expect(files).toEqual(choices.flatMap((c) => c.files));
    for (const [n, choice] of choices.entries()) {
      expect(choice.repair.disturbed.people).toBeGreaterThanOrEqual(one.repair.disturbed.people);
      const checked = await peerweek('check', changed, at('choices', `choice-${n + 1}`, 'programme.json'));
      expect(checked.exit, `choice ${n + 1}`).toBe(0);
    }
    expect((await ask('--choices', '9')).err).toEqual([
      'peerweek repair: --choices wants a number from 2 to 5, not “9”.',
    ]);
  });

  it('wants a time that there is', async () => {
    const { exit, err } = await peerweek('repair', small, at('small', 'programme.json'), '--from', 'Tuesday');
    expect(exit).toBe(1);
    expect(err).toEqual([
      expect.stringMatching(/^peerweek repair: --from wants a local time such as .*T09:00, not “Tuesday”\.$/),
    ]);
  });
});

describe('explain', () => {
  it('exits 0 where a complete programme exists', async () => {
    const { exit, out } = await peerweek('explain', small);
    expect(exit).toBe(0);
    expect(out.split('\n')[1]).toBe('A complete programme exists: every session that must be held can be.');
  });

  it('exits 3 where none does, with what would mend it', async () => {
    const { exit, out } = await peerweek('explain', 'fixtures/impossible.json', '--json');
    const answer = JSON.parse(out) as Answer;
    expect({ exit, status: answer.status, conflicts: answer.conflicts.length }).toEqual({
      exit: 3,
      status: 'impossible',
      conflicts: 3,
    });
    for (const { mends } of answer.conflicts) expect(mends.length).toBeGreaterThan(0);
  });
});

describe('export', () => {
  const exported = (...more: readonly string[]) =>
    peerweek('export', small, at('small', 'programme.json'), ...more);

  it.each([
    ['html', 'programme.html'],
    ['csv', 'placements.csv'],
    ['ics', 'programme.ics'],
    ['json', 'programme.json'],
  ])('%s is what build wrote', async (format, name) => {
    const { exit, out } = await exported('--format', format);
    expect(exit).toBe(0);
    expect(out).toBe(readFileSync(at('small', name), 'utf8'));
  });

  it('gives one person’s or room’s own, by id or by name, to a file', async () => {
    const { peers, contacts, rooms } = JSON.parse(readFileSync(small, 'utf8')) as Record<
      string,
      { id: string; name: string }[]
    >;
    const [peer, contact, room] = [peers![0]!, contacts![0]!, rooms!.at(-1)!];
    expect((await exported('--format', 'ics', '--for', peer.id)).out).toBe(
      readFileSync(at('small', 'calendars', `${peer.id}.ics`), 'utf8'),
    );
    expect(
      await exported('--format', 'html', '--for', contact.name, '--out', at('sheets', 'contact.html')),
    ).toEqual({ exit: 0, out: '', err: [] });
    expect(readFileSync(at('sheets', 'contact.html'), 'utf8')).toContain(contact.name);
    expect((await exported('--format', 'html', '--for', room.id)).out).toContain(room.name);
  });

  it.each(['pdf', 'docx', 'xlsx'])('%s is written to a file, the same each time', async (format) => {
    const written = async (name: string) => {
      const path = at('paper', `${name}.${format}`);
      expect(await exported('--format', format, '--paper', 'travel', '--out', path)).toEqual({
        exit: 0,
        out: '',
        err: [],
      });
      return readFileSync(path);
    };
    const [one, other] = [await written('one'), await written('other')];
    expect(one.subarray(0, 4).toString('latin1')).toBe(format === 'pdf' ? '%PDF' : 'PK\u0003\u0004');
    expect(one.equals(other)).toBe(true);
  });

  it('gives any paper, for a day, a person or an agenda', async () => {
    const page = async (...more: readonly string[]) => (await exported('--format', 'html', ...more)).out;
    expect(await page('--paper', 'day', '--for', '2')).toContain('Day 2: ');
    expect(await page('--paper', 'agenda', '--for', 'two')).toContain('Groups before lunch');
    expect(await page('--paper', 'annex')).toContain('Annex: the rules');
    expect((await exported('--format', 'html', '--paper', 'day', '--for', '9')).err).toEqual([
      'peerweek export: there is no such paper for “9”. Give a day of the week on site: --for 1',
    ]);
  });

  it('says who is not known, and what is of the whole only', async () => {
    expect((await exported('--format', 'ics', '--for', 'nobody-at-all')).err).toEqual([
      'peerweek export: no peer, contact or room is “nobody-at-all”. Give the id or the whole name.',
    ]);
    const { peers } = JSON.parse(readFileSync(small, 'utf8')) as { peers: { id: string }[] };
    expect(await exported('--format', 'csv', '--for', peers[0]!.id)).toEqual({
      exit: 1,
      out: '',
      err: ['peerweek export: csv is of the whole programme only; leave out --for.'],
    });
  });
});

describe('a whole review', () => {
  it('is one zip, and is read back by import-review where it is not', async () => {
    const [here, there] = [
      ['--data', at('whole-here')],
      ['--data', at('whole-there')],
    ] as const;
    const programme = ['--programme', at('small', 'programme.json')];
    expect((await peerweek('import-review', small, ...here, ...programme)).exit).toBe(0);
    const zip = at('whole', 'oxley.zip');
    expect((await peerweek('export-review', 'oxley', '--whole', ...here)).err).toEqual([
      'peerweek export-review: a zip can’t be shown here: say where to write it, with --out PATH.',
    ]);
    expect(await peerweek('export-review', 'oxley', '--whole', '--out', zip, ...here)).toEqual({
      exit: 0,
      out: '',
      err: [],
    });
    expect((await peerweek('import-review', zip, ...there)).out).toBe(
      'The review “oxley” was read back whole.\nStart “peerweek serve” to look at it.\n',
    );
    expect((await peerweek('export-review', 'oxley', ...there)).out).toBe(readFileSync(small, 'utf8'));
    const again = await peerweek('import-review', zip, ...there);
    expect([again.exit, again.err.join(' ')]).toEqual([
      2,
      expect.stringContaining('There is a review “oxley” here already; nothing was changed.'),
    ]);
  });
});

describe('the data', () => {
  it('takes a review in, builds its programme, and gives the very file back', async () => {
    const data = ['--data', at('data')];
    expect(await peerweek('import-review', small, ...data)).toEqual({
      exit: 0,
      out: 'Oxley Borough Council: the review was taken in, its programme was built.\nStart “peerweek serve” to look at it.\n',
      err: [],
    });
    expect(
      (await peerweek('import-review', small, '--programme', at('small', 'programme.json'), ...data)).out,
    ).toContain('the review was there already, its programme was taken in.');
    expect(await peerweek('export-review', 'oxley', ...data)).toEqual({
      exit: 0,
      out: readFileSync(small, 'utf8'),
      err: [],
    });
    expect(await peerweek('export-review', 'oxly', ...data)).toEqual({
      exit: 1,
      out: '',
      err: ['There is no review “oxly” in the data. Did you mean “oxley”?'],
    });
  });

  it('is served at an address that is said, until stopped', async () => {
    const serving = start('serve', '--port', '0', '--data', at('data'));
    const said = await serving.says('Ctrl+C');
    const url = /http:\/\/localhost:\d+/.exec(said)![0];
    // Whoever has not signed in is asked to, and shown nothing.
    const page = await fetch(url);
    expect(page.status).toBe(200);
    const text = await page.text();
    expect(text).toContain('Sign in');
    expect(text).not.toContain('Oxley Borough Council');
    serving.kill('SIGTERM');
    expect((await serving.done).exit).toBe(0);
  });
});
