import PDFDocument from 'pdfkit';
import type { Paper } from '../paper/paper.ts';
import { drawFooters, drawSheet } from './draw-sheet.ts';
import { clean } from './letters.ts';
import { penOn } from './pen.ts';

/** A document with every sheet drawn, not ended yet; and the size of the text of each sheet’s tables, in points. */
function drawn(paper: Paper): {
  readonly doc: InstanceType<typeof PDFDocument>;
  readonly sizes: readonly number[];
} {
  const made = new Date(paper.at);
  const version = `${paper.header.draft ? 'Draft. ' : ''}${paper.header.version}`;
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
      Subject: clean(version),
      Creator: 'Peerweek',
      Producer: 'Peerweek',
      CreationDate: made,
      ModDate: made,
    },
  } as const;
  // The typings of pdfkit do not know of PDF/UA yet.
  const doc = new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions);
  const pen = penOn(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const sizes = paper.sheets.map((sheet) => {
    const size = drawSheet(pen, sheet, paper.header, root);
    if (paper.sheets.length > 1) doc.outline.addItem(clean(sheet.name));
    return size;
  });
  root.end();
  drawFooters(pen, paper.title, version);
  return { doc, sizes };
}

/** How large the text of each sheet is in a PDF, in points: what fits there fits elsewhere, or nearly. */
export const textSizes = async (paper: Paper): Promise<readonly number[]> => drawn(paper).sizes;

/**
 * A paper as a tagged PDF (PDF/UA-1): real text in fonts that it holds itself, tables that say what heads their rows
 * and columns, a language, a title. Made without a browser. The same paper gives the same bytes: the dates in it are
 * those of the version that it shows.
 */
export async function drawPdf(paper: Paper): Promise<Uint8Array> {
  const { doc } = drawn(paper);
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
