import type { Face, Given } from './arguments.ts';
import { isAddress } from './at-server.ts';
import { type Desk, type Exit, fail } from './desk.ts';
import { tellTrouble } from './inputs.ts';

export const sendFace = {
  verb: 'send',
  means: 'Puts a review or a programme at its address on a server (with PEERWEEK_TOKEN in the environment).',
  wants: ['FILE', 'ADDRESS'],
  options: {},
} as const satisfies Face;

/** Puts a file at its address; what others changed since is brought together with it, or it says what clashes. */
export async function send(desk: Desk, args: Given): Promise<Exit> {
  const [path = '', address = ''] = args.given;
  if (!isAddress(address))
    return fail(desk, `peerweek send: “${address}” is no address: it begins with https://.`);
  const file = await desk.read(path);
  if (!file.ok) return tellTrouble(desk, path, file, { json: false, named: false });
  const why = await desk.put(address, file.text);
  if (why !== undefined) return fail(desk, why);
  desk.out(`${address} is now what ${path} says.\n`);
  return 0;
}
