import type { RequestHandler } from 'express';
import { type Brought, keepTables } from '../../../src/actions/bring-in/tables.ts';
import type { UploadLine } from '../../../src/store/uploads-port.ts';
import { instantMoment } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import { errorSummary, fileUpload, textArea } from '../../form/fields.ts';
import { sent } from '../../sent.ts';
import type { Services } from '../../services.ts';
import { type AboutEntry, withEntry } from '../with-entry.ts';
import { sentFiles } from './sent-files.ts';

/** What is wrong with what was sent, and what was typed. */
interface Shown {
  readonly error?: { readonly text: string; readonly field: 'file' | 'table' };
  readonly table?: string;
  /** Something that was looked for is no longer there. */
  readonly isGone?: boolean;
}

export const startPage = (services: Services): RequestHandler =>
  withEntry(services, (given) => showStart(services, given, {}));

/** The page that everything begins with, and that comes again where something could not be taken. */
export async function showStart(
  services: Services,
  { response, entry, line, about }: AboutEntry,
  { error, table, isGone = false }: Shown,
): Promise<void> {
  const errorOf = (field: 'file' | 'table') => (error?.field === field ? error.text : undefined);
  const week = { firstDay: entry.review.firstDay, zone: entry.review.timeZone ?? 'Europe/London' };
  const waiting = (await services.store.uploads.of(line.id)).map((upload: UploadLine) => ({
    name: upload.name,
    about: `brought by ${upload.by}, ${instantMoment(week, upload.at)}`,
    href: addresses.broughtIn(line.id, upload.id),
  }));
  services.show(response, 'bring-in/start', about('Bring in', 'bring-in'), {
    errors: error ? errorSummary([error]) : null,
    isGone,
    action: addresses.bringIn(line.id),
    file: fileUpload({
      name: 'file',
      label: 'A workbook or a CSV file',
      hint: 'An Excel workbook (.xlsx) or a CSV file, up to 5 MB.',
      labelClasses: 'govuk-label--s',
      accept: '.xlsx,.csv,.tsv,.txt',
      error: errorOf('file'),
    }),
    table: textArea({
      name: 'table',
      label: 'Or a table that you paste',
      hint: 'Copy the rows with their headings, in Excel, Word or an e-mail, and paste them here.',
      labelClasses: 'govuk-label--s',
      rows: 6,
      value: table ?? '',
      error: errorOf('table'),
    }),
    template: addresses.bringInWorkbook(line.id, 'template'),
    asItIs: addresses.bringInWorkbook(line.id, 'as-it-is'),
    calendars: addresses.bringInCalendars(line.id),
    waiting,
  });
}

/** Reads a workbook, a CSV file or a pasted table, and goes on to look it over. Nothing is changed by it. */
export const bringTable = (services: Services): RequestHandler =>
  withEntry(services, async (given) => {
    const { request, response, line, by } = given;
    const table = sent(request, 'table');
    const refuse = (text: string, field: 'file' | 'table') => {
      response.status(422);
      return showStart(services, given, { error: { text, field }, table });
    };
    const files = sentFiles(request, '5 MB');
    if (!files.ok) return refuse(files.why, 'file');
    const [file] = files.files;
    if (!file && table.trim() === '') return refuse('Choose a file, or paste a table', 'file');
    const brought: Brought = file
      ? { name: file.name || 'A file', bytes: file.bytes }
      : { name: 'A pasted table', text: table };
    const kept = await keepTables(services.store, line.id, brought, by);
    if (!kept.ok)
      return refuse(
        kept.problems.map(({ what, mend }) => `${what} ${mend}`).join(' '),
        file ? 'file' : 'table',
      );
    response.redirect(303, addresses.broughtIn(line.id, kept.upload.id));
  });
