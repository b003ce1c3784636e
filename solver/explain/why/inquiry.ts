/**
 * A search for an explanation runs in the caller's own thread, step by step; what it can't settle itself it asks of a
 * proof engine, which is elsewhere and takes its time. It is written as a generator: it hands out questions and goes on
 * with the answers, whoever gives them.
 */
export type Inquiry<T> = Generator<Question, T, Answer>;

/** A model in OPB text that is to be shown to have no solution; or merely a moment at which a stop may be heard. */
export type Question = { readonly opb: string; readonly conflicts: number } | 'pause';

/** `none`: it has none, proven. `unknown`: anything else. */
export type Answer = 'none' | 'unknown';

/** Answers every question with `unknown`: for a quick explanation with no proof engine at hand. */
export function unaided<T>(inquiry: Inquiry<T>): T {
  let step = inquiry.next('unknown');
  while (!step.done) step = inquiry.next('unknown');
  return step.value;
}
