import type { Paper } from './paper/paper.ts';

/** Files that papers are drawn as. */
export const drawnForms = ['pdf', 'docx', 'xlsx'] as const;
export type DrawnForm = (typeof drawnForms)[number];

/** Draws a paper as a file, in whatever thread this runs; only what it needs is loaded. The same paper, the same bytes. */
export async function drawPaper(paper: Paper, form: DrawnForm): Promise<Uint8Array> {
  switch (form) {
    case 'pdf': {
      const { drawPdf } = await import('./pdf/pdf.ts');
      return drawPdf(paper);
    }
    case 'docx': {
      const { drawWord } = await import('./word/word.ts');
      return drawWord(paper);
    }
    case 'xlsx': {
      const { drawExcel } = await import('./excel/excel.ts');
      return drawExcel(paper);
    }
  }
}
