import type { Elsewhere } from '../../check/elsewhere.ts';
import type { FileText } from '../../intake/bytes.ts';
import type { FindAlternatives } from '../../programme/alternatives.ts';
import type { Explain } from '../../programme/explanation.ts';
import type { FindRepairs, Solve } from '../../programme/outcome.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Review } from '../../review/review.ts';
import type { Store } from '../../store/ports.ts';
import type { Minute } from '../../time/span.ts';
import type { Given } from './arguments.ts';

/** 0 good; 1 anything else; 2 the input has problems; 3 not good (design.md, "The file formats and the command line"). */
export type Exit = 0 | 1 | 2 | 3;

/** A file's text, the trouble with it, or one plain sentence that says why it can't be had. */
export type Text = FileText | { readonly ok: false; readonly why: string };

/** What a command is given to work with; put together in `src/cli.ts`. */
export interface Desk {
  /** A file; or a review or programme at its address on a server. */
  readonly read: (path: string) => Promise<Text>;
  /** A file as it is. */
  readonly readBytes: (
    path: string,
  ) => Promise<
    { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly why: string }
  >;
  /** Puts a file at its address on a server; gives a sentence where it can't. */
  readonly put: (address: string, text: string) => Promise<string | undefined>;
  /** Writes a file, its folders made; gives a sentence where it can't. */
  readonly write: (path: string, content: string | Uint8Array) => Promise<string | undefined>;
  /** Adds to what the command answers. */
  readonly out: (text: string) => void;
  /** Says what is wrong, a line at a time. */
  readonly err: (line: string) => void;
  /** Shows a line that the next one is written over, to somebody who waits at a terminal; not there where nobody does. */
  readonly live?: (line: string) => void;
  readonly now: () => Date;
  /** Starts what solving will need, while something else is done first. */
  readonly prepareToSolve?: () => void;
  readonly solve: Solve;
  readonly findAlternatives: FindAlternatives;
  readonly findRepairs: FindRepairs;
  /** Every place of the week for one session of a programme; undefined for one that is not placed on its own. */
  readonly elsewhere: (
    review: Review,
    programme: Programme,
    session: string,
    from?: Minute,
  ) => Promise<Elsewhere | undefined>;
  /** Why a review has no complete programme. */
  readonly explain: Explain;
  /** The review as a mathematical model, for an outside engine. */
  readonly modelText: (review: Review, format: 'opb' | 'lp') => Promise<string>;
  /** Aborted when the person asks to stop: the best found so far is kept. */
  readonly signal: AbortSignal;
  /** Where the data is: the folder that is named; else the PostgreSQL address in DATABASE_URL; else PEERWEEK_DATA; else data. */
  readonly dataAt: (folder: string | undefined) => string;
  readonly openStore: (where: string) => Promise<Store>;
}

/** One line that says what is wrong, and the exit for it. */
export function fail(desk: Pick<Desk, 'err'>, line: string, exit: Exit = 1): Exit {
  desk.err(line);
  return exit;
}

export const dataOption = {
  takes: 'text',
  value: 'DIR',
  means:
    'the folder of the data (default: the PostgreSQL database of DATABASE_URL, else the folder PEERWEEK_DATA, else data)',
} as const;

/** Opens the data that `--data` names, works with it, and closes it whatever happens. */
export async function withStore(
  desk: Desk,
  args: Given,
  work: (store: Store) => Promise<Exit>,
): Promise<Exit> {
  const store = await desk.openStore(desk.dataAt(args.text('data')));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
