import { type Fields, type FormReading, Sent } from '../intake/form/sent.ts';
import { NEW, type Signature, type Store } from '../store/ports.ts';

/** Letters whose words can be the same in all reviews. There is one yet: the asking for a diary. */
export type LetterName = 'ask for a diary';

/** What stands for something of the review in a letter. */
export const letterMarks = ['{council}', '{first day}', '{last day}'] as const;
type Mark = (typeof letterMarks)[number];

type Lists = Pick<Store, 'shared'>;

const there = async ({ shared }: Lists, name: LetterName) =>
  (await shared.of('letter')).find((one) => one.name === name);

/** Words that are set for all reviews. */
export interface SharedLetter {
  readonly text: string;
  readonly version: number;
}

/** The words that are set for all reviews; undefined: Peerweek's own. */
export async function sharedLetter(store: Lists, name: LetterName): Promise<SharedLetter | undefined> {
  const found = await there(store, name);
  return found && { ...(JSON.parse(found.body) as { readonly text: string }), version: found.version };
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

/**
 * Sets the words for all reviews, or takes them back, over the version that was seen (`NEW`: Peerweek's own). False:
 * somebody else was first, and theirs stands.
 */
export async function setLetter(
  store: Lists,
  name: LetterName,
  text: string | undefined,
  seen: number,
  { by }: Pick<Signature, 'by'>,
): Promise<boolean> {
  const found = await there(store, name);
  if ((found?.version ?? NEW) !== seen) return false;
  const signature = { by, why: `Changed the words of a letter: ${name}` };
  const body = JSON.stringify({ text });
  if (text === undefined) return !found || store.shared.drop('letter', found.id, signature);
  if (!found) {
    await store.shared.add({ kind: 'letter', name, body }, signature);
    return true;
  }
  return (await store.shared.change({ kind: 'letter', id: found.id, name, body }, seen, signature)).saved;
}
