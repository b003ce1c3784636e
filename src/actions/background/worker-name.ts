import { randomUUID } from 'node:crypto';

/** What this instance calls itself towards the others: never twice the same, not after a restart either. */
export const newWorker = (): string => randomUUID();
