import { withoutGaps } from '../../entry/edit.ts';
import type { Entry } from '../../entry/entry.ts';
import type { SiteEntry } from '../../review/file.ts';
import { type Fields, type FormReading, Sent } from './sent.ts';
import { accessWords } from './usual-words.ts';

export type SiteRead = Omit<SiteEntry, 'id'>;

/** Everything about a site but its diary. `before`: as it was. */
export function readSite(entry: Entry, fields: Fields, before?: SiteEntry): FormReading<SiteRead> {
  const sent = new Sent(fields);
  const { id: _, ...rest } = before ?? { id: '' };
  return sent.reading(
    withoutGaps({
      ...rest,
      name: sent.needed('name', 'Enter what the site is called'),
      address: sent.text('address'),
      notes: sent.text('notes'),
      access: sent.words('access', accessWords(entry), before?.access),
    }) as SiteRead,
  );
}

/** A site as the fields of its form. */
export const siteFields = (site: SiteEntry): Fields => ({
  name: site.name,
  address: site.address ?? '',
  notes: site.notes ?? '',
  access: site.access ?? [],
});
