import type { Request, Response } from 'express';

/** A version as an ETag: strong, since a version has one content. */
export const tagOf = (version: number): string => `"${version}"`;

/** The version that a program says it has seen (`If-Match`): undefined where it does not say, or not one of ours. */
export function seenBy(request: Request): number | undefined {
  const value = request.get('if-match')?.trim();
  const m = value === undefined ? undefined : /^"(\d{1,9})"$/.exec(value);
  return m ? Number(m[1]) : undefined;
}

/** Says the version of what is sent, and sends it; 304 where the program has it already. */
export function sendVersion(request: Request, response: Response, version: number, body: string): void {
  response.setHeader('ETag', tagOf(version));
  if (request.get('if-none-match') === tagOf(version)) return void response.status(304).end();
  response.type('application/json').send(body);
}
