import type { Diary } from '../../review/diary.ts';
import {
  contains,
  DAY,
  free as freeOf,
  length,
  overlaps,
  QUARTER,
  type Span,
  union,
} from '../../time/span.ts';
import type { Lost } from './atoms.ts';
import type { Statement } from './statements.ts';

export type Mark = 'busy' | 'ifNeeded' | 'preferred';
/** Days 1 to 5, in which people are seen. */
const theWeek: Span = { from: DAY, to: 6 * DAY };

interface Coat {
  readonly mark: Mark | 'free';
  readonly span: Span;
}

const markOf: Readonly<Record<Statement['mode'], Coat['mark']>> = {
  cant: 'busy',
  can: 'free',
  only: 'free',
  'if-needed': 'ifNeeded',
  preferred: 'preferred',
};

/**
 * A diary of what was said, each quarter of an hour under one mark. What is narrower counts more ("not Thursday,
 * Thursday after 2 if needed", in either order), else what is said later. Where somebody says when they can, they
 * can't at other times, unless they only make an exception to when they can't.
 */
export function paint(statements: readonly Statement[]): {
  readonly diary: Diary;
  readonly lost: readonly Lost[];
} {
  const lost: Lost[] = [];
  const only = onlyThen(statements);
  const coats: Coat[] = only ? [{ mark: 'busy', span: theWeek }] : [];
  const free = spansOf(statements, (s) => s.mode === 'can' || s.mode === 'only');
  const can = only ? free.map((s) => onGrid('can', s)) : [];
  for (const { mode, spans } of statements)
    if (spans === 'rest') coats.push({ mark: markOf[mode], span: theWeek });
  const said: Coat[] = [];
  for (const statement of statements) {
    if (statement.spans === 'rest') continue;
    for (const typed of statement.spans) {
      const span = onGrid(statement.mode, typed);
      // "I can do Tue 10-12, prefer Tue" opens no more of Tuesday.
      const within = statement.mode === 'preferred' ? can.filter((c) => overlaps(c, span)) : [];
      if (length(span) > 0)
        for (const part of within.length > 0 ? within.map((c) => both(c, span)) : [span])
          addUnderNarrower(said, { mark: markOf[statement.mode], span: part });
      else lost.push({ ...statement.at, why: 'This is shorter than a quarter of an hour.' });
    }
  }
  return { diary: diaryOf([...coats, ...said]), lost };
}

/** Quarter hours, so that never more is offered than was said. */
function onGrid(mode: Statement['mode'], { from, to }: Span): Span {
  const [down, up] = [
    (m: number) => Math.floor(m / QUARTER) * QUARTER,
    (m: number) => Math.ceil(m / QUARTER) * QUARTER,
  ];
  return mode === 'cant' || mode === 'if-needed'
    ? { from: down(from), to: up(to) }
    : { from: up(from), to: down(to) };
}

function addUnderNarrower(coats: Coat[], coat: Coat): void {
  const within = coats.findIndex((c) => contains(coat.span, c.span) && length(c.span) < length(coat.span));
  if (within < 0) coats.push(coat);
  else coats.splice(within, 0, coat);
}

const spansOf = (statements: readonly Statement[], wanted: (s: Statement) => boolean): readonly Span[] =>
  statements.filter(wanted).flatMap((s) => (s.spans === 'rest' ? [] : s.spans));

const both = (a: Span, b: Span): Span => ({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) });

/** Whether the times that were said to be free are the only ones. */
function onlyThen(statements: readonly Statement[]): boolean {
  if (statements.some((s) => s.mode === 'only')) return true;
  if (statements.some((s) => s.spans === 'rest')) return false;
  const cant = union(spansOf(statements, (s) => s.mode === 'cant' || s.mode === 'if-needed'));
  const can = spansOf(statements, (s) => s.mode === 'can' && !s.except);
  const everything = union(can).some((s) => contains(s, theWeek));
  return !everything && can.some((s) => !cant.some((c) => contains(c, s)));
}

function diaryOf(coats: readonly Coat[]): Diary {
  const marks: Record<Mark, readonly Span[]> = { busy: [], ifNeeded: [], preferred: [] };
  for (const { mark, span } of coats)
    for (const of of ['busy', 'ifNeeded', 'preferred'] as const)
      marks[of] = mark === of ? union([...marks[of], span]) : marks[of].flatMap((s) => freeOf(s, [span]));
  return marks;
}
