import type { FindAlternatives } from '../../programme/alternatives.ts';
import type { Explain } from '../../programme/explanation.ts';
import type { Solve } from '../../programme/outcome.ts';
import type { Store } from '../../store/ports.ts';
import type { OpenById } from '../open-review.ts';
import { type Background, type BackgroundNeeds, createBackground } from './background.ts';
import { buildIt } from './build-it.ts';
import { findWays } from './find-ways.ts';

interface WorkNeeds extends Omit<BackgroundNeeds, 'store' | 'doings'> {
  readonly store: Pick<Store, 'jobs' | 'programmes' | 'history'>;
  readonly open: OpenById;
  readonly solve: Solve;
  readonly explain: Explain;
  readonly findAlternatives: FindAlternatives;
}

/** All that is done in the background, by this instance or another. */
export const createWork = ({ open, solve, explain, findAlternatives, ...needs }: WorkNeeds): Background =>
  createBackground({
    ...needs,
    doings: {
      build: buildIt({ store: needs.store, open, solve, explain }),
      alternatives: findWays({ open, find: findAlternatives }),
    },
  });
