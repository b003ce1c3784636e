import { createHash } from 'node:crypto';
import type { Sources } from './ports.ts';

type RandomBytes = Sources['randomBytes'];

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** 256 random bits that open something: told once, never kept. */
export const newSecret = (randomBytes: RandomBytes): string => base64url(randomBytes(32));

/** An id that nobody chooses: 96 random bits. It opens nothing. */
export const newId = (randomBytes: RandomBytes): string => base64url(randomBytes(12));

/** What is kept of a secret. SHA-256 is enough: there are 256 random bits in it, so nothing to guess at. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
