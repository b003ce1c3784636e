import type { Agreed } from './open-agreed.ts';

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Which of the team somebody who signed in is, known by their e-mail address: as entered now, or as it was agreed. */
export function ownPeer(
  { agreed, entry }: Pick<Agreed, 'agreed' | 'entry'>,
  email: string,
): { readonly id: string; readonly name: string } | undefined {
  const peers = [...(entry?.peers ?? []), ...(agreed?.review.peers ?? [])];
  return email === '' ? undefined : peers.find((peer) => same(peer.email ?? '', email));
}
