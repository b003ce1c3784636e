import type { AgreedReview } from '../../../src/actions/open-agreed.ts';
import type { Draft, OpenReview } from '../../../src/actions/open-review.ts';
import { placementsCsv } from '../../../src/publish/csv.ts';
import { programmeToJson, reviewToJson } from '../../../src/publish/json.ts';
import { pageOf } from '../../../src/publish/page/page-of.ts';
import type { PaperKind } from '../../../src/publish/paper/kind-names.ts';
import { makePaper } from '../../../src/publish/paper/kinds.ts';
import type { Material } from '../../../src/publish/paper/material.ts';
import type { Paper } from '../../../src/publish/paper/paper.ts';
import type { Services } from '../../services.ts';
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

/** A paper as a page to print. */
export const pageFor = (open: Printed, kind: PaperKind, who: string): string | undefined =>
  pageOf(kind, materialOf(open), who);

/** Something to take away that is not paper. */
export interface DataFile {
  readonly type: 'csv' | 'json' | 'ics';
  readonly body: string;
  readonly name: string;
}

/** The whole as a calendar: what is subscribed to, or what that would be if the draft were approved. */
async function calendarOf(open: Printed, { feedOf }: Pick<Services, 'feedOf'>): Promise<string | undefined> {
  const { review, draft } = open;
  const whole = { review: review.id, kind: 'whole', person: 'whole' } as const;
  const drafted = { review, programme: draft.programme, at: stampOf(open).at };
  return (await feedOf(whole, 'release' in open ? undefined : drafted))?.text;
}

const files = {
  csv: ['csv', ({ review, draft }: Printed) => placementsCsv(review, draft.programme)],
  json: ['json', ({ review, draft }: Printed) => programmeToJson(review, draft.programme)],
  review: ['json', ({ review }: Printed) => reviewToJson(review)],
  ics: ['ics', calendarOf],
} as const;

export type FileKind = keyof typeof files;

export const isFileKind = (kind: string): kind is FileKind => Object.hasOwn(files, kind);

export async function dataFile(
  services: Pick<Services, 'feedOf'>,
  open: Printed,
  kind: FileKind,
): Promise<DataFile | undefined> {
  const [type, make] = files[kind];
  const body = await make(open, services);
  const what = kind === 'review' ? 'review' : 'programme';
  return body === undefined ? undefined : { type, body, name: `${open.review.id}-${what}.${type}` };
}
