import { counted } from '../../publish/words.ts';
import { type Restored, restore } from '../../store/restore.ts';
import { databaseIn, whereWords } from '../../store/where.ts';
import type { Face, Given } from './arguments.ts';
import { type Desk, dataOption, type Exit, fail } from './desk.ts';

export const restoreFace = {
  verb: 'restore',
  means: 'Takes a backup back, into a file or into PostgreSQL, wherever it was made. Stop Peerweek first.',
  wants: ['FILE'],
  options: {
    data: dataOption,
    replace: { takes: 'nothing', means: 'put it in the place of the data that is there, which is then gone' },
  },
} as const satisfies Face;

type Why = Extract<Restored, { readonly ok: false }>['why'];

/** What is said, and with which exit: 2 where the file is at fault. */
const refusals: Readonly<Record<Why, readonly [Exit, (file: string, where: string) => string]>> = {
  'no file': [1, (file) => `${file}: there is no such file.`],
  'no backup': [2, (file) => `${file}: this is not a backup of Peerweek.`],
  damaged: [2, (file) => `${file}: this backup is damaged. Take an earlier one.`],
  newer: [2, (file) => `${file}: this backup was made by a newer Peerweek. Install that one first.`],
  'data there': [
    1,
    (_, where) =>
      `There is data in ${where} already, and nothing was changed. To put the backup in its place: --replace`,
  ],
};

/** Takes a backup back, whole or not at all. */
export async function putBack(desk: Desk, args: Given): Promise<Exit> {
  const [file, where] = [args.given[0]!, desk.dataAt(args.text('data'))];
  const restored = await restore(file, databaseIn(where), { replace: args.flag('replace') });
  if (!restored.ok) {
    const [exit, words] = refusals[restored.why];
    return fail(desk, words(file, whereWords(where)), exit);
  }
  desk.out(
    `${counted(restored.reviews, 'review')} and all that belongs to ${restored.reviews === 1 ? 'it' : 'them'} came back into ${whereWords(where)}.\n` +
      'What was erased or purged after the backup was made is back too: erase it again.\n',
  );
  return 0;
}
