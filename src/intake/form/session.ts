import { withoutGaps } from '../../entry/edit.ts';
import type { Entry } from '../../entry/entry.ts';
import type { SessionEntry } from '../../review/file.ts';
import { appendix10 } from '../../review/roles.ts';
import { priorities, type SessionKind, sessionKinds, visitKinds } from '../../review/session.ts';
import { usualPeers } from '../usual.ts';
import { themeIds } from './peer.ts';
import { type Fields, type FormReading, Sent, tickText } from './sent.ts';
import { placeFields, readPlace } from './session-place.ts';
import { fixedFields, readDays, readFixed } from './session-time.ts';
import { readSubstitutes, substituteFields } from './substitutes.ts';

/** What a form reads of a session: all but the id, which is made or known. */
export type SessionRead = Omit<SessionEntry, 'id'>;

const roleIds = appendix10.map((role) => role.id);
const goneFromList = 'Choose from the list: something you chose is not there any more';

/** What adds a session at the top of the list: what it is, what it is called, and one person to see. */
export function readSessionRow(entry: Entry, fields: Fields): FormReading<SessionRead> {
  const sent = new Sent(fields);
  const contacts = sent.choices('contacts', contactIds(entry), goneFromList);
  const first = entry.contacts?.find((contact) => contact.id === contacts?.[0]);
  // What somebody is seen as is what most sessions are called.
  const { kind, title, priority } = row(sent, first?.jobTitle ?? first?.name);
  return sent.reading(withoutGaps({ kind, title, contacts, priority }) as SessionRead);
}

function row(sent: Sent, usualTitle?: string): Pick<SessionEntry, 'kind' | 'title' | 'priority'> {
  const kind = sent.neededChoice('kind', sessionKinds, 'Choose what it is');
  const title = sent.line('title') ?? usualTitle ?? sent.needed('title', 'Enter a title');
  return { kind, title, priority: sent.neededChoice('priority', priorities, 'Choose how important it is') };
}

const contactIds = (entry: Entry): readonly string[] => (entry.contacts ?? []).map((c) => c.id);

/** Everything about a session. `before`: as it was. */
export function readSession(entry: Entry, fields: Fields, before?: SessionEntry): FormReading<SessionRead> {
  const sent = new Sent(fields);
  const { id: _, ...rest } = before ?? { id: '' };
  const { kind, title, priority } = row(sent);
  const contacts = sent.choices('contacts', contactIds(entry), goneFromList, before?.contacts);
  const others = (entry.sessions ?? []).map((s) => s.id).filter((id) => id !== before?.id);
  return sent.reading(
    withoutGaps({
      ...rest,
      kind,
      title,
      priority,
      contacts,
      host: sent.choice('host', contactIds(entry), goneFromList),
      headcount: readHeadcount(sent, contacts?.length ?? 0),
      roles: sent.choices('roles', roleIds, 'Choose roles from the list of people to see', before?.roles),
      themes: sent.choices('themes', themeIds(entry), goneFromList, before?.themes),
      minutes: readMinutes(sent),
      place: readPlace(sent, entry, kind, before?.place),
      peers: readPeers(sent, entry, kind, before?.peers),
      visit: sent.choice('visit', visitKinds, 'Choose what kind of visit it is'),
      includes: readIncludes(sent, kind, others, before?.includes),
      fixed: readFixed(sent, entry, before?.fixed),
      ...readDays(sent),
      after: sent.choices('after', others, goneFromList, before?.after),
      evening: sent.tick('evening', before?.evening),
      youngPeople: sent.tick('youngPeople', before?.youngPeople),
      caseRecords: sent.tick('caseRecords', before?.caseRecords),
      substitutes: readSubstitutes(sent, contacts ?? [], before?.substitutes),
    }) as SessionRead,
  );
}

function readHeadcount(sent: Sent, contacts: number): number | undefined {
  const heads = sent.whole('headcount', 0, 1000, 'How many people come');
  if (heads !== undefined && heads < contacts)
    sent.problem('headcount', `Enter ${contacts} or more, as ${contacts} are named, or leave it empty`);
  return heads;
}

function readIncludes(
  sent: Sent,
  kind: SessionKind,
  others: readonly string[],
  before: readonly string[] | undefined,
): readonly string[] | undefined {
  const includes = sent.choices('includes', others, goneFromList, before);
  if (kind !== 'site-visit' && includes && includes.length > 0)
    sent.problem('includes', 'Only a visit has other sessions in it: untick them, or make this a visit');
  return includes;
}

function readMinutes(sent: Sent): number | undefined {
  const minutes = sent.whole('minutes', 15, 600, 'The length in minutes');
  if (minutes !== undefined && minutes % 15 !== 0)
    sent.problem('minutes', 'Enter a length in quarters of an hour, such as 45, 60 or 90');
  return minutes;
}

function readPeers(
  sent: Sent,
  entry: Entry,
  kind: SessionKind,
  before: SessionEntry['peers'],
): SessionEntry['peers'] {
  const count = sent.whole('peersCount', 1, 20, 'How many peers');
  const ids = (entry.peers ?? []).map((peer) => peer.id);
  const named = sent.choices('peersNamed', ids, goneFromList, before?.named);
  const most = count ?? usualPeers(kind);
  if ((named?.length ?? 0) > most)
    sent.problem('peersNamed', `Name ${most} or fewer, or ask for more than ${most} above`);
  const said = withoutGaps({ count, named }) as NonNullable<SessionEntry['peers']>;
  return Object.keys(said).length === 0 && before === undefined ? undefined : said;
}

/** A session as the fields of its form. */
export const sessionFields = (session: SessionEntry): Fields => ({
  kind: session.kind,
  title: session.title,
  priority: session.priority,
  contacts: session.contacts ?? [],
  host: session.host ?? '',
  headcount: session.headcount === undefined ? '' : String(session.headcount),
  roles: session.roles ?? [],
  themes: session.themes ?? [],
  minutes: session.minutes === undefined ? '' : String(session.minutes),
  ...placeFields(session.place),
  peersCount: session.peers?.count === undefined ? '' : String(session.peers.count),
  peersNamed: session.peers?.named ?? [],
  visit: session.visit ?? '',
  includes: session.includes ?? [],
  ...fixedFields(session.fixed),
  earliestDay: session.earliestDay === undefined ? '' : String(session.earliestDay),
  latestDay: session.latestDay === undefined ? '' : String(session.latestDay),
  after: session.after ?? [],
  evening: tickText(session.evening),
  youngPeople: tickText(session.youngPeople),
  caseRecords: tickText(session.caseRecords),
  ...substituteFields(session.substitutes),
});
