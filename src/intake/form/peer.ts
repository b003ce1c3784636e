import { withoutGaps } from '../../entry/edit.ts';
import type { Entry } from '../../entry/entry.ts';
import type { PeerEntry } from '../../review/file.ts';
import { type PeerRole, peerRoles } from '../../review/peer-role.ts';
import { standardThemes } from '../../review/themes.ts';
import { dateWords, readDate } from './date.ts';
import { type Fields, type FormReading, Sent, yesNoOf, yesNoText } from './sent.ts';
import { accessWords } from './usual-words.ts';

export type PeerRead = Omit<PeerEntry, 'id'>;
type Relationship = NonNullable<PeerEntry['relationship']>;

/** The ids of all themes of a review: the five, and the council's own lines of enquiry. */
export const themeIds = (entry: Entry): readonly string[] =>
  [...standardThemes, ...(entry.review.keyLinesOfEnquiry ?? [])].map((theme) => theme.id);

/** What adds a peer at the top of the list: who, and what they are in the team. */
export function readPeerRow(_entry: Entry, fields: Fields, before?: PeerEntry): FormReading<PeerRead> {
  const sent = new Sent(fields);
  return sent.reading(row(sent, before));
}

/** Everything about a peer but the diary and the pairings. `before`: as they were. */
export function readPeer(entry: Entry, fields: Fields, before?: PeerEntry): FormReading<PeerRead> {
  const sent = new Sent(fields);
  return sent.reading(
    withoutGaps({
      ...row(sent, before),
      initials: readInitials(sent, entry, before),
      themes: sent.choices('themes', themeIds(entry), 'Choose themes from the list', before?.themes),
      interviews: yesNoOf(sent.choice('interviews', ['yes', 'no'], 'Choose whether they interview')),
      knows: sent.choices(
        'knows',
        (entry.contacts ?? []).map((contact) => contact.id),
        'Choose people from the list: one is not there any more',
        before?.knows,
      ),
      relationship: readRelationship(sent, before?.relationship),
      access: sent.words('access', accessWords(entry), before?.access),
      dietary: sent.text('dietary'),
      email: sent.email('email'),
    }) as PeerRead,
  );
}

function row(sent: Sent, before: PeerEntry | undefined): PeerRead {
  const { id: _, ...rest } = before ?? { id: '' };
  const name = sent.needed('name', 'Enter a name');
  return { ...rest, name, role: sent.neededChoice('role', roles, 'Choose what they are in the team') };
}
const roles = peerRoles satisfies readonly [PeerRole, ...PeerRole[]];

function readInitials(sent: Sent, entry: Entry, before: PeerEntry | undefined): string | undefined {
  const initials = sent.line('initials');
  if (initials === undefined) return undefined;
  if (!/^[\p{L}\p{N}]{2,4}$/u.test(initials)) sent.problem('initials', 'Enter two to four letters, or none');
  const taken = (entry.peers ?? []).find((p) => p.id !== before?.id && p.initials === initials);
  if (taken) sent.problem('initials', `Enter others: ${initials} are ${taken.name}’s`);
  return initials;
}

function readRelationship(sent: Sent, before: Relationship | undefined): Relationship | undefined {
  const what = sent.line('relationshipWhat');
  const acceptedBy = sent.line('relationshipAcceptedBy');
  const typed = sent.line('relationshipAt');
  // A moment that nobody touched stays one.
  const at = typed && before?.at && dateWords(before.at) === typed ? before.at : readDate(typed ?? '');
  if (typed && at === undefined) sent.problem('relationshipAt', 'Enter a date, such as 24/3/2026');
  if (what === undefined && (acceptedBy ?? typed) !== undefined)
    sent.problem('relationshipWhat', 'Say what the relationship is');
  return what === undefined ? undefined : (withoutGaps({ what, acceptedBy, at }) as Relationship);
}

/** A peer as the fields of their form. */
export const peerFields = (peer: PeerEntry): Fields => ({
  name: peer.name,
  role: peer.role,
  initials: peer.initials ?? '',
  themes: peer.themes ?? [],
  interviews: yesNoText(peer.interviews),
  knows: peer.knows ?? [],
  relationshipWhat: peer.relationship?.what ?? '',
  relationshipAcceptedBy: peer.relationship?.acceptedBy ?? '',
  relationshipAt: peer.relationship?.at ? dateWords(peer.relationship.at) : '',
  access: peer.access ?? [],
  dietary: peer.dietary ?? '',
  email: peer.email ?? '',
});
