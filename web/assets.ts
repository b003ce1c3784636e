import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Addresses of the files a page needs; each holds a hash of the content, so that browsers may keep it for good. */
export interface Assets {
  readonly folder: string;
  /** `/assets/app.css?v=1a2b3c4d`. Throws for a file that was not built. */
  readonly url: (name: string) => string;
}

export function readAssets(folder: string): Assets {
  const urls = new Map<string, string>();
  for (const file of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile())) {
    const hash = createHash('sha256')
      .update(readFileSync(join(folder, file.name)))
      .digest('hex');
    urls.set(file.name, `/assets/${file.name}?v=${hash.slice(0, 12)}`);
  }
  return {
    folder,
    url(name) {
      const url = urls.get(name);
      if (!url) throw new Error(`${name} is not in ${folder}: run npm run build`);
      return url;
    },
  };
}
