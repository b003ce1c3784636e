import { put } from '../../entry/edit.ts';
import { newId } from '../../entry/new-id.ts';
import type { SiteEntry } from '../../review/file.ts';
import { words } from './cells.ts';
import { find, known } from './names.ts';
import type { Row } from './row.ts';
import { leave, plainly, type Settled, type SoFar, settle } from './settle.ts';
import { shownDiary, typedDiary } from './typed.ts';

/** Brings in one row of a table of sites. */
export function bringSite(so: SoFar, row: Row): Settled {
  const name = row.line1('name');
  if (name === '') {
    row.note('name', 'There is no name of a site.', 'Write what it is called.');
    return leave(so, row, 'sites', '');
  }
  const sites = so.entry.sites ?? [];
  const called = sites.filter((site) => known(site.name) === known(name));
  const before = sites.find((site) => site.id === row.text('id')) ?? called[0];
  if (called.length > 1 && before?.id !== row.text('id')) {
    row.note('name', `There are ${called.length} sites called ${name}.`, 'Give the Peerweek id too.');
    return leave(so, row, 'sites', name);
  }
  const address = [row.text('address'), row.text('postcode')].filter((part) => part !== '').join('\n');
  return settle(so, row, {
    kind: 'sites',
    list: 'sites',
    noun: 'site',
    name,
    before,
    id: (entry) => newId(entry, name, 'site'),
    fields: {
      name,
      address: address || undefined,
      notes: row.text('notes') || undefined,
      access: words(row, 'access'),
      diary: typedDiary(so.entry, row, before?.diary),
    },
    columns: { name: 'name', address: 'address', notes: 'notes', access: 'access', diary: 'diary' },
    show: (field, value, entry) => (field === 'diary' ? shownDiary(entry, value) : plainly(value)),
  });
}

/**
 * The site that a cell of another table names; one that is not there yet is added, unless it looks like a misspelling of
 * one that is. Undefined where the cell is blank or, said in a note, can't be told.
 */
export function siteIn(
  so: SoFar,
  row: Row,
  column: string,
): { readonly so: SoFar; readonly site: SiteEntry | undefined } {
  const text = row.line1(column);
  if (text === '') return { so, site: undefined };
  const found = find(so.entry.sites ?? [], text);
  if (found.is === 'one') return { so, site: found.item };
  if (found.is === 'several' || found.near) {
    row.note(
      column,
      `“${text}” is not a site of the review${found.is === 'several' ? ', or several are called so' : ''}.`,
      found.is === 'none' ? `Did you mean “${found.near}”?` : 'Write its Peerweek id.',
    );
    return { so, site: undefined };
  }
  const site: SiteEntry = { id: newId(so.entry, text, 'site'), name: text };
  row.remark(`Also adds the site ${text}`);
  return { so: { ...so, entry: put('sites', site)(so.entry) }, site };
}
