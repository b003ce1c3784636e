import type { RoleId } from './roles.ts';
import { type AppendixRole, roleOf } from './roles.ts';
import { type Priority, type SessionKind, usualMinutes } from './session.ts';

/** What is proposed where a line of the Appendix 10 list is turned into a session; all of it can be changed. */
export interface UsualSession {
  readonly kind: Extract<SessionKind, 'interview' | 'focus-group'>;
  readonly title: string;
  readonly minutes: number;
  readonly themes: readonly string[];
  readonly priority: Priority;
  /** People who usually come to a group (manual 1509-1519). */
  readonly headcount?: number;
}

type Said = readonly [title: string, themes: string, priority: Priority, headcount?: number];

/** Standard themes by a letter each: effective practice, outcomes, working together, capacity, leadership. */
const themeOf: Readonly<Record<string, string>> = {
  p: 'effective-practice',
  o: 'outcomes',
  w: 'working-together',
  c: 'capacity',
  l: 'leadership',
};

/**
 * The manual names the people, not what is asked of them: themes and priorities are ours, after what each of them
 * answers for. Who is seen alone (key strategic) is always a must.
 */
const said: Readonly<Record<RoleId, Said>> = {
  'council-leader': ['Council leader', 'l', 'must'],
  'lead-member': ['Lead member for children’s services', 'lo', 'must'],
  'opposition-member': ['Opposition member for children’s services', 'l', 'must'],
  'scrutiny-chair': ['Chair of children’s scrutiny', 'lo', 'must'],
  'chief-executive': ['Council chief executive', 'lc', 'must'],
  'director-public-health': ['Director of public health', 'wo', 'must'],
  'nhs-senior-managers': ['NHS senior managers', 'wc', 'must'],
  'director-childrens-services': ['Director of children’s services', 'lc', 'must'],
  'ad-safeguarding': ['Assistant director of safeguarding', 'po', 'must'],
  'ad-school-improvement': ['Assistant director of school improvement', 'ow', 'must'],
  'improvement-adviser': ['Children’s improvement adviser', 'ol', 'must'],
  'principal-social-worker': ['Principal social worker', 'p', 'must'],
  'case-mapping-lead': ['Lead of the case mapping group', 'po', 'could'],
  'case-mapping-group': ['Case mapping group', 'po', 'must', 6],
  'ad-business-support': ['Assistant director of business support', 'c', 'should'],
  'head-youth-services': ['Head of youth services', 'po', 'should'],
  practitioners: ['Practitioners’ focus group', 'p', 'must', 7],
  partners: ['Council and partners’ focus group', 'wl', 'must', 12],
  'lay-people': ['Focus group of lay people', 'op', 'must', 8],
  'director-adult-services': ['Director of adult services', 'wc', 'must'],
  'lscb-chair': ['Chair of the local safeguarding children board', 'wl', 'must'],
  'lscb-manager': ['Manager of the local safeguarding children board', 'wo', 'must'],
  'designated-teachers': ['Designated teachers', 'po', 'must'],
  'school-governors-chair': ['Chair of school governors', 'w', 'should'],
  'nhs-managers': ['NHS managers', 'cw', 'should'],
  'designated-doctors': ['Designated doctors', 'wp', 'must'],
  'designated-nurses': ['Designated nurses', 'wp', 'must'],
  'midwifery-health-visiting': ['Head of midwifery and health visiting', 'pw', 'must'],
  'commissioned-services': ['Heads of commissioned services', 'oc', 'must', 6],
  'lscb-members': ['Other members of the local safeguarding children board', 'w', 'should', 8],
  'camhs-head': ['Head of child and adolescent mental health services', 'pw', 'must'],
  'mental-health-trust-ceo': ['Mental health trust chief executive', 'lw', 'must'],
  'police-senior': ['Senior police officer', 'wl', 'must'],
  'police-domestic-violence': ['Police domestic violence lead', 'wp', 'should'],
  'voluntary-sector': ['Voluntary sector', 'wo', 'should', 8],
  'commissioners-and-providers': ['Commissioners and providers', 'cw', 'could', 8],
  'acute-trust': ['Acute trust chief executive and safeguarding leads', 'lw', 'must'],
  'improvement-board-chair': ['Chair of the improvement board', 'lo', 'must'],
  'improvement-board-dfe': ['Department for Education, improvement board', 'lo', 'could'],
};

/** Where either will do: a group where several people usually stand behind one line, else an interview. */
function kindOf(role: AppendixRole, headcount: number | undefined): UsualSession['kind'] {
  if (role.usualKind !== 'either') return role.usualKind;
  return headcount === undefined ? 'interview' : 'focus-group';
}

/** What a line of the list usually becomes. */
export function usualSession(id: RoleId): UsualSession {
  const [title, themes, priority, headcount] = said[id];
  const kind = kindOf(roleOf(id), headcount);
  return {
    kind,
    title,
    minutes: usualMinutes[kind],
    themes: [...themes].flatMap((letter) => themeOf[letter] ?? []),
    priority,
    ...(headcount !== undefined && kind === 'focus-group' && { headcount }),
  };
}

const small = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** What several lines usually become as one group: everything that each of them brings. */
export function usualGroup(ids: readonly RoleId[]): UsualSession {
  const each = ids.map(usualSession);
  const titles = each.map((session) => session.title);
  const order: readonly Priority[] = ['must', 'should', 'could'];
  const heads = each.reduce((sum, session) => sum + (session.headcount ?? 2), 0);
  // Within a sentence they begin small, but for names and initials.
  const within = (title: string) => (/^(?:NHS|Department)\b/.test(title) ? title : small(title));
  const [first = '', ...rest] = titles;
  const others = rest.map(within);
  const title =
    others.length === 0 ? first : `${[first, ...others.slice(0, -1)].join(', ')} and ${others.at(-1)}`;
  return {
    kind: 'focus-group',
    title,
    minutes: usualMinutes['focus-group'],
    themes: [...new Set(each.flatMap((session) => session.themes))],
    priority: order.find((priority) => each.some((session) => session.priority === priority)) ?? 'should',
    headcount: heads,
  };
}
