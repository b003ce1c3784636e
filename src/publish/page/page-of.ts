import { annexPaper } from '../paper/annex.ts';
import type { PaperKind } from '../paper/kind-names.ts';
import { makePaper } from '../paper/kinds.ts';
import type { Material } from '../paper/material.ts';
import { type OwnKind, ownWeeks } from '../paper/own.ts';
import { paperPage } from './paper.ts';
import { weekSheets } from './person.ts';
import { programmePrint } from './programme.ts';
import { weekPage } from './week.ts';

type Page = (material: Material, who: string) => string | undefined;

const ownPage =
  (kind: OwnKind): Page =>
  (material, who) => {
    const own = ownWeeks(kind, material, who);
    const { review, stamp } = material;
    return own && weekSheets(review, stamp, own.weeks, `${review.council}: ${own.title}`);
  };

/** Pages that have a layout of their own; all other papers are drawn alike. */
const pages: Partial<Readonly<Record<PaperKind, Page>>> = {
  programme: ({ review, programme, findings, stamp }) => programmePrint(review, programme, findings, stamp),
  day: ({ review, programme, findings, stamp }, day) =>
    programmePrint(review, programme, findings, stamp, { day }),
  record: (material) => {
    const { review, programme, findings, stamp } = material;
    return programmePrint(review, programme, findings, stamp, { behind: annexPaper(material) });
  },
  week: ({ review, programme, stamp }) => weekPage(review, programme, stamp),
  peer: ownPage('peer'),
  contact: ownPage('contact'),
  room: ownPage('room'),
};

/** A paper as one HTML document to print; `who` as in `makePaper`. Undefined for what is not there. */
export function pageOf(kind: PaperKind, material: Material, who: string): string | undefined {
  const own = pages[kind];
  if (own) return own(material, who);
  const paper = makePaper(kind, material, who);
  return paper && paperPage(paper);
}
