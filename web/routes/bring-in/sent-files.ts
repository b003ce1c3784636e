import type { Request } from 'express';
import { cameShort, filesOf, type SentFile } from '../../multipart.ts';

export type Files =
  | { readonly ok: true; readonly files: readonly SentFile[] }
  | { readonly ok: false; readonly why: string };

/** The files of a form, or the sentence to put beside the field. `most`: what one may weigh, in words. */
export function sentFiles(request: Request, most: string): Files {
  const files = filesOf(request);
  const large = files.find(({ isCut }) => isCut);
  if (large) return { ok: false, why: `${large.name || 'The file'} is larger than ${most}` };
  if (cameShort(request))
    return {
      ok: false,
      why:
        files.length > 0
          ? 'Not all of the files arrived: choose fewer at once, or choose them again'
          : 'The file did not arrive whole: choose it again',
    };
  const empty = files.find(({ bytes }) => bytes.length === 0);
  if (empty)
    return {
      ok: false,
      why: `${empty.name} is empty: if it is open in another program, save it there first`,
    };
  return { ok: true, files };
}
