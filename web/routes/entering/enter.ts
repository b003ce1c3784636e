import type { Edit } from '../../../src/entry/entry.ts';
import type { Fields } from '../../../src/intake/form/sent.ts';
import { done } from '../../done.ts';
import type { AboutEntry } from '../with-entry.ts';
import { type Trouble, troubleWith } from './trouble.ts';

export interface ToEnter {
  readonly edit: Edit;
  /** What the history and the line above the page will say, without its full stop. */
  readonly why: string;
  /** Where to go when it is done. */
  readonly back: string;
  readonly typed: Fields;
  /** Shows the form again, with everything that was typed. */
  readonly again: (trouble: Trouble) => void | Promise<void>;
}

/** Makes a change that a form asked for, and answers. */
export async function enter(given: AboutEntry, { edit, why, back, typed, again }: ToEnter): Promise<void> {
  const changed = await given.change(edit, why);
  if (changed.kind === 'gone') return given.next();
  const trouble = troubleWith(changed, typed);
  if (trouble) return again(trouble);
  if (changed.kind === 'changed') return done(given.response, back, changed.stored.version);
  given.response.redirect(303, back);
}
