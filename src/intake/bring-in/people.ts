import type { Entry } from '../../entry/entry.ts';
import { newPersonId } from '../../entry/new-person-id.ts';
import type { ContactEntry } from '../../review/file.ts';
import type { RoleId } from '../../review/roles.ts';
import { roleLabel, roleOfJob } from '../spreadsheet/role-names.ts';
import { cut, words, yesNo } from './cells.ts';
import { inOrder, known, share } from './names.ts';
import { rolesIn } from './roles.ts';
import type { Row } from './row.ts';
import { leave, plainly, type Settled, type SoFar, settle } from './settle.ts';
import { siteIn } from './sites.ts';
import { shownDiary, typedDiary } from './typed.ts';

const ADDRESS = /[^\s<>;,:()[\]]+@[^\s<>;,()[\]]+/;

/** Courtesies that are printed before a name. */
const PRINTED = /^(dr|prof|professor|cllr|councillor|sir|dame|lord|lady|rev|revd)\.?$/i;

const columns = {
  name: 'name',
  jobTitle: 'jobTitle',
  organisation: 'organisation',
  roles: 'roles',
  email: 'email',
  phone: 'phone',
  pa: 'paName',
  office: 'office',
  early: 'early',
  key: 'key',
  phoneAgreed: 'phoneAgreed',
  access: 'access',
  diary: 'diary',
} as const;

/** Brings in one row of a table of people. */
export function bringPerson(so: SoFar, row: Row): Settled {
  const name = nameOf(row);
  if (name === '') {
    row.note('name', 'There is no name.', 'Write first name and surname.');
    return leave(so, row, 'people', '');
  }
  const who = whoIs(so.entry, row, name);
  if (who === 'unclear') return leave(so, row, 'people', name);
  const organisation = row.line1('organisation') || (who ? undefined : so.entry.review.council);
  if (!who && row.text('organisation') === '') row.remark('Organisation: taken to be the council');
  // A site is only worth adding where there is an office at it.
  const hasOffice = row.line1('office') !== '' || (who?.office?.name ?? '') !== '';
  const at = hasOffice ? siteIn(so, row, 'site') : { so, site: undefined };
  return settle(at.so, row, {
    kind: 'people',
    list: 'contacts',
    noun: 'person',
    name,
    before: who,
    id: (entry) => newPersonId(entry, 'contacts'),
    fields: {
      name,
      jobTitle: row.line1('jobTitle') || undefined,
      organisation,
      roles: roles(so.entry, row, who, organisation),
      email: email(row),
      phone: row.line1('phone') || undefined,
      pa: pa(row, who),
      office: office(at.so.entry, row, at.site?.id, who),
      early: early(row),
      key: yesNo(row, 'key'),
      phoneAgreed: yesNo(row, 'phoneAgreed'),
      access: words(row, 'access'),
      diary: typedDiary(so.entry, row, who?.diary),
    },
    columns,
    show,
  });
}

function nameOf(row: Row): string {
  const [first, last] = [row.line1('first'), row.line1('last')];
  const whole = inOrder(row.line1('name'));
  // "Name" beside "Surname" is the first name.
  const name =
    last === ''
      ? whole || first
      : known(whole).endsWith(known(last))
        ? whole
        : `${first || whole} ${last}`.trim();
  const prefix = row.line1('prefix');
  return PRINTED.test(prefix) && !name.toLowerCase().startsWith(prefix.toLowerCase()) && name !== ''
    ? `${prefix} ${name}`
    : name;
}

/** The person that a row is about: by id, e-mail address, then name. Undefined for somebody new. */
function whoIs(entry: Entry, row: Row, name: string): ContactEntry | undefined | 'unclear' {
  const people = entry.contacts ?? [];
  const id = row.text('id');
  const byId = people.find((person) => person.id === id);
  if (byId) return byId;
  const mail = email(row)?.toLowerCase();
  const called = people.filter((person) => known(person.name) === known(name));
  if (mail !== undefined) {
    const reached = people.filter((person) => person.email?.toLowerCase() === mail);
    const same = reached.filter((person) => known(person.name) === known(name));
    if (same.length === 1) return same[0];
    const [one] = reached;
    if (reached.length === 1 && one && share(one.name, name)) return one;
    if (one) row.remark(`Has the same e-mail address as ${one.name}`);
  }
  const organisation = known(row.line1('organisation'));
  const likely = called.filter(
    (person) =>
      // Another address in another organisation is another person of that name.
      !(
        mail &&
        person.email &&
        person.email.toLowerCase() !== mail &&
        organisation !== '' &&
        known(person.organisation) !== organisation
      ),
  );
  if (likely.length < 2) return likely[0];
  const there = likely.filter(
    (person) =>
      known(person.organisation) === organisation ||
      known(person.jobTitle ?? '') === known(row.line1('jobTitle')),
  );
  if (there.length === 1) return there[0];
  row.note(
    'name',
    `There are ${likely.length} people called ${name}.`,
    'Give the e-mail address or the Peerweek id too.',
  );
  return 'unclear';
}

/** An address, out of `Priya Shah <priya@…>` or `mailto:` where it is copied so. */
function email(row: Row): string | undefined {
  const text = row.line1('email');
  if (text === '') return undefined;
  return ADDRESS.exec(text)?.[0] ?? text;
}

/** Who keeps their diary: a name, an address, or both in one cell. */
function pa(row: Row, who: ContactEntry | undefined): ContactEntry['pa'] {
  const [called, written] = [row.line1('paName'), row.line1('paEmail')];
  if (called === '' && written === '') return undefined;
  const found = ADDRESS.exec(written || called)?.[0];
  if (found === undefined && written !== '') {
    row.note('paEmail', `“${cut(written)}” is no e-mail address.`, 'Write it like name@council.gov.uk.');
    return undefined;
  }
  const name = called
    .replace(ADDRESS, '')
    .replace(/mailto:|[<>()[\],;:]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const address = found ?? who?.pa?.email;
  if (address === undefined) {
    row.note(
      'paName',
      `There is no e-mail address of ${cut(name)}.`,
      'Give it in a column called PA e-mail.',
    );
    return undefined;
  }
  const kept = name || (found === undefined || found === who?.pa?.email ? who?.pa?.name : undefined);
  return { ...(kept && { name: kept }), email: address };
}

function roles(
  entry: Entry,
  row: Row,
  who: ContactEntry | undefined,
  organisation: string | undefined,
): readonly RoleId[] | undefined {
  const said = rolesIn(row, 'roles');
  if (said || who || row.text('roles') !== '') return said;
  const isCouncil = known(organisation ?? '') === known(entry.review.council);
  const role = roleOfJob(row.line1('jobTitle'), isCouncil);
  if (!role) return undefined;
  row.remark(`On the list as: ${roleLabel(role)}`);
  return [role];
}

function office(
  entry: Entry,
  row: Row,
  site: string | undefined,
  who: ContactEntry | undefined,
): ContactEntry['office'] {
  const [name, building] = [row.line1('office'), row.line1('building')];
  const at = site ?? who?.office?.site ?? (entry.sites?.length === 1 ? entry.sites[0]!.id : undefined);
  const called = name || (site ? who?.office?.name : undefined);
  if (name !== '' && at === undefined) {
    if (row.text('site') === '')
      row.note('office', `Which site ${name} is at is not said.`, 'Give it in a column called Site.');
    return undefined;
  }
  if (called === undefined || called === '' || at === undefined) {
    if (row.text('site') !== '' && !who?.office?.name)
      row.note(
        'site',
        'There is no office to be seen in at the site.',
        'Give it in a column called Office, or leave the site blank.',
      );
    return undefined;
  }
  const kept = who?.office?.site === at ? who.office : {};
  return { ...kept, site: at, name: called, ...(building !== '' && { building }) };
}

function early(row: Row): boolean | number | undefined {
  const text = row.text('early');
  return /^[1-5]$/.test(text) ? Number(text) : yesNo(row, 'early');
}

function show(field: keyof ContactEntry, value: unknown, entry: Entry): string {
  if (field === 'diary') return shownDiary(entry, value);
  if (field === 'roles') return (value as readonly string[]).map(roleLabel).join('; ');
  if (field === 'pa') {
    const { name: called, email: address } = value as NonNullable<ContactEntry['pa']>;
    return called ? `${called} <${address}>` : address;
  }
  if (field !== 'office') return plainly(value);
  const { site, name, building } = value as NonNullable<ContactEntry['office']>;
  return [name, building, entry.sites?.find((s) => s.id === site)?.name ?? site].filter(Boolean).join(', ');
}
