import { type PeerRole, peerRoles } from '../../review/peer-role.ts';
import { standardThemes } from '../../review/themes.ts';
import { type Fields, type FormReading, Sent } from './sent.ts';

/** What the shared list knows of a peer, besides the name. */
export interface PeerOnList {
  /** What they usually are in a team. */
  readonly role?: PeerRole;
  /** Of the five standard themes. */
  readonly themes?: readonly string[];
  /** Where they come from: their own council or trust. */
  readonly home?: string;
  readonly email?: string;
  readonly notes?: string;
}

const themes = standardThemes.map(({ id }) => id);

/** Reads the form of a peer of the shared list. */
export function readListedPeer(
  fields: Fields,
): FormReading<{ readonly name: string; readonly peer: PeerOnList }> {
  const sent = new Sent(fields);
  const name = sent.needed('name', 'Enter a name');
  const role = sent.choice('role', peerRoles, 'Choose what they are from the list');
  const knows = sent.choices('themes', themes, 'Choose themes from the list');
  const [home, email, notes] = [sent.line('home'), sent.email('email'), sent.text('notes')];
  return sent.reading({
    name,
    peer: {
      ...(role && { role }),
      ...(knows && knows.length > 0 && { themes: knows }),
      ...(home && { home }),
      ...(email && { email }),
      ...(notes && { notes }),
    },
  });
}

/** The same as the fields of its form. */
export const listedPeerFields = (name: string, peer: PeerOnList): Fields => ({
  name,
  role: peer.role ?? '',
  themes: peer.themes ?? [],
  home: peer.home ?? '',
  email: peer.email ?? '',
  notes: peer.notes ?? '',
});
