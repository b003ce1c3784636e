import { greedy } from './engines/greedy.ts';
import { inStages } from './engines/in-stages.ts';
import { jointly } from './engines/jointly.ts';
import { clasp } from './engines/linear/clasp.ts';
import { highsLinear } from './engines/linear/highs.ts';
import { patterned } from './engines/patterned.ts';
import type { Rival } from './engines/rival.ts';

/** Every other engine that can be measured beside ours, by the name on the command line. */
export const rivals: Readonly<Record<string, Rival>> = {
  greedy,
  'lp-solver': patterned,
  HiGHS: jointly('HiGHS', highsLinear),
  clasp: jointly('clasp', clasp('--opt-strategy=usc,stratify')),
  'HiGHS-stages': inStages('HiGHS, in stages', highsLinear),
  'clasp-stages': inStages('clasp, in stages', clasp('--opt-strategy=usc,stratify')),
};

/** Those of a run that names none: each engine in the formulation in which it did best. */
export const usualRivals: readonly string[] = ['greedy', 'lp-solver', 'HiGHS-stages', 'clasp-stages'];
