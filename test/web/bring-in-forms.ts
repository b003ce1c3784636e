import { type Answered, ask, type Served } from './served.ts';

/** A part of a form with files: a field, or a file with its name. */
export interface Part {
  readonly name: string;
  readonly value: string | Uint8Array;
  readonly file?: string;
}

const BOUNDARY = '----WebKitFormBoundary7MA4YWxkTrZu0gW';

/** A form with files as a browser sends it. */
export const formBody = (parts: readonly Part[]): Buffer =>
  Buffer.concat([
    ...parts.flatMap(({ name, value, file }) => [
      Buffer.from(
        `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${
          file === undefined ? '' : `; filename="${file}"\r\nContent-Type: application/octet-stream`
        }\r\n\r\n`,
      ),
      Buffer.from(value as string),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${BOUNDARY}--\r\n`),
  ]);

/** Sends the bytes of such a form, whatever they are. */
export const sendBytes = (
  url: string,
  body: Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answered> =>
  ask(url, {
    method: 'POST',
    headers: {
      'Content-Type': `multipart/form-data; boundary=${BOUNDARY}`,
      'Content-Length': String(body.length),
      'Sec-Fetch-Site': 'same-origin',
      ...headers,
    },
    body,
  });

/** Sends a form with files as a browser without script does. */
export const sendFiles = (
  url: string,
  parts: readonly Part[],
  headers: Readonly<Record<string, string>> = {},
): Promise<Answered> => sendBytes(url, formBody(parts), headers);

/** Where an answer leads. */
export const leadsTo = (site: Served, { headers }: Answered): string =>
  `${site.url}${headers.location ?? ''}`;

/** The value of a hidden field of a page. */
export const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
