import type { Diary } from '../../review/diary.ts';
import { atomsOf, type Lost } from './atoms.ts';
import { dayNames } from './calendar-words.ts';
import { paint } from './paint.ts';
import { sayDiary } from './say.ts';
import type { LostWords, Setting } from './setting.ts';
import { statementsOf } from './statements.ts';

export { oneMarkEach, sayDiary } from './say.ts';
export type { LostWords, Setting } from './setting.ts';

/** What was understood of a typed diary, and what was not. */
export interface TypedDiary {
  /** Minutes of the week; each quarter of an hour under at most one mark. */
  readonly diary: Diary;
  /** The same in sentences, to be agreed to before it counts; they read as the same diary again. */
  readonly readBack: readonly string[];
  /** The words that were not understood, in order. */
  readonly lost: readonly LostWords[];
}

/**
 * Reads when somebody can and can't, as a person types it: "not Tuesday morning, Thursday after 2 if needed". Never
 * throws; what it can't read it gives back word for word. Times off the quarter hour are widened where somebody can't
 * and narrowed where they can.
 *
 * @example readTypedDiary({ week, hours, asks: 'cant' }, 'Tue 10-12').readBack // ['Can’t: Tuesday 10.00am to 12.00pm.']
 */
export function readTypedDiary(setting: Setting, text: string): TypedDiary {
  const read = atomsOf(setting, dayNames(setting.week), text);
  const said = statementsOf(setting, read.atoms, read.lost);
  const painted = paint(said.statements);
  return {
    diary: painted.diary,
    readBack: sayDiary(setting.week, painted.diary),
    lost: wordsOf(text, [...read.lost, ...said.lost, ...painted.lost]),
  };
}

/** In order, neighbours that have nothing else between them as one. */
function wordsOf(text: string, lost: readonly Lost[]): readonly LostWords[] {
  const out: LostWords[] = [];
  for (const { from, to, why } of [...lost].sort((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (last && last.why === why && text.slice(last.to, from).trim() === '')
      out[out.length - 1] = { ...last, to, words: text.slice(last.from, to) };
    else out.push({ words: text.slice(from, to), from, to, ...(why && { why }) });
  }
  return out;
}
