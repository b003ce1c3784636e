import { Busboy } from '@fastify/busboy';
import type { Request, RequestHandler } from 'express';

/** A file that a form sent. */
export interface SentFile {
  readonly field: string;
  /** Its name without folders; '' where none was chosen. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** It was larger than is taken: what came after the limit is not in `bytes`. */
  readonly isCut: boolean;
}

export interface MultipartLimits {
  /** Bytes of one file, and how many files. */
  readonly bytes: number;
  readonly files: number;
}

/** Bytes of a text field: a table that was pasted. */
const MOST_TEXT = 2_000_000;
/** What is read and thrown away of a form that is too large, so that the browser gets to read why. Bytes. */
const PATIENCE = 200_000_000;

interface Form {
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  readonly files: readonly SentFile[];
  /** More files were sent than are taken, or the form came broken. */
  readonly isShort: boolean;
}

const forms = new WeakMap<Request, Form>();

/** The files of a form that {@link multipart} read, those that were chosen. */
export const filesOf = (request: Request): readonly SentFile[] =>
  (forms.get(request)?.files ?? []).filter(({ name, bytes }) => name !== '' || bytes.length > 0);

/** Whether something of a form was not taken: more files than may be, or a broken or interrupted sending. */
export const cameShort = (request: Request): boolean => forms.get(request)?.isShort ?? false;

/**
 * Reads a form with files (multipart/form-data), within limits: its fields into `request.body`, as any other form's, its
 * files for {@link filesOf}. A form without files in it is none: the body is then empty.
 */
export const multipart =
  (limits: MultipartLimits): RequestHandler =>
  async (request, _response, next) => {
    const form = request.is('multipart/form-data') ? await readForm(request, limits) : noForm;
    forms.set(request, form);
    request.body = form.fields;
    next();
  };

const noForm: Form = { fields: {}, files: [], isShort: true };

function readForm(request: Request, { bytes, files: most }: MultipartLimits): Promise<Form> {
  const fields: Record<string, string | string[]> = Object.create(null);
  const files: SentFile[] = [];
  let isShort = false;
  const parser = parserOf(request, bytes, most);
  if (!parser) return Promise.resolve(noForm);
  return new Promise((resolve) => {
    const end = (): void => {
      request.unpipe(parser);
      // What is still to come has nobody to read it.
      request.resume();
      resolve({ fields, files, isShort });
    };
    const fail = (): void => {
      isShort = true;
      end();
    };
    parser.on('file', (field, stream, name) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', fail);
      stream.on('end', () => {
        files.push({ field, name: plainName(name), bytes: Buffer.concat(chunks), isCut: stream.truncated });
      });
    });
    parser.on('field', (field, value) => {
      const before = fields[field];
      if (before === undefined) fields[field] = value;
      else fields[field] = [...(Array.isArray(before) ? before : [before]), value];
    });
    parser.on('filesLimit', () => {
      isShort = true;
    });
    parser.on('partsLimit', () => {
      isShort = true;
    });
    parser.on('error', fail);
    parser.on('finish', end);
    request.on('aborted', fail);
    request.on('error', fail);
    let seen = 0;
    request.on('data', (chunk: Buffer) => {
      seen += chunk.length;
      if (seen > PATIENCE) request.destroy();
    });
    request.pipe(parser);
  });
}

/** Undefined where the request does not even say how its parts are told apart. */
function parserOf(request: Request, fileSize: number, files: number) {
  try {
    return new Busboy({
      headers: { ...request.headers, 'content-type': request.headers['content-type'] ?? '' },
      limits: {
        fileSize,
        files,
        fields: 300,
        parts: 300 + files,
        fieldSize: MOST_TEXT,
        fieldNameSize: 100,
        headerPairs: 50,
        headerSize: 8000,
      },
    });
  } catch {
    return undefined;
  }
}

const plainName = (name: string | undefined): string =>
  (name ?? '')
    .replace(/^.*[\\/]/, '')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()
    .slice(0, 200);
