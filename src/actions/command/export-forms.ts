import type { Programme } from '../../programme/programme.ts';
import type { DrawnForm } from '../../publish/draw.ts';
import type { PaperKind } from '../../publish/paper/kind-names.ts';
import type { Material } from '../../publish/paper/material.ts';
import { fileStamp } from '../../publish/stamp.ts';
import type { Review } from '../../review/review.ts';
import { reportOn } from './report.ts';

/** One person, or a room; or the whole, of which `id` may say which day or agenda. */
export interface Whose {
  readonly kind: 'peer' | 'contact' | 'room' | 'whole';
  readonly id: string;
}

interface Wanted {
  readonly review: Review;
  readonly programme: Programme;
  readonly whose: Whose;
  /** Which paper, where it was said. */
  readonly paper: PaperKind | undefined;
}

type Made = string | Uint8Array | undefined;

/** Gives the file; undefined where there is nothing of that form for one person. */
type Form = (wanted: Wanted) => Promise<Made>;

const materialOf = ({ review, programme }: Wanted): Material => ({
  review,
  programme,
  findings: reportOn(review, programme).findings,
  stamp: fileStamp(review),
});

/** Which paper is meant: a person’s own where only they are named. */
const kindOf = ({ whose, paper }: Wanted, whole: PaperKind): PaperKind =>
  paper ?? (whose.kind === 'whole' ? whole : whose.kind);

async function drawn(wanted: Wanted, form: DrawnForm): Promise<Made> {
  const { makePaper } = await import('../../publish/paper/kinds.ts');
  const { drawPaper } = await import('../../publish/draw.ts');
  const paper = makePaper(kindOf(wanted, 'record'), materialOf(wanted), wanted.whose.id);
  return paper && drawPaper(paper, form);
}

/** The forms of a programme; what makes each is loaded when it is asked for. */
export const exportForms: Readonly<Record<string, Form>> = {
  async html(wanted) {
    const { pageOf } = await import('../../publish/page/page-of.ts');
    return pageOf(kindOf(wanted, 'programme'), materialOf(wanted), wanted.whose.id);
  },
  pdf: (wanted) => drawn(wanted, 'pdf'),
  async ics({ review, programme, whose: { kind, id } }) {
    const { calendarFor } = await import('../../publish/calendar.ts');
    if (kind === 'peer') return calendarFor(review, programme, { peer: id });
    if (kind === 'contact') return calendarFor(review, programme, { contact: id });
    return calendarFor(review, programme, kind === 'room' ? { room: id } : { whole: true });
  },
  xlsx: (wanted) => drawn(wanted, 'xlsx'),
  docx: (wanted) => drawn(wanted, 'docx'),
  async csv({ review, programme, whose }) {
    const { placementsCsv } = await import('../../publish/csv.ts');
    return whose.kind === 'whole' ? placementsCsv(review, programme) : undefined;
  },
  async json({ review, programme, whose }) {
    const { programmeToJson } = await import('../../publish/json.ts');
    return whose.kind === 'whole' ? programmeToJson(review, programme) : undefined;
  },
};

/** Whether a form is one of paper, of which there are several kinds. */
export const isPaper = (format: string): boolean => ['html', 'pdf', 'xlsx', 'docx'].includes(format);
