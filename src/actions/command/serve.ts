import type { Face } from './arguments.ts';
import { dataOption } from './desk.ts';

export const serveFace = {
  verb: 'serve',
  means: 'Shows the reviews in the data as pages, on this computer, until it is stopped.',
  wants: [],
  options: {
    port: { takes: 'whole', value: 'N', means: 'the port to answer on (default 3000)' },
    data: dataOption,
  },
} as const satisfies Face;
