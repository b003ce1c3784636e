import type { AgreedReview } from '../../../src/actions/open-agreed.ts';
import type { Draft, OpenReview } from '../../../src/actions/open-review.ts';
import { calendarFor } from '../../../src/publish/calendar.ts';
import { placementsCsv } from '../../../src/publish/csv.ts';
import { programmeToJson, reviewToJson } from '../../../src/publish/json.ts';
import { paperPage } from '../../../src/publish/page/paper.ts';
import { contactSheet, personSheet, roomSheet } from '../../../src/publish/page/person.ts';
import { printablePage } from '../../../src/publish/page/programme.ts';
import { weekPage } from '../../../src/publish/page/week.ts';
import { makePaper, type PaperKind } from '../../../src/publish/paper/kinds.ts';
import type { Material } from '../../../src/publish/paper/material.ts';
import type { Paper } from '../../../src/publish/paper/paper.ts';
import { editionOf } from '../../edition.ts';
import { draftStamp, releaseStamp } from '../../stamp.ts';

/** Which version is printed: a release that holds, or what is being worked on; a programme is there either way. */
export type Printed = (OpenReview | AgreedReview) & { readonly draft: Draft };

export const stampOf = (open: Printed) => ('release' in open ? releaseStamp(open) : draftStamp(open));

const materialOf = (open: Printed): Material => ({
  review: open.review,
  programme: open.draft.programme,
  findings: open.findings,
  stamp: stampOf(open),
});

/** A paper as data, for the files that are drawn of it. */
export const paperFor = (open: Printed, kind: PaperKind, who: string): Paper | undefined =>
  makePaper(kind, materialOf(open), who);

type Page = (material: Material, who: string) => string | undefined;

/** Pages that have a layout of their own; one for everybody together, and all other papers, are drawn alike. */
const pages: Partial<Readonly<Record<PaperKind, Page>>> = {
  programme: ({ review, programme, findings, stamp }) => printablePage(review, programme, findings, stamp),
  week: ({ review, programme, stamp }) => weekPage(review, programme, stamp),
  peer: ({ review, programme, stamp }, who) => personSheet(review, programme, who, stamp),
  contact: ({ review, programme, stamp }, who) => contactSheet(review, programme, who, stamp),
  room: ({ review, programme, stamp }, who) => roomSheet(review, programme, who, stamp),
};

const forMany: ReadonlySet<PaperKind> = new Set(['peer', 'contact', 'room']);

/** A paper as a page to print. */
export function pageFor(open: Printed, kind: PaperKind, who: string): string | undefined {
  const material = materialOf(open);
  const own = pages[kind];
  if (own && !(forMany.has(kind) && who === '')) return own(material, who);
  const paper = makePaper(kind, material, who);
  return paper && paperPage(paper);
}

/** Something to take away that is not paper. */
export interface DataFile {
  readonly type: 'csv' | 'json' | 'ics';
  readonly body: string;
  readonly name: string;
}

const files = {
  csv: ['csv', ({ review, draft }: Printed) => placementsCsv(review, draft.programme)],
  json: ['json', ({ review, draft }: Printed) => programmeToJson(review, draft.programme)],
  review: ['json', ({ review }: Printed) => reviewToJson(review)],
  ics: [
    'ics',
    (open: Printed) => calendarFor(open.review, open.draft.programme, { whole: true }, [], editionOf(open)),
  ],
} as const;

export type FileKind = keyof typeof files;

export const isFileKind = (kind: string): kind is FileKind => Object.hasOwn(files, kind);

export function dataFile(open: Printed, kind: FileKind): DataFile | undefined {
  const [type, make] = files[kind];
  const body = make(open);
  const what = kind === 'review' ? 'review' : 'programme';
  return body === undefined ? undefined : { type, body, name: `${open.review.id}-${what}.${type}` };
}
