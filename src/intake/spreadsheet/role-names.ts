import { appendix10, type RoleId } from '../../review/roles.ts';
import { known } from '../bring-in/names.ts';

/** What councils call the lines of the list besides the manual's own words. */
const also: Readonly<Record<string, RoleId>> = {
  'leader of the council': 'council-leader',
  leader: 'council-leader',
  'cabinet member for children': 'lead-member',
  'cabinet member for childrens services': 'lead-member',
  'lead member': 'lead-member',
  'lead member for children': 'lead-member',
  'opposition lead for children': 'opposition-member',
  'opposition spokesperson for childrens services': 'opposition-member',
  'chair of scrutiny': 'scrutiny-chair',
  'scrutiny chair': 'scrutiny-chair',
  'chief executive': 'chief-executive',
  'chief executive officer': 'chief-executive',
  ceo: 'chief-executive',
  dph: 'director-public-health',
  dcs: 'director-childrens-services',
  'director of childrens services': 'director-childrens-services',
  'director of children services': 'director-childrens-services',
  'executive director childrens services': 'director-childrens-services',
  'executive director of childrens services': 'director-childrens-services',
  'ad safeguarding': 'ad-safeguarding',
  'assistant director safeguarding': 'ad-safeguarding',
  'ad school improvement': 'ad-school-improvement',
  'assistant director school improvement': 'ad-school-improvement',
  'ad business support': 'ad-business-support',
  'assistant director of business support': 'ad-business-support',
  psw: 'principal-social-worker',
  'case mapping lead': 'case-mapping-lead',
  'case mapping chair': 'case-mapping-lead',
  'head of youth service': 'head-youth-services',
  practitioners: 'practitioners',
  'frontline staff': 'practitioners',
  'social workers': 'practitioners',
  partners: 'partners',
  'foster carers': 'lay-people',
  das: 'director-adult-services',
  dass: 'director-adult-services',
  'director of adult social services': 'director-adult-services',
  'lscb chair': 'lscb-chair',
  'chair of lscb': 'lscb-chair',
  'lscb independent chair': 'lscb-chair',
  'lscb manager': 'lscb-manager',
  'lscb business manager': 'lscb-manager',
  'head of camhs': 'camhs-head',
  camhs: 'camhs-head',
  'borough commander': 'police-senior',
  'domestic violence lead': 'police-domestic-violence',
  'voluntary sector': 'voluntary-sector',
  'chair of improvement board': 'improvement-board-chair',
};

const byWords: ReadonlyMap<string, RoleId> = new Map([
  ...Object.entries(also),
  ...appendix10.flatMap((role): [string, RoleId][] => [
    [known(role.label), role.id],
    [known(role.label.replace(/\(s\)/g, 's')), role.id],
    [known(role.id.replaceAll('-', ' ')), role.id],
  ]),
]);

/** The line of the Appendix 10 list that a text names in its own words, or as councils do; undefined for none. */
export const roleNamed = (text: string): RoleId | undefined =>
  byWords.get(known(text.replaceAll('-', ' '))) ?? byWords.get(known(text.replace(/\(s\)/g, 's')));

/** Lines that are the council's own: a chief executive elsewhere is not the council's. */
const ofTheCouncil = new Set<RoleId>([
  'council-leader',
  'lead-member',
  'opposition-member',
  'scrutiny-chair',
  'chief-executive',
  'director-public-health',
  'director-childrens-services',
  'ad-safeguarding',
  'ad-school-improvement',
  'ad-business-support',
  'principal-social-worker',
  'head-youth-services',
  'director-adult-services',
]);

/** The line that somebody's job title is the name of; those of the council only for its own people. */
export function roleOfJob(jobTitle: string, isCouncil: boolean): RoleId | undefined {
  const role = roleNamed(jobTitle);
  return role && (isCouncil || !ofTheCouncil.has(role)) ? role : undefined;
}

/** Every wording that is known, for advice on misspelt ones. */
export const roleWordings = (): Iterable<string> => byWords.keys();

/** What a line of the list is called. */
export const roleLabel = (id: string): string => appendix10.find((role) => role.id === id)?.label ?? id;
