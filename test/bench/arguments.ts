import { parseArgs } from 'node:util';
import { reviewFixtures } from '../support/fixtures.ts';
import { type Asked, sizes, tightnesses } from './cases.ts';

export interface Given extends Asked {
  /** Parts to run, in the order of the full run. */
  readonly parts: readonly string[];
  readonly rivals: readonly string[];
  /** How often each of our own measures is taken; the least counts. */
  readonly times: number;
  /** Seconds of what lasts as long as it is given: of each engine in the part `sixty`, of the load in `pages`. */
  readonly seconds: number | undefined;
  /** How many organisers are at work in the part `pages`. */
  readonly organisers: number;
  /** Writes the tables into the README between their marks, too. */
  readonly readme: boolean;
}

const list = (text: string | undefined, all: readonly string[]): readonly string[] =>
  text === undefined || text === 'all' ? all : text === 'none' ? [] : text.split(',');

function known(what: string, asked: readonly string[], all: readonly string[]): readonly string[] {
  const stranger = asked.find((name) => !all.includes(name));
  if (stranger !== undefined)
    throw new Error(`There is no ${what} “${stranger}”; there are: ${all.join(', ')}.`);
  return asked;
}

/** Reads `[part ...] --sizes S,M --tightness loose --seeds 1,2 --fixtures county|all|none --rivals HiGHS ...`. */
export function read(
  argv: readonly string[],
  all: {
    readonly parts: readonly string[];
    readonly rivals: readonly string[];
    readonly usualRivals: readonly string[];
  },
): Given {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      sizes: { type: 'string' },
      tightness: { type: 'string' },
      seeds: { type: 'string' },
      fixtures: { type: 'string' },
      rivals: { type: 'string' },
      times: { type: 'string', default: '3' },
      seconds: { type: 'string' },
      organisers: { type: 'string', default: '100' },
      readme: { type: 'boolean', default: false },
    },
  });
  const narrowed = values.sizes !== undefined || values.seeds !== undefined || values.tightness !== undefined;
  return {
    parts: known('part', positionals, all.parts),
    sizes: known('size', list(values.sizes, sizes), sizes),
    tightness: known('tightness', list(values.tightness, tightnesses), tightnesses),
    seeds: list(values.seeds, ['1', '2', '3']).map(Number),
    // Who asks for some of the generated weeks does not mean all of the files.
    fixtures: known(
      'review',
      list(values.fixtures ?? (narrowed ? 'none' : 'all'), reviewFixtures),
      reviewFixtures as readonly string[],
    ),
    rivals: known(
      'engine',
      values.rivals === undefined ? all.usualRivals : list(values.rivals, all.rivals),
      all.rivals,
    ),
    times: Number(values.times),
    seconds: values.seconds === undefined ? undefined : Number(values.seconds),
    organisers: Number(values.organisers),
    readme: values.readme,
  };
}
