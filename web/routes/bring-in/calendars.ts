import type { RequestHandler } from 'express';
import { keepCalendars } from '../../../src/actions/bring-in/calendars.ts';
import { addresses } from '../../addresses.ts';
import { errorSummary, fileUpload } from '../../form/fields.ts';
import type { Services } from '../../services.ts';
import { type AboutEntry, withEntry } from '../with-entry.ts';
import { mayChangePeers } from './role.ts';
import { sentFiles } from './sent-files.ts';

export const calendarsPage = (services: Services): RequestHandler =>
  withEntry(services, (given) => showPage(services, given));

function showPage(services: Services, { response, line, about }: AboutEntry, error?: string): void {
  services.show(response, 'bring-in/calendars', about('Bring in calendars', 'bring-in'), {
    errors: error ? errorSummary([{ text: error, field: 'files' }]) : null,
    back: addresses.bringIn(line.id),
    action: addresses.bringInCalendars(line.id),
    files: fileUpload({
      name: 'files',
      label: 'Calendars',
      hint: 'Up to 20 files that end in .ics, each up to 10 MB. Where a person’s name or e-mail address is in the name of the file, Peerweek knows whose it is; you can choose, too.',
      labelClasses: 'govuk-label--s',
      accept: '.ics,.ifb,text/calendar',
      multiple: true,
      ...(error && { error }),
    }),
  });
}

/** Reads calendars and goes on to look them over. Nothing is changed by it. */
export const bringCalendarFiles = (services: Services): RequestHandler =>
  withEntry(services, async (given) => {
    const { request, response, entry, line, by } = given;
    const refuse = (error: string) => {
      response.status(422);
      showPage(services, given, error);
    };
    const files = sentFiles(request, '10 MB');
    if (!files.ok) return refuse(files.why);
    if (files.files.length === 0) return refuse('Choose one or more calendars');
    const about = { review: line.id, entry, by, peers: mayChangePeers(given) };
    const upload = await keepCalendars(services.store, about, files.files);
    if (upload === 'no week') return refuse('Give the first day of the week first, under Setting up');
    response.redirect(303, addresses.broughtIn(line.id, upload.id));
  });
