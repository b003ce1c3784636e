import { rolesIn } from '../../review/facts.ts';
import type { Review } from '../../review/review.ts';
import type { RoleId } from '../../review/roles.ts';
import type { Session } from '../../review/session.ts';

/**
 * What peers may want to ask, after Appendices 14 and 15 of the manual (1793-1860, 1866-1900), in our own words. Prompts
 * and no script: they are fitted to whoever is met and to what the team has found by then.
 */
const topics = {
  part: ['What part do they have in keeping children safe, and what are they answerable for?'],
  strengths: [
    'What goes well in children’s social care, in children’s services as a whole, and among the partners?',
    'Where is there cause for concern, or room to develop, in each?',
  ],
  quality: [
    'How do they come to know how good the work is, in their own service and in others?',
    'Which results for children matter most here; how are they measured, and which way are they going?',
  ],
  partners: [
    'How good is the working relationship of children’s services with health, the police and schools?',
    'And with services for adults: mental health, learning disability, drugs and alcohol, domestic violence?',
  ],
  managing: [
    'How do they know that front-line managers see to safe, good work; what helps those managers?',
    'What say do those managers have in plans to improve, and in judging whether they worked?',
  ],
  practice: [
    'How many posts are held by permanent staff, by agency staff, by nobody; how long do people stay?',
    'How large are caseloads, how is morale, how good is supervision?',
    'Do the information systems help the work or hinder it?',
  ],
  board: [
    'What has the safeguarding children board made better, and what is different for children because of it?',
    'How well does it hold children’s services and the other agencies to account?',
  ],
  voices: [
    'What has changed because of what children, young people and families said?',
    'And because of what research shows to work, or of the different needs of the community?',
  ],
  politics: [
    'What do councillors do for safeguarding, and how do they back and push improvement?',
    'How do they find out whether it is good enough?',
  ],
  cases: [
    'Take one or two recent cases: how was the child kept in view, and did the plan come to what it was to?',
    'Who was worked with, what helped, what challenged; what got in the way, and how was it overcome?',
    'How did the manager know, and does the record show what happened and what was thought?',
    'What would the child say about it?',
    'What are they proudest of, what made it work, and what do they want more of?',
  ],
  young: [
    'Who listens to them, and what happened because of it?',
    'What has helped most, and what should be different?',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type Topic = keyof typeof topics;

/** Kinds of people, by what is asked of them. */
const asked = {
  councillor: ['part', 'strengths', 'politics', 'voices'],
  chief: ['part', 'strengths', 'quality', 'partners'],
  head: ['part', 'strengths', 'quality', 'managing', 'practice'],
  practitioner: ['cases', 'practice'],
  partner: ['part', 'strengths', 'quality', 'partners', 'board'],
  board: ['part', 'board', 'strengths', 'quality'],
  school: ['part', 'strengths', 'partners', 'voices'],
  provider: ['part', 'strengths', 'partners', 'voices'],
  people: ['voices', 'board'],
  young: ['young'],
} as const satisfies Readonly<Record<string, readonly Topic[]>>;

type Kind = keyof typeof asked;

/** Of what kind each of the Appendix 10 list is; a new role does not compile until it has one. */
const kinds: Readonly<Record<RoleId, Kind>> = {
  'council-leader': 'councillor',
  'lead-member': 'councillor',
  'opposition-member': 'councillor',
  'scrutiny-chair': 'councillor',
  'chief-executive': 'chief',
  'director-public-health': 'chief',
  'nhs-senior-managers': 'partner',
  'director-childrens-services': 'chief',
  'ad-safeguarding': 'head',
  'ad-school-improvement': 'head',
  'improvement-adviser': 'chief',
  'principal-social-worker': 'head',
  'case-mapping-lead': 'head',
  'case-mapping-group': 'head',
  'ad-business-support': 'head',
  'head-youth-services': 'head',
  practitioners: 'practitioner',
  partners: 'partner',
  'lay-people': 'people',
  'director-adult-services': 'chief',
  'lscb-chair': 'board',
  'lscb-manager': 'board',
  'designated-teachers': 'school',
  'school-governors-chair': 'school',
  'nhs-managers': 'partner',
  'designated-doctors': 'partner',
  'designated-nurses': 'partner',
  'midwifery-health-visiting': 'head',
  'commissioned-services': 'provider',
  'lscb-members': 'board',
  'camhs-head': 'partner',
  'mental-health-trust-ceo': 'partner',
  'police-senior': 'partner',
  'police-domestic-violence': 'partner',
  'voluntary-sector': 'provider',
  'commissioners-and-providers': 'provider',
  'acute-trust': 'partner',
  'improvement-board-chair': 'board',
  'improvement-board-dfe': 'board',
};

/** What is asked of somebody who is on no line of the list. */
const usual: readonly Topic[] = ['part', 'strengths', 'quality'];

/** More than this at once nobody reads in a calendar. */
const MOST = 9;

/** The manual's own advice (1855): an answer is worth what its example is. */
const example = 'Ask each time for an example that shows it.';

function topicsOf(review: Review, session: Session): readonly Topic[] {
  if (session.kind === 'debrief' || session.kind === 'record-review') return [];
  if (session.youngPeople) return asked.young;
  if (session.caseRecords) return asked.practitioner;
  const roles = rolesIn(review, session);
  if (roles.length === 0) return usual;
  return [...new Set(roles.flatMap((role): readonly Topic[] => asked[kinds[role]]))];
}

/** What the peers of a session may want to ask those whom they meet; none for debriefs and the reading of records. */
export function promptsFor(review: Review, session: Session): readonly string[] {
  const questions = topicsOf(review, session).flatMap((topic): readonly string[] => topics[topic]);
  return questions.length === 0 ? [] : [...questions.slice(0, MOST), example];
}
