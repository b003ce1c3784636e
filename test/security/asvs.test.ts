import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { IDLE_DAYS, INVITATION_DAYS, LINK_MINUTES, SIGNED_IN_DAYS } from '../../src/accounts/lifetimes.ts';
import { limits } from '../../src/accounts/limits.ts';
import { tokenDays } from '../../src/accounts/token-terms.ts';
import { MOST_CALENDAR_BYTES, MOST_EVENTS } from '../../src/intake/calendar/limits.ts';
import { MOST_BYTES, MOST_PARTS, MOST_UNZIPPED } from '../../src/intake/spreadsheet/limits.ts';
import { MOST_WHOLE_BYTES, MOST_WHOLE_PARTS, MOST_WHOLE_UNZIPPED } from '../../src/intake/whole/limits.ts';
import known from './asvs-ids.json' with { type: 'json' };

const root = resolve(import.meta.dirname, '../..');
const text = readFileSync(join(import.meta.dirname, 'asvs.md'), 'utf8');

interface Row {
  readonly id: string;
  readonly level: string;
  readonly what: string;
  readonly verdict: string;
  readonly where: string;
}

const rows: readonly Row[] = text.split('\n').flatMap((line) => {
  const cells = line.split('|').map((cell) => cell.trim());
  if (!/^\d+\.\d+\.\d+$/.test(cells[1] ?? '')) return [];
  const [, id = '', level = '', what = '', verdict = '', where = ''] = cells;
  return [{ id, level, what, verdict, where }];
});

const verdicts = ['met', 'not applicable', 'not met'] as const;
const of = (verdict: string): readonly Row[] => rows.filter((row) => row.verdict.split(':')[0] === verdict);
const inOrder = (ids: readonly string[]): readonly string[] =>
  [...ids].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));

describe('OWASP ASVS 5.0.0', () => {
  it('each requirement of levels 1 and 2 is in the table, once and in order', () => {
    expect([known.level1.length, known.level2.length]).toEqual([70, 183]);
    const level = (n: string) => rows.filter((row) => row.level === n).map(({ id }) => id);
    expect(level('1')).toEqual(inOrder(known.level1));
    expect(level('2')).toEqual(inOrder(known.level2));
    expect(rows.map(({ id }) => id)).toEqual(inOrder(rows.map(({ id }) => id)));
  });

  it('each says what it comes to and has a verdict; what is not met or not applicable says why', () => {
    const vague = rows.filter(
      ({ what, verdict }) =>
        what === '' ||
        !(
          verdict === 'met' ||
          /^not applicable: \S.{9,}$/.test(verdict) ||
          /^not met: \S.{39,}$/.test(verdict)
        ),
    );
    expect(vague).toEqual([]);
  });

  it('what is met names where, and whatever is named is there', () => {
    const paths = ({ where }: Row): readonly string[] =>
      [...where.matchAll(/`([^`]+)`/g)].map((m) => m[1] ?? '');
    expect(of('met').filter((row) => paths(row).length === 0)).toEqual([]);
    const named = [...new Set(rows.flatMap(paths))];
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('counts at the top what stands below', () => {
    const told = (name: string): number =>
      Number(new RegExp(`^\\| ${name} \\| (\\d+) \\|$`, 'm').exec(text)?.[1]);
    expect([...verdicts, 'all'].map(told)).toEqual([
      ...verdicts.map((verdict) => of(verdict).length),
      rows.length,
    ]);
    const listed = /^Not met: ([\d., ]+)\. /m.exec(text)?.[1]?.split(', ');
    expect(listed).toEqual(of('not met').map(({ id }) => id));
  });

  it('names the standard, its version and its licence', () => {
    expect(text).toContain('OWASP Application Security Verification Standard');
    expect(text).toContain(`version ${known.version}`);
    expect(text).toContain('CC BY-SA 4.0');
  });
});

describe('SECURITY.md', () => {
  const security = readFileSync(join(root, '.github/SECURITY.md'), 'utf8');

  it('has the limits and times that the code has', () => {
    const megabytes = (bytes: number): string => `${bytes / 1_000_000} MB`;
    const said = [
      `used by a button, once | ${LINK_MINUTES} minutes`,
      `| ${INVITATION_DAYS} days |`,
      `| ${tokenDays.slice(0, -1).join(', ')} or ${tokenDays.at(-1)} days |`,
      `${limits.email.most} links in ${limits.email.minutes} minutes for one e-mail address, ${limits.address.most} from one network address`,
      `Signed in for ${IDLE_DAYS} days without use, ${SIGNED_IN_DAYS} days in all`,
      `${megabytes(MOST_BYTES)}, unpacked ${megabytes(MOST_UNZIPPED)} and ${MOST_PARTS.toLocaleString('en-GB')} parts`,
      `${megabytes(MOST_WHOLE_BYTES)}, unpacked ${megabytes(MOST_WHOLE_UNZIPPED)} and ${MOST_WHOLE_PARTS.toLocaleString('en-GB')} parts`,
      `${megabytes(MOST_CALENDAR_BYTES)} each, 20 at once, ${MOST_EVENTS.toLocaleString('en-GB')} events`,
    ];
    expect(said.filter((words) => !security.includes(words))).toEqual([]);
  });
});
