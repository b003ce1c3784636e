import type { Minute, Span } from '../../time/span.ts';

/** The shortest lunch: rule `lunch-and-breaks`; the manual asks for lunch and gives no length (1476). Minutes. */
export const LUNCH: Minute = 45;

/** Whether enough of a lunch is left in one piece beside a stretch of time. */
export const leavesLunch = (lunch: Span, taken: Span): boolean =>
  taken.from - lunch.from >= LUNCH || lunch.to - taken.to >= LUNCH;
