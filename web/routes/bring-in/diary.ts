import type { RequestHandler } from 'express';
import { keepCalendars } from '../../../src/actions/bring-in/calendars.ts';
import type { DiaryList } from '../../../src/entry/diaries.ts';
import { addresses } from '../../addresses.ts';
import { errorSummary, fileUpload } from '../../form/fields.ts';
import type { Services } from '../../services.ts';
import { type Subject, subjectOf } from '../diary/subject.ts';
import { type AboutEntry, withEntry } from '../with-entry.ts';
import { mayChangePeers } from './role.ts';
import { sentFiles } from './sent-files.ts';

const subjectIn = ({ entry, request }: AboutEntry, list: DiaryList): Subject | undefined =>
  subjectOf(entry, list, String(request.params.item));

function showPage(services: Services, given: AboutEntry, subject: Subject, error?: string): void {
  const { response, line, about } = given;
  services.show(response, 'bring-in/diary', about(`Diary of ${subject.name} from a calendar`, subject.tab), {
    errors: error ? errorSummary([{ text: error, field: 'file' }]) : null,
    name: subject.name,
    back: subject.address,
    action: addresses.diaryOf(line.id, subject.list, subject.id, 'bring-in'),
    several: addresses.bringInCalendars(line.id),
    file: fileUpload({
      name: 'file',
      label: 'The calendar',
      hint: 'A file that ends in .ics, from Outlook, Exchange, Google or Apple, or a free/busy file; up to 10 MB.',
      labelClasses: 'govuk-label--s',
      accept: '.ics,.ifb,text/calendar',
      ...(error && { error }),
    }),
  });
}

/** Somebody's diary from a calendar of theirs. */
export const diaryPage = (services: Services, list: DiaryList): RequestHandler =>
  withEntry(services, (given) => {
    const subject = subjectIn(given, list);
    if (!subject) return given.next();
    showPage(services, given, subject);
  });

/** Reads the calendar and goes on to look it over. Nothing is changed by it. */
export const bringDiaryFile = (services: Services, list: DiaryList): RequestHandler =>
  withEntry(services, async (given) => {
    const { request, response, entry, line, by, next } = given;
    const subject = subjectIn(given, list);
    if (!subject) return next();
    const refuse = (error: string) => {
      response.status(422);
      showPage(services, given, subject, error);
    };
    const files = sentFiles(request, '10 MB');
    if (!files.ok) return refuse(files.why);
    if (files.files.length === 0) return refuse('Choose a calendar');
    const about = { review: line.id, entry, by, peers: mayChangePeers(given) };
    const upload = await keepCalendars(services.store, about, files.files, { list, id: subject.id });
    if (upload === 'no week') return refuse('Give the first day of the week first, under Setting up');
    response.redirect(303, addresses.broughtIn(line.id, upload.id));
  });
