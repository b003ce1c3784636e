import type { Placement } from '../programme/placement.ts';
import { contactOf, everyoneIn, hostOf, nameOf, peerOf } from '../review/facts.ts';
import type { Review } from '../review/review.ts';
import type { Session } from '../review/session.ts';
import { peerRoleWords } from './words.ts';

/** Somebody whom the team sees. */
export interface PersonLine {
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly organisation: string;
}

/** One of those who take a session. */
export interface PairMember {
  readonly id: string;
  readonly initials: string;
  readonly name: string;
  /** `team leader`, … */
  readonly role: string;
  /** Undefined where it is not settled who leads. */
  readonly part?: 'leads' | 'takes notes';
}

/**
 * Those seen in a session, host first, those of the sessions held in its course too. Somebody who comes in a
 * contact's place is named so (rule `substitutes`).
 */
export function peopleIn(review: Review, session: Session): readonly PersonLine[] {
  const host = hostOf(review, session)?.id;
  const ids = [...new Set([...(host === undefined ? [] : [host]), ...everyoneIn(review, session)])];
  return ids.map((id) => {
    const contact = contactOf(review, id);
    const substitute = session.substitutes.find((s) => s.for === id);
    const name = contact?.name ?? id;
    return {
      id,
      name: substitute ? `${nameOf(review, substitute.by)} (for ${name})` : name,
      jobTitle: contact?.jobTitle ?? '',
      organisation: contact?.organisation ?? '',
    };
  });
}

/** Those who take a session, whoever leads it first. */
export function pairOf(
  review: Review,
  { peers, lead }: Pick<Placement, 'peers' | 'lead'>,
): readonly PairMember[] {
  const first = lead === undefined ? [] : peers.filter((id) => id === lead);
  return [...first, ...peers.filter((id) => id !== lead)].map((id) => {
    const peer = peerOf(review, id);
    return {
      id,
      initials: peer?.initials ?? id,
      name: peer?.name ?? id,
      role: peer ? peerRoleWords[peer.role] : '',
      ...(lead !== undefined &&
        peers.length > 1 &&
        ({ part: id === lead ? 'leads' : 'takes notes' } as const)),
    };
  });
}

/** `Helen Marsden, who leads`, for those who work with her. */
export const partnerWords = ({ name, part }: PairMember): string =>
  part === undefined ? name : `${name}, who ${part}`;

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** `Priya Shah, director of children’s services`; a name or job that the title has said already is not said again. */
export const personWords = (person: PersonLine, title = ''): string =>
  [person.name, person.jobTitle].filter((word) => word !== '' && !same(word, title)).join(', ');

/**
 * One line for those seen. Three are named with their jobs; of a larger group the host is, and how many come.
 * Other lists (calendar, CSV, the peers' own sheets) name everybody.
 */
export function whoWords(session: Session, people: readonly PersonLine[]): string {
  const said = people.map((p) => personWords(p, session.title)).filter(Boolean);
  const [first] = said;
  if (first === undefined) return session.headcount > 1 ? `${session.headcount} people` : '';
  const many = Math.max(session.headcount, people.length);
  if (people.length > 3) return `${first}, and ${many - 1} others`;
  if (many > people.length) return `${said.join('; ')}; ${many} people in all`;
  return said.join('; ');
}
