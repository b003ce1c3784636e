import express, { type Request, type RequestHandler, type Response } from 'express';
import { readJsonText } from '../../src/intake/index.ts';
import { refuse } from './refusal.ts';

/** A review of 2,000 sessions takes two million characters. */
const LARGEST = '20mb';

/** Takes the body as text: our own reader says where it can't be read. */
export const bodyText: RequestHandler = express.text({ type: ['application/json', '+json'], limit: LARGEST });

/** The text that was sent; undefined, and refused, where there is none. */
export function textOf(request: Request, response: Response): string | undefined {
  if (typeof request.body === 'string' && request.body !== '') return request.body;
  refuse(response, request.is('application/json') ? 400 : 415, {
    detail: 'Send JSON, as Content-Type: application/json.',
  });
  return undefined;
}

/** The value that was sent; undefined, and refused, where it can't be read. */
export function sentValue(request: Request, response: Response): object | undefined {
  const text = textOf(request, response);
  if (text === undefined) return undefined;
  const json = readJsonText(text);
  if (json.ok && json.problems.length === 0 && typeof json.value === 'object' && json.value !== null)
    return json.value;
  const problems = json.ok ? json.problems : [json.problem];
  refuse(response, 400, { problems, detail: 'Send one JSON object.' });
  return undefined;
}
