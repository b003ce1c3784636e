import clingo from 'clingo-wasm';

/** What clasp says of an OPB model. */
export interface ClaspAnswer {
  /** `best`: the least was found and proven; `none`: nothing satisfies the model; `cut`: it ran out of its budget, or of memory. */
  readonly status: 'best' | 'none' | 'cut';
  /** The least of the objective (status `best`). */
  readonly least?: number;
}

/**
 * The longest text that is asked, in characters: the package hands it over on a stack of about a million bytes, and
 * one that is longer ends its worker ("memory access out of bounds").
 */
const LONGEST = 1_000_000;

// clingo-wasm runs one program at a time in a worker of its own; those who ask wait their turn.
let turn: Promise<unknown> = Promise.resolve();

/**
 * The least objective of an OPB model by clasp, core-guided (Andres et al. 2012, "Unsatisfiability-based optimization
 * in clasp"). `conflicts` is the budget that decides; `signal` only cuts short, and terminates the worker.
 */
export function leastByClasp(opb: string, conflicts: number, signal?: AbortSignal): Promise<ClaspAnswer> {
  const mine = turn.then(() => ask(opb, conflicts, signal));
  turn = mine.catch(() => undefined);
  return mine;
}

async function ask(opb: string, conflicts: number, signal: AbortSignal | undefined): Promise<ClaspAnswer> {
  if (signal?.aborted || opb.length > LONGEST) return { status: 'cut' };
  const options = ['--mode=clasp', '--opt-strategy=usc,stratify', `--solve-limit=${conflicts}`, '--quiet=1'];
  const cut = new Promise<'cut'>((resolve) =>
    signal?.addEventListener('abort', () => resolve('cut'), { once: true }),
  );
  const answer = await Promise.race([clingo.run(opb, 0, options), cut]);
  if (answer === 'cut') {
    await clingo.restart();
    return { status: 'cut' };
  }
  if (answer.Result === 'ERROR') {
    // The package's worker may break down on a large model: no proof, but no fault either.
    await clingo.restart();
    return { status: 'cut' };
  }
  if (answer.Result === 'UNSATISFIABLE') return { status: 'none' };
  if (answer.Result === 'OPTIMUM FOUND') {
    // The package's types leave out the costs that clasp prints.
    const { Costs: costs } = answer.Models as { readonly Costs?: readonly number[] };
    return { status: 'best', least: costs?.[0] ?? 0 };
  }
  return { status: 'cut' };
}
