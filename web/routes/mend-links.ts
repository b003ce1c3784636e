import type { Entry } from '../../src/entry/entry.ts';
import type { Problem } from '../../src/intake/index.ts';
import { addresses } from '../addresses.ts';

/** A problem as it is shown to people who never see the file: the thing by its name, and where to mend it. */
export interface ProblemLine {
  /** `Priya Shah`; empty where it is about the whole. */
  readonly thing: string;
  readonly what: string;
  readonly href: string;
}

const words = (path: string): string =>
  path
    .replace(/\[(\d+)\]/g, (_, n) => ` ${Number(n) + 1}`)
    .replace(/\.(?=\w)/g, ': ')
    .replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`)
    .trim();

/** Where each part of what is entered is changed. */
export function problemLines(entry: Entry, problems: readonly Problem[]): readonly ProblemLine[] {
  const review = entry.review.id;
  return problems.map(({ path, what }) => {
    const m = /^(\w+)(?:\[(\d+)\])?(?:\.(.*))?$/s.exec(path);
    const [, list = '', n, rest = ''] = m ?? [];
    const at = n === undefined ? undefined : Number(n);
    const said = (thing: string, href: string): ProblemLine => ({
      thing,
      what: rest === '' ? what : `${words(rest)} ${what}`,
      href,
    });
    const contact = list === 'contacts' && at !== undefined ? entry.contacts?.[at] : undefined;
    if (contact) return said(contact.name, addresses.person(review, contact.id));
    const session = list === 'sessions' && at !== undefined ? entry.sessions?.[at] : undefined;
    if (session) return said(session.title, addresses.sessions(review, { edit: session.id }));
    const room = list === 'rooms' && at !== undefined ? entry.rooms?.[at] : undefined;
    if (room) return said(room.name, addresses.places(review));
    const site = list === 'sites' && at !== undefined ? entry.sites?.[at] : undefined;
    if (site) return said(site.name, addresses.places(review));
    const peer = list === 'peers' && at !== undefined ? entry.peers?.[at] : undefined;
    if (peer) return said(peer.name, addresses.peers(review));
    if (list === 'travel' || list === 'rooms' || list === 'sites')
      return said('Travel', addresses.places(review));
    if (list === 'peers' || list === 'pairings') return said('The team', addresses.peers(review));
    if (list === 'declined') return said('Who is not seen', addresses.list(review));
    if (path.startsWith('review.frame')) return said('The week', addresses.frame(review));
    return { thing: '', what: `${words(path)} ${what}`.trim(), href: addresses.review(review) };
  });
}
