import type { Entry } from '../../../src/entry/entry.ts';
import { sessionWords } from '../../../src/publish/words.ts';
import type { SessionEntry } from '../../../src/review/file.ts';
import { bySurname } from '../../by-surname.ts';
import type { Option } from '../entering/form-view.ts';

/** Everybody who may be seen, by surname, with what tells people of one name apart. */
export const peopleOptions = (entry: Entry): readonly Option[] =>
  [...(entry.contacts ?? [])].sort(bySurname).map(({ id, name, jobTitle }) => ({
    value: id,
    text: jobTitle ? `${name}, ${jobTitle}` : name,
  }));
/** What stands first where nothing need be chosen. */
export const choose = (text: string): Option => ({ value: '', text });

/** The other sessions, to choose from. */
export const others = (entry: Entry, session: SessionEntry): readonly Option[] =>
  (entry.sessions ?? [])
    .filter((s) => s.id !== session.id)
    .map(({ id, title, kind }) => ({ value: id, text: `${title} (${sessionWords[kind].toLowerCase()})` }));
