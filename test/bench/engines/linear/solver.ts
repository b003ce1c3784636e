import type { LinearModel } from '../../../../solver/proof/linear.ts';

/** How an engine left a model: `proven` where its last answer is the least there is. */
export type LinearEnd = 'proven' | 'impossible' | 'cut' | 'out of memory';

/** An engine for linear models of yes-or-no variables. */
export interface LinearSolver {
  readonly name: string;
  readonly load?: () => Promise<void>;
  /** Hands on each answer better than the last: the variables that are yes. */
  readonly solve: (
    model: LinearModel,
    milliseconds: number,
    found: (yes: ReadonlySet<number>) => void,
    /** An answer to begin with, for engines that can. */
    known?: ReadonlySet<number>,
  ) => Promise<LinearEnd>;
}
