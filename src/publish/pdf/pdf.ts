import PDFDocument from 'pdfkit';
import type { Paper } from '../paper/paper.ts';
import { drawFooters, drawSheet, fitPaper } from './draw-sheet.ts';
import type { Fitted } from './fit-sheet.ts';
import { clean } from './letters.ts';
import { penOn } from './pen.ts';

type Doc = InstanceType<typeof PDFDocument>;

/** A document in which nothing is drawn yet. */
function opened(paper: Paper): Doc {
  const made = new Date(paper.at);
  const options = {
    subset: 'PDF/UA',
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: 'en-GB',
    autoFirstPage: false,
    bufferPages: true,
    info: {
      Title: clean(paper.title),
      Author: clean(paper.header.council),
      Subject: clean(versionOf(paper)),
      Creator: 'Peerweek',
      Producer: 'Peerweek',
      CreationDate: made,
      ModDate: made,
    },
  } as const;
  // The typings of pdfkit do not know of PDF/UA yet.
  return new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions);
}

const versionOf = ({ header }: Paper): string => `${header.draft ? 'Draft. ' : ''}${header.version}`;

/** How each sheet goes on its pages in a PDF: what fits there fits elsewhere, or nearly. */
export const fittings = (paper: Paper): readonly Fitted[] => fitPaper(penOn(opened(paper)), paper);

/**
 * A paper as a tagged PDF (PDF/UA-1): real text in fonts that it holds itself, tables that say what heads their rows
 * and columns, a language, a title. Made without a browser. The same paper gives the same bytes: the dates in it are
 * those of the version that it shows.
 */
export async function drawPdf(paper: Paper): Promise<Uint8Array> {
  const doc = opened(paper);
  const pen = penOn(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);
  for (const fitted of fitPaper(pen, paper)) {
    drawSheet(pen, fitted, paper.header, root);
    if (paper.sheets.length > 1) doc.outline.addItem(clean(fitted.sheet.name));
  }
  root.end();
  drawFooters(pen, paper, versionOf(paper));
  const chunks: Uint8Array[] = [];
  const done = new Promise<void>((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  doc.end();
  await done;
  return Buffer.concat(chunks);
}
