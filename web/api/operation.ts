import type { RequestHandler } from 'express';
import type { ApiSchema } from '../../src/intake/index.ts';
import type { Gate } from '../may.ts';
import type { Services } from '../services.ts';

/** What one answer of an operation holds. */
export interface Gives {
  readonly says: string;
  readonly schema?: ApiSchema;
  /** A list of what the schema says. */
  readonly list?: true;
}

/** One thing that a program can ask for: the route and its line in the OpenAPI document are made from this. */
export interface Operation {
  /** Its name in the document: `readReview`. */
  readonly id: string;
  readonly method: 'get' | 'put' | 'post' | 'delete';
  /** As express has it, under `/api/v1`: `/reviews/:review`. */
  readonly path: string;
  /** What it does, a sentence. */
  readonly says: string;
  readonly may: Gate;
  readonly takes?: ApiSchema;
  /** What may stand behind the path’s `?`, each with a sentence; none has to. */
  readonly asks?: Readonly<Record<string, string>>;
  /** Whether `If-Match` has to say which version was seen (RFC 9110, 13.1.1), or may. */
  readonly seen?: 'must' | 'may';
  readonly gives: Readonly<Record<number, Gives>>;
  readonly handle: (services: Services) => RequestHandler;
}
