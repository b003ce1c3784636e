import { contactOf, partsOf } from '../review/facts.ts';
import type { Review } from '../review/review.ts';
import type { Session } from '../review/session.ts';
import type { PlacedPart, Rule } from './rule.ts';

type Meeting = 'no-children' | 'individual' | 'group';

const isChild = (review: Review, contact: string): boolean => contactOf(review, contact)?.child === true;

const speaksForCouncil = (review: Review, contact: string): boolean =>
  contactOf(review, contact)?.representsCouncil === true && !isChild(review, contact);

/**
 * Whether a session meets children, and how. Only groups of young people can be agreed to; a group in which one
 * young person sits with adults is that young person's interview by another name.
 */
function meets(review: Review, session: Session): Meeting {
  const children = session.contacts.filter((id) => isChild(review, id)).length;
  if (children === 0 && !session.youngPeople) return 'no-children';
  const young = Math.max(children, session.headcount - (session.contacts.length - children));
  const mayBeGroup = session.kind === 'focus-group' || session.kind === 'site-visit';
  return mayBeGroup && young !== 1 ? 'group' : 'individual';
}

/** A part that speaks of each session (those a visit includes too) for which `holds` is true. */
const about = (
  holds: (review: Review, session: Session) => boolean,
  sentence: (session: Session) => string,
): Pick<PlacedPart, 'shape' | 'looksAt' | 'test'> => ({
  shape: 'placed',
  looksAt: [],
  test(review, held) {
    const found = partsOf(review, held.session).filter((s) => holds(review, s));
    if (found.length === 0) return undefined;
    return {
      who: found.flatMap((s) => s.contacts.filter((id) => isChild(review, id))),
      sessions: [...new Set([held.session.id, ...found.map((s) => s.id)])],
      say: () => found.map(sentence).join(' '),
    };
  },
});

/**
 * No session with individual children, ever. A group of young people (youth MPs, a children in care council) only
 * with the review manager's agreement after discussion with the sponsor, and with somebody of the council there
 * (manual 1478-1480). The agreement is recorded as a waiver of this rule about the session; it excuses neither of
 * the other two parts.
 */
export const children: Rule = {
  id: 'children',
  title: 'No child is seen alone; groups of young people only by agreement',
  group: 'people',
  manual: ['1478-1480'],
  parts: [
    {
      name: 'rule',
      kind: 'must',
      asks: 'No session is held with an individual child, ever.',
      ...about(
        (review, session) => meets(review, session) === 'individual',
        (session) => `${session.title} is with an individual child, whom the team never sees: take it out.`,
      ),
    },
    {
      name: 'agreement',
      kind: 'must',
      waivable: true,
      asks: 'A group of young people is seen only if the review manager agreed after discussion with the sponsor, recorded as a waiver about the session.',
      ...about(
        (review, session) => meets(review, session) === 'group',
        (session) =>
          `${session.title} is a group of young people: it needs the review manager’s agreement after discussion with the sponsor, recorded as a waiver.`,
      ),
    },
    {
      name: 'representative',
      kind: 'must',
      asks: 'A group of young people has a council representative among its contacts.',
      ...about(
        (review, session) =>
          meets(review, session) === 'group' && !session.contacts.some((id) => speaksForCouncil(review, id)),
        (session) =>
          `${session.title} is a group of young people with nobody of the council among its contacts: add a council representative.`,
      ),
    },
  ],
};
