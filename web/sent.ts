import express, { type Request } from 'express';

/** Reads a short form of ours: a few fields of text. */
export const shortForm = express.urlencoded({ extended: false, limit: '8kb' });

/** A field of the form that was sent, where it is text; else nothing. */
export function sent(request: Request, name: string): string {
  const value: unknown = (request.body as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' ? value : '';
}

/** All values of a field that can be sent several times, as ticked boxes are. */
export function allSent(request: Request, name: string): readonly string[] {
  const value: unknown = (request.body as Record<string, unknown> | undefined)?.[name];
  return (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');
}
