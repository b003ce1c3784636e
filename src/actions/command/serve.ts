import type { Face, Given } from './arguments.ts';
import { dataOption } from './desk.ts';

export const serveFace = {
  verb: 'serve',
  means: 'Shows the reviews in the data as pages, on this computer, until it is stopped.',
  wants: [],
  options: {
    port: {
      takes: 'whole',
      value: 'N',
      means: 'the port to answer on (default: the environment’s PORT, else 3000)',
    },
    data: dataOption,
  },
} as const satisfies Face;

const highest = 65535;

/** The port to answer on: `--port`, else the environment's PORT, else 3000. A text says what is wrong with it. */
export function portOf(args: Given, environment: string | undefined): number | string {
  const asked = args.number('port');
  if (asked !== undefined) return asked <= highest ? asked : `--port wants a number up to ${highest}.`;
  if (environment === undefined || environment === '') return 3000;
  return /^\d{1,5}$/.test(environment) && Number(environment) <= highest
    ? Number(environment)
    : `the environment’s PORT wants a whole number up to ${highest}, not “${environment}”.`;
}
