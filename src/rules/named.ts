import { contactOf, everyoneIn, hostOf, sessionsToPlace } from '../review/facts.ts';
import type { Contact } from '../review/people.ts';
import type { Review } from '../review/review.ts';
import type { Session } from '../review/session.ts';
import type { Breach, Rule } from './rule.ts';

const isBlank = (text: string): boolean => text.trim() === '';

/** Everybody whom some session names, its host included, each once with the first session that does. */
function peopleNamed(review: Review): ReadonlyMap<Contact, Session> {
  const found = new Map<Contact, Session>();
  for (const session of review.sessions) {
    for (const id of session.host === undefined ? session.contacts : [session.host, ...session.contacts]) {
      const contact = contactOf(review, id);
      if (contact && !found.has(contact)) found.set(contact, session);
    }
  }
  return found;
}

/** Whether a programme can say where the session is: a room, a site, by phone, or an office that has a name. */
function hasLocation(review: Review, session: Session): boolean {
  const { place } = session;
  if (place.room || place.site || place.phone) return true;
  return place.office === true && !isBlank(hostOf(review, session)?.office?.name ?? '');
}

function missingOf(session: Session, contact: Contact): Breach[] {
  const out: Breach[] = [];
  const missing = (say: () => string) => out.push({ who: [contact.id], sessions: [session.id], say });
  if (isBlank(contact.name))
    missing(
      () =>
        `${session.title} has a contact without a name (${contact.jobTitle.trim() || contact.id}): give the name.`,
    );
  if (isBlank(contact.jobTitle))
    missing(
      () =>
        `${contact.name.trim() || contact.id}, in ${session.title}, has no job title: give the job title.`,
    );
  return out;
}

/**
 * Every session has names, job titles and a location; a focus group its host and a headcount, and names where they
 * are known (manual 1565). A session that a visit includes is where the visit is; a record review is of a system,
 * and need name nobody.
 */
export const named: Rule = {
  id: 'named',
  title: 'Names, job titles and locations are given',
  group: 'people',
  manual: ['1565'],
  parts: [
    {
      name: 'rule',
      kind: 'check',
      blocksApproval: true,
      shape: 'data',
      asks: 'Everybody in a session has a name and a job title.',
      test: (review) => [...peopleNamed(review)].flatMap(([contact, session]) => missingOf(session, contact)),
    },
    {
      name: 'somebody',
      kind: 'check',
      blocksApproval: true,
      shape: 'data',
      asks: 'Every session says who is seen; for a focus group its host is enough until names are known.',
      test: (review) =>
        review.sessions
          .filter(
            (s) => s.kind !== 'record-review' && everyoneIn(review, s).length === 0 && !hostOf(review, s),
          )
          .map((s) => ({
            sessions: [s.id],
            say: () =>
              s.kind === 'focus-group'
                ? `${s.title} has no host: say who hosts the group.`
                : `${s.title} names nobody: say who is seen.`,
          })),
    },
    {
      name: 'headcount',
      kind: 'check',
      blocksApproval: true,
      shape: 'data',
      asks: 'A focus group says how many people come.',
      test: (review) =>
        review.sessions
          .filter((s) => s.kind === 'focus-group' && s.headcount <= 0)
          .map((s) => ({
            sessions: [s.id],
            say: () => `${s.title} has no headcount: say how many people come.`,
          })),
    },
    {
      name: 'location',
      kind: 'check',
      blocksApproval: true,
      shape: 'data',
      asks: 'Every session has a location.',
      test: (review) =>
        sessionsToPlace(review)
          .filter((s) => !hasLocation(review, s))
          .map((s) => ({
            sessions: [s.id],
            say: () =>
              s.place.office
                ? `${s.title} is in an office that has no name: give the office of ${hostOf(review, s)?.name.trim() || 'its host'}, or let it have a room.`
                : `${s.title} has no location: give it an office, a room, a site, or say that it is by phone.`,
          })),
    },
  ],
};
