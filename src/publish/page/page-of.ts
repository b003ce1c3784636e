import type { PaperKind } from '../paper/kind-names.ts';
import { makePaper } from '../paper/kinds.ts';
import type { Material } from '../paper/material.ts';
import { paperPage } from './paper.ts';
import { contactSheet, personSheet, roomSheet } from './person.ts';
import { printablePage } from './programme.ts';
import { weekPage } from './week.ts';

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

/** A paper as one HTML document to print; `who` as in `makePaper`. Undefined for what is not there. */
export function pageOf(kind: PaperKind, material: Material, who: string): string | undefined {
  const own = pages[kind];
  if (own && !(forMany.has(kind) && who === '')) return own(material, who);
  const paper = makePaper(kind, material, who);
  return paper && paperPage(paper);
}
