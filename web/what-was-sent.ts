import express, { type Request, type Response } from 'express';

/** A field of a form as it was sent. */
export interface SentField {
  readonly name: string;
  readonly value: string;
}

/** What somebody typed, to be given back to them. */
export interface WhatWasSent {
  readonly fields: readonly SentField[];
  /** A file went with it, which a page can't give back. */
  readonly file: boolean;
}

const parse = express.urlencoded({ extended: false, limit: '2mb' });

function flat(name: string, value: unknown): readonly SentField[] {
  if (typeof value === 'string') return [{ name, value }];
  if (Array.isArray(value)) return value.flatMap((one) => flat(name, one));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => flat(`${name}[${key}]`, one));
}

/**
 * The fields of the form that a request brought, read now where nobody has come to read them yet. Empty where it is no
 * form, or too long to give back.
 */
export async function whatWasSent(request: Request, response: Response): Promise<WhatWasSent> {
  if (request.method !== 'POST') return { fields: [], file: false };
  if (request.body === undefined && request.is('application/x-www-form-urlencoded') && request.readable)
    await new Promise<void>((resolve) => parse(request, response, () => resolve()));
  const body: unknown = request.body;
  const form = typeof body === 'object' && body !== null && !request.is('application/json');
  return {
    fields: form ? Object.entries(body).flatMap(([name, value]) => flat(name, value)) : [],
    file: Boolean(request.is('multipart/form-data')),
  };
}
