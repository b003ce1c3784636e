import type { Draft, OpenReview } from '../../../src/actions/open-review.ts';
import { calendarFor } from '../../../src/publish/calendar.ts';
import { placementsCsv } from '../../../src/publish/csv.ts';
import { programmeToJson, reviewToJson } from '../../../src/publish/json.ts';
import { contactSheet, personSheet, roomSheet } from '../../../src/publish/page/person.ts';
import { printablePage } from '../../../src/publish/page/programme.ts';
import { weekPage } from '../../../src/publish/page/week.ts';
import { editionOf } from '../../edition.ts';

/** Something to print or take away. */
export interface Sheet {
  readonly type: 'html' | 'csv' | 'json' | 'ics';
  readonly body: string;
  /** The file's name, where it is saved and not shown. */
  readonly name: string;
}

type Make = (open: OpenReview, draft: Draft, who: string) => string | undefined;

const makers = {
  programme: ['html', ({ review, findings }, { programme }) => printablePage(review, programme, findings)],
  week: ['html', ({ review }, { programme }) => weekPage(review, programme)],
  peer: ['html', ({ review }, { programme }, who) => personSheet(review, programme, who)],
  contact: ['html', ({ review }, { programme }, who) => contactSheet(review, programme, who)],
  room: ['html', ({ review }, { programme }, who) => roomSheet(review, programme, who)],
  csv: ['csv', ({ review }, { programme }) => placementsCsv(review, programme)],
  json: ['json', ({ review }, { programme }) => programmeToJson(review, programme)],
  review: ['json', ({ review }) => reviewToJson(review)],
  ics: [
    'ics',
    (open, { programme }) => calendarFor(open.review, programme, { whole: true }, [], editionOf(open)),
  ],
} as const satisfies Readonly<Record<string, readonly [Sheet['type'], Make]>>;

export type SheetKind = keyof typeof makers;

export const isSheetKind = (kind: string): kind is SheetKind => Object.hasOwn(makers, kind);

/** Makes one; undefined without a programme, and for somebody or a room that the review does not know. */
export function makeSheet(open: OpenReview, kind: SheetKind, who: string): Sheet | undefined {
  if (!open.draft) return undefined;
  const [type, make]: readonly [Sheet['type'], Make] = makers[kind];
  const body = make(open, open.draft, who);
  const what = kind === 'review' ? 'review' : 'programme';
  return body === undefined ? undefined : { type, body, name: `${open.review.id}-${what}.${type}` };
}
