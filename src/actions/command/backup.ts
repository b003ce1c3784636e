import { backup } from '../../store/backup.ts';
import { databaseIn, whereWords } from '../../store/where.ts';
import type { Face, Given } from './arguments.ts';
import { type Desk, dataOption, type Exit, fail } from './desk.ts';

export const backupFace = {
  verb: 'backup',
  means: 'Writes all the data into one file, while Peerweek runs or not. “peerweek restore” takes it back.',
  wants: ['FILE'],
  options: { data: dataOption },
} as const satisfies Face;

/** Writes a backup; never over a file that is there. */
export async function backUp(desk: Desk, args: Given): Promise<Exit> {
  const [file, where] = [args.given[0]!, desk.dataAt(args.text('data'))];
  const done = await backup(databaseIn(where), file);
  if (!done.ok && done.why === 'no data') return fail(desk, `There is no data in ${whereWords(where)}.`);
  if (!done.ok) return fail(desk, `${file}: there is a file of that name. Give another name.`);
  desk.out(
    `The data of ${whereWords(where)} is in ${file}.\n` +
      'It holds names and diaries: keep it where only you can read it, and no longer than you need it.\n',
  );
  return 0;
}
