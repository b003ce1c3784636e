import { withoutGaps } from '../../entry/edit.ts';
import type { SubstituteEntry } from '../../review/file.ts';
import { dateWords, readDate } from './date.ts';
import type { Fields, Sent } from './sent.ts';

/** Who comes in a contact's place, a row of fields each; an empty row is none. */
export function readSubstitutes(
  sent: Sent,
  contacts: readonly string[],
  before: readonly SubstituteEntry[] | undefined,
): readonly SubstituteEntry[] | undefined {
  const rows = sent.rows(
    'substituteFor',
    'substituteBy',
    'substituteAgreedBy',
    'substituteAt',
    'substituteBecause',
  );
  const read = rows
    .filter((row) => Object.values(row).some((text) => text !== ''))
    .map((row) => {
      const { substituteFor: whom, substituteBy: by, substituteAt: typed } = row;
      if (!contacts.includes(whom))
        sent.problem('substituteFor', 'Choose whose place is taken: somebody who is seen in this session');
      if (by === '') sent.problem('substituteBy', 'Enter the name of who comes instead');
      // A moment that nobody touched stays one.
      const old = before?.find((s) => s.for === whom)?.at;
      const at = old && dateWords(old) === typed ? old : readDate(typed);
      if (typed !== '' && at === undefined) sent.problem('substituteAt', 'Enter a date, such as 24/3/2026');
      return withoutGaps({
        for: whom,
        by,
        agreedBy: row.substituteAgreedBy || undefined,
        at,
        because: row.substituteBecause || undefined,
      }) as SubstituteEntry;
    });
  if (new Set(read.map((s) => s.for)).size < read.length)
    sent.problem('substituteFor', 'Give one substitute for each person');
  return read.length === 0 ? (before?.length === 0 ? before : undefined) : read;
}

export const substituteFields = (substitutes: readonly SubstituteEntry[] = []): Fields => ({
  substituteFor: substitutes.map((s) => s.for),
  substituteBy: substitutes.map((s) => s.by),
  substituteAgreedBy: substitutes.map((s) => s.agreedBy ?? ''),
  substituteAt: substitutes.map((s) => (s.at ? dateWords(s.at) : '')),
  substituteBecause: substitutes.map((s) => s.because ?? ''),
});
