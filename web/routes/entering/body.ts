import express, { type Request, type RequestHandler } from 'express';
import type { Fields } from '../../../src/intake/form/sent.ts';

/** Reads the fields of a form: of a session with every person of a large review ticked, too. */
export const formBody: RequestHandler = express.urlencoded({
  extended: false,
  limit: '256kb',
  parameterLimit: 5000,
});

/** What a form sent. */
export const fieldsOf = (request: Request): Fields => (request.body as Fields | undefined) ?? {};
