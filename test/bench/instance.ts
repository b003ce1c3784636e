import { anneal, STARTS } from '../../solver/anneal.ts';
import { leastByClasp } from '../../solver/host/clasp.ts';
import { compile } from '../../solver/model/compile.ts';
import { readLeftOut } from '../../solver/proof/left-out.ts';
import { relax } from '../../solver/proof/relaxation.ts';
import { toOpb } from '../../solver/proof/write.ts';
import { Search } from '../../solver/search/search.ts';
import { type Cost, compareCosts } from '../../src/programme/programme.ts';
import type { Review } from '../../src/review/review.ts';
import { greedy } from './greedy.ts';

/** What one review was measured at. Milliseconds, in a warm process; compiling is counted to the search. */
export interface Measured {
  readonly name: string;
  readonly sessions: number;
  readonly compile: number;
  /** Until every must was placed; undefined where none of the programmes found places them all. */
  readonly musts: number | undefined;
  /** Until no programme that was found later left out less. */
  readonly leftOut: number;
  readonly best: number;
  readonly cost: Cost;
  readonly greedy: { readonly cost: Cost; readonly took: number };
  /** clasp's proof of what must stay out: how long, and whether what was found is as good. */
  readonly proof: { readonly took: number; readonly status: string; readonly met: boolean };
}

const unplaced = ([must, should, , , could]: Cost): Cost => [must, should, 0, 0, could, 0];

export async function measure(name: string, review: Review): Promise<Measured> {
  const began = performance.now();
  const since = (from = began) => performance.now() - from;
  const { model } = compile(review);
  const compiled = since();
  const search = new Search(model, 1);
  let [musts, leftOut, best]: [number | undefined, number, number] = [undefined, 0, 0];
  let last: Cost = search.best.cost;
  const look = (): boolean => {
    const { cost } = search.best;
    if (compareCosts(cost, last) >= 0) return false;
    if (musts === undefined && cost[0] === 0) musts = since();
    if (compareCosts(unplaced(cost), unplaced(last)) < 0) leftOut = since();
    best = since();
    last = cost;
    return false;
  };
  for (let n = 0; n < STARTS; n++) {
    search.construct();
    look();
  }
  anneal(search, model, false, look);
  const pencil = performance.now();
  const greedyCost = greedy(model);
  const greedyTook = since(pencil);
  const asked = performance.now();
  const answer = await leastByClasp(toOpb(relax(model).model), 300_000, AbortSignal.timeout(30_000));
  const proven = answer.status === 'best' ? readLeftOut(answer.least!) : undefined;
  return {
    name,
    sessions: model.items.length,
    compile: compiled,
    musts,
    leftOut,
    best,
    cost: search.best.cost,
    greedy: { cost: greedyCost, took: greedyTook },
    proof: {
      took: since(asked),
      status: answer.status,
      met:
        proven !== undefined &&
        proven.must === search.best.cost[0] &&
        proven.should === search.best.cost[1] &&
        proven.could === search.best.cost[4],
    },
  };
}
