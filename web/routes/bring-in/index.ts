import { Router } from 'express';
import { diaryLists } from '../../../src/entry/diaries.ts';
import { MOST_CALENDAR_BYTES } from '../../../src/intake/calendar/limits.ts';
import { MOST_BYTES } from '../../../src/intake/spreadsheet/limits.ts';
import { may } from '../../may.ts';
import { multipart } from '../../multipart.ts';
import type { Services } from '../../services.ts';
import { formBody } from '../entering/body.ts';
import { bringCalendarFiles, calendarsPage } from './calendars.ts';
import { bringDiaryFile, diaryPage } from './diary.ts';
import { bringTable, startPage } from './start.ts';
import { applyUpload, readAs, throwAway, uploadPage } from './upload.ts';
import { workbook } from './workbook.ts';

const both = may('organiser', 'manager');
/** Peers belong to the review manager. */
const manager = may('manager');
const table = multipart({ bytes: MOST_BYTES, files: 1 });
/** Calendars that are brought at once. */
const MOST_CALENDARS = 20;
const calendars = multipart({ bytes: MOST_CALENDAR_BYTES, files: MOST_CALENDARS });
const oneCalendar = multipart({ bytes: MOST_CALENDAR_BYTES, files: 1 });

const paths = { contacts: 'people', rooms: 'places/rooms', sites: 'places/sites', peers: 'peers' } as const;

export function bringInRoutes(services: Services): Router {
  const router = Router()
    .get('/reviews/:review/bring-in', both, startPage(services))
    .post('/reviews/:review/bring-in', both, table, bringTable(services))
    .get('/reviews/:review/bring-in/template.xlsx', both, workbook(services, 'template'))
    .get('/reviews/:review/bring-in/as-it-is.xlsx', both, workbook(services, 'as-it-is'))
    .get('/reviews/:review/bring-in/calendars', both, calendarsPage(services))
    .post('/reviews/:review/bring-in/calendars', both, calendars, bringCalendarFiles(services))
    .get('/reviews/:review/bring-in/:upload', both, uploadPage(services))
    .post('/reviews/:review/bring-in/:upload/read-as', both, formBody, readAs(services))
    .post('/reviews/:review/bring-in/:upload/apply', both, formBody, applyUpload(services))
    .post('/reviews/:review/bring-in/:upload/throw-away', both, formBody, throwAway(services));
  for (const list of diaryLists) {
    const address = `/reviews/:review/${paths[list]}/:item/diary/bring-in`;
    const gate = list === 'peers' ? manager : both;
    router.get(address, gate, diaryPage(services, list));
    router.post(address, gate, oneCalendar, bringDiaryFile(services, list));
  }
  return router;
}
