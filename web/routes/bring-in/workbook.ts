import type { RequestHandler } from 'express';
import { templateWorkbook } from '../../../src/actions/bring-in/template.ts';
import type { Services } from '../../services.ts';
import { withEntry } from '../with-entry.ts';

/** A workbook to take away: one to fill in, or one with what is entered in it. */
export const workbook = (services: Services, which: 'template' | 'as-it-is'): RequestHandler =>
  withEntry(services, async ({ entry, line, response }) => {
    const file = await templateWorkbook(which === 'as-it-is' ? entry : undefined);
    const name = which === 'as-it-is' ? `${line.id}-as-it-is.xlsx` : 'peerweek-template.xlsx';
    response.setHeader('Cache-Control', 'private, no-store');
    response.setHeader('Content-Disposition', `attachment; filename="${name}"`);
    response.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet').send(file);
  });
