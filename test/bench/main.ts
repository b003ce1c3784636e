import { cpus, totalmem } from 'node:os';
import { generateReview } from '../../fixtures/generate.ts';
import { reviewFixture, reviewFixtures } from '../support/fixtures.ts';
import { type Measured, measure } from './instance.ts';

/**
 * `npm run bench [seeds]`: the engine on every named review and on generated weeks of three sizes and three kinds, with
 * two other engines on the same model in the same run: the simple greedy, and clasp's proof. Prints a Markdown table.
 */
const seeds = Number(process.argv[2] ?? 1);

const ms = (n: number | undefined): string =>
  n === undefined ? 'never' : n < 10 ? n.toFixed(1) : n.toFixed(0);
const row = (m: Measured): string =>
  `| ${[
    m.name,
    m.sessions,
    ms(m.compile),
    ms(m.musts),
    ms(m.leftOut),
    ms(m.best),
    m.cost.join(' '),
    m.greedy.cost.join(' '),
    `${(m.best / m.greedy.took).toFixed(0)}×`,
    m.proof.status === 'best' ? `${ms(m.proof.took)}${m.proof.met ? ' (met)' : ''}` : m.proof.status,
  ].join(' | ')} |`;

const columns = [
  'week',
  'sessions',
  'compile ms',
  'all musts ms',
  'final unplaced ms',
  'best ms',
  'cost by tier',
  'greedy’s cost',
  'time to greedy’s',
  'clasp’s proof ms',
];

console.log(
  `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}\n`,
);
console.log(`| ${columns.join(' | ')} |\n|${columns.map(() => ' --- |').join('')}`);
// The first runs teach the engine's loops to the just-in-time compiler: the figures are a warm process's.
for (const name of ['small-council', 'appendix-11', 'county'] as const)
  await measure(name, reviewFixture(name));
for (const name of reviewFixtures) console.log(row(await measure(name, reviewFixture(name))));
for (const size of ['S', 'M', 'L'] as const) {
  for (const tightness of ['loose', 'tight', 'over'] as const) {
    for (let seed = 1; seed <= seeds; seed++) {
      console.log(
        row(await measure(`${size} ${tightness} ${seed}`, generateReview({ size, tightness, seed }))),
      );
    }
  }
}
console.log(`\nMost memory in use: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`);
process.exit(0);
