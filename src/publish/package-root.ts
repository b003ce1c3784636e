import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let known: string | undefined;

const isOurs = (folder: string): boolean => {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).name === 'peerweek';
  } catch {
    return false;
  }
};

/**
 * The folder of our package.json, found by walking up from this file: the same one from the sources (tsx, vitest)
 * and from the bundle in dist/. Templates and styles are read from under it when they are first needed.
 */
export function packageRoot(): string {
  if (known !== undefined) return known;
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!isOurs(folder)) {
    const above = dirname(folder);
    if (above === folder) throw new Error('Peerweek’s package.json is not above its own code.');
    folder = above;
  }
  known = folder;
  return folder;
}
