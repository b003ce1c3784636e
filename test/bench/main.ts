import { writeSync } from 'node:fs';
import { type Given, read } from './arguments.ts';
import { answerAsRival } from './ask-rival.ts';
import { type Case, caseNamed, casesFor } from './cases.ts';
import { measureBuilds } from './measure-builds.ts';
import { measureEdits } from './measure-edits.ts';
import { measureElsewhere } from './measure-elsewhere.ts';
import { measureExplanations } from './measure-explain.ts';
import { measureFeeds } from './measure-feeds.ts';
import { buildInChild, measureMemory } from './measure-memory.ts';
import { measurePages } from './measure-pages.ts';
import { measureProofs } from './measure-proofs.ts';
import { measureRepairs } from './measure-repair.ts';
import { measureRivals } from './measure-rivals.ts';
import { measureSearch } from './measure-search.ts';
import { measureSixty, searchLongInChild } from './measure-sixty.ts';
import { search } from './ours.ts';
import { rivals, usualRivals } from './rivals.ts';
import { intoReadme, markdown, type Table, where } from './tables.ts';

type Part = (cases: readonly Case[], given: Given) => Table | Promise<Table>;

/** What is measured, in the order of the full run; `sixty` is run by name alone, for it takes hours, and `feeds`, which breaks off on a busy machine. */
const parts: Readonly<Record<string, Part>> = {
  search: measureSearch,
  proofs: measureProofs,
  repairs: measureRepairs,
  explanations: measureExplanations,
  elsewhere: measureElsewhere,
  edits: measureEdits,
  memory: measureMemory,
  rivals: measureRivals,
  pages: measurePages,
  builds: measureBuilds,
  feeds: measureFeeds,
  sixty: measureSixty,
};
const usual = Object.keys(parts).filter((name) => name !== 'sixty' && name !== 'feeds');

/** What a process of its own does, by name; each line that it writes is JSON. */
const write = (line: unknown): void => void writeSync(1, `${JSON.stringify(line)}\n`);
const children: Readonly<Record<string, (args: readonly string[]) => void | Promise<void>>> = {
  rival: (args) => answerAsRival(args, write),
  memory: (args) => buildInChild(args, write),
  long: (args) => searchLongInChild(args, write),
};

/**
 * `npm run bench -- [part ...] [--sizes S,M,L] [--tightness loose,tight,over] [--seeds 1,2,3] [--fixtures all|none|name,...]
 * [--rivals name,...] [--times N] [--seconds N] [--organisers N] [--readme]`: measures, prints a Markdown table a part, and with
 * `--readme` writes it into the README.
 */
async function bench(argv: readonly string[]): Promise<void> {
  const given = read(argv, { parts: Object.keys(parts), rivals: Object.keys(rivals), usualRivals });
  const cases = casesFor(given);
  const now = new Date();
  console.log(`${where(now)}\n`);
  // The first runs teach the engine's loops to the just-in-time compiler: the figures are a warm process's.
  for (const name of ['small-council', 'S tight 1', 'M tight 1']) search(caseNamed(name).review(), 1);
  for (const name of given.parts.length > 0 ? given.parts : usual) {
    const began = performance.now();
    const table = await parts[name]!(cases, given);
    console.log(`### ${name} (${Math.round((performance.now() - began) / 1000)} s)\n\n${markdown(table)}\n`);
    if (given.readme) intoReadme(table, now);
  }
}

const [first, child, ...rest] = process.argv.slice(2);
if (first === 'child') await children[child!]!(rest);
else await bench(process.argv.slice(2));
process.exit(0);
