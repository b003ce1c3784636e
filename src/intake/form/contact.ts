import { withoutGaps } from '../../entry/edit.ts';
import type { Entry } from '../../entry/entry.ts';
import type { ContactEntry } from '../../review/file.ts';
import { appendix10 } from '../../review/roles.ts';
import { type Fields, type FormReading, Sent, tickText, yesNoOf, yesNoText } from './sent.ts';
import { accessWords } from './usual-words.ts';

const roleIds = appendix10.map((role) => role.id);
const earlyDays = ['1', '2', '3', '4', '5'] as const;

type Office = NonNullable<ContactEntry['office']>;
/** What a form reads of a contact: all but the id, which is made or known. */
export type ContactRead = Omit<ContactEntry, 'id'>;

/** What stands in a contact's row of the list: who, which lines of Appendix 10, where. `before`: as they were. */
export function readContactRow(
  entry: Entry,
  fields: Fields,
  before?: ContactEntry,
): FormReading<ContactRead> {
  const sent = new Sent(fields);
  return sent.reading(row(sent, entry, before));
}

/** Everything about a contact but the diary, which has a page of its own. */
export function readContact(entry: Entry, fields: Fields, before?: ContactEntry): FormReading<ContactRead> {
  const sent = new Sent(fields);
  const said = row(sent, entry, before);
  const known = accessWords(entry);
  const early = sent.choice('early', ['yes', 'no', ...earlyDays], 'Choose when they are to be seen');
  const office = said.office && {
    ...said.office,
    building: sent.line('officeBuilding'),
    access: sent.words('officeAccess', known, before?.office?.access),
  };
  return sent.reading(
    withoutGaps({
      ...said,
      office: office && (withoutGaps(office) as Office),
      email: sent.email('email'),
      phone: sent.line('phone', 60),
      pa: readPa(sent),
      early: early === 'yes' || early === 'no' ? early === 'yes' : early && Number(early),
      key: yesNoOf(sent.choice('key', ['yes', 'no'], 'Choose whether they are seen alone')),
      phoneAgreed: sent.tick('phoneAgreed', before?.phoneAgreed),
      access: sent.words('access', known, before?.access),
      child: sent.tick('child', before?.child),
      representsCouncil: yesNoOf(
        sent.choice('representsCouncil', ['yes', 'no'], 'Choose whether they speak for the council'),
      ),
    }) as ContactRead,
  );
}

function row(sent: Sent, entry: Entry, before: ContactEntry | undefined): ContactRead {
  const { id: _, ...rest } = before ?? { id: '' };
  return withoutGaps({
    ...rest,
    name: sent.needed('name', 'Enter a name'),
    jobTitle: sent.line('jobTitle'),
    organisation: sent.line('organisation') ?? entry.review.council,
    roles: sent.choices('roles', roleIds, 'Choose roles from the list of people to see', before?.roles),
    office: readOffice(sent, entry, before?.office),
  }) as ContactRead;
}

/** Who keeps the diary, and is written to about it. */
function readPa(sent: Sent): ContactEntry['pa'] {
  const [name, email] = [sent.line('paName'), sent.email('paEmail')];
  if (name !== undefined && email === undefined)
    sent.problem('paEmail', `Enter the e-mail address of ${name}, or take the name out`);
  return email === undefined ? undefined : { ...(name !== undefined && { name }), email };
}

function readOffice(sent: Sent, entry: Entry, before: Office | undefined): Office | undefined {
  const sites = (entry.sites ?? []).map((site) => site.id);
  const site = sent.choice(
    'officeSite',
    sites,
    'Choose a site from the list: this one is not there any more',
  );
  const name = sent.line('officeName');
  if (site === undefined && name !== undefined)
    sent.problem(
      'officeSite',
      sites.length === 0
        ? 'Take the office out for now, and add its site under Places first'
        : 'Choose the site where the office is',
    );
  if (site !== undefined && name === undefined)
    sent.problem('officeName', 'Enter where to go at the site, such as Room 3.12');
  return site === undefined || name === undefined ? undefined : { ...before, site, name };
}

/** A contact as the fields of its form. */
export const contactFields = (contact: ContactEntry): Fields => ({
  name: contact.name,
  jobTitle: contact.jobTitle ?? '',
  organisation: contact.organisation,
  roles: contact.roles ?? [],
  officeSite: contact.office?.site ?? '',
  officeName: contact.office?.name ?? '',
  officeBuilding: contact.office?.building ?? '',
  officeAccess: contact.office?.access ?? [],
  email: contact.email ?? '',
  phone: contact.phone ?? '',
  paName: contact.pa?.name ?? '',
  paEmail: contact.pa?.email ?? '',
  early: typeof contact.early === 'number' ? String(contact.early) : yesNoText(contact.early),
  key: yesNoText(contact.key),
  phoneAgreed: tickText(contact.phoneAgreed),
  access: contact.access ?? [],
  child: tickText(contact.child),
  representsCouncil: yesNoText(contact.representsCouncil),
});
