import { type Fields, type FormReading, Sent } from '../intake/form/sent.ts';
import type { Signature, Store } from '../store/ports.ts';

/** Letters whose words can be the same in all reviews. There is one yet: the asking for a diary. */
export type LetterName = 'ask for a diary';

/** What stands for something of the review in a letter. */
export const letterMarks = ['{council}', '{first day}', '{last day}'] as const;
type Mark = (typeof letterMarks)[number];

type Lists = Pick<Store, 'shared'>;

const there = async ({ shared }: Lists, name: LetterName) =>
  (await shared.of('letter')).find((one) => one.name === name);

/** The words that are set for all reviews; undefined: Peerweek's own. */
export async function sharedLetter(store: Lists, name: LetterName): Promise<string | undefined> {
  const found = await there(store, name);
  return found && (JSON.parse(found.body) as { readonly text: string }).text;
}

/** A letter with everything put in. */
export const filledIn = (text: string, values: Readonly<Record<Mark, string>>): string =>
  letterMarks.reduce((now, mark) => now.replaceAll(mark, values[mark]), text);

/** Reads the form: words with no marks but those that are known. Blank: Peerweek's own words again. */
export function readLetter(fields: Fields): FormReading<string | undefined> {
  const sent = new Sent(fields);
  const text = sent.text('text');
  const strange = [...(text ?? '').matchAll(/\{[^{}]*\}/g)]
    .map(([mark]) => mark)
    .filter((mark) => !letterMarks.some((known) => known === mark));
  if (strange.length > 0)
    sent.problem('text', `${strange[0]} stands for nothing: use ${letterMarks.join(', ')}, or leave it out`);
  return sent.reading(text);
}

/** Sets the words for all reviews, or takes them back. */
export async function setLetter(
  store: Lists,
  name: LetterName,
  text: string | undefined,
  { by }: Pick<Signature, 'by'>,
): Promise<void> {
  const found = await there(store, name);
  const signature = { by, why: `Changed the words of a letter: ${name}` };
  const body = JSON.stringify({ text });
  if (text === undefined) await (found && store.shared.drop('letter', found.id, signature));
  else if (found)
    await store.shared.change({ kind: 'letter', id: found.id, name, body }, found.version, signature);
  else await store.shared.add({ kind: 'letter', name, body }, signature);
}
