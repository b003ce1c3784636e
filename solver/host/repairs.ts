import type { FindRepairs } from '../../src/programme/outcome.ts';
import { unbegun } from '../answer.ts';
import { repairs } from '../repair/several.ts';
import { threads } from './in-workers.ts';

/** Several repairs to choose from, looked for in a thread, so that the caller's stays free and hears the word to stop. */
export const findRepairs: FindRepairs = async (review, { signal, progress: _, ...options }, most) => {
  const among = threads();
  if (!among) return repairs(review, options, () => signal?.aborted === true, most);
  const found = await among.ask('repairs', review, () => ({ options, most }), { signal, urgent: true });
  return found ?? [unbegun(review, options)];
};
