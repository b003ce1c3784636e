import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Points of the picture a module of the code. */
const SCALE = 6;

/** The codes of a page, each as a picture (portable greymap) of what its SVG draws: strokes a module high, on white. */
function picturesIn(html: string): readonly string[] {
  return [...html.matchAll(/<svg class="pw-qr__code" viewBox="0 0 (\d+) \1"[^>]*>.*?<path d="([^"]+)"/g)].map(
    ([, size = '', path = '']) => {
      const n = Number(size);
      const dark = Array.from({ length: n }, () => new Array<boolean>(n).fill(false));
      for (const [, x = '', y = '', long = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
        dark[Number(y)]?.fill(true, Number(x), Number(x) + Number(long));
      const rows = dark.flatMap((row) => {
        const line = row.map((is) => `${is ? '0' : '255'} `.repeat(SCALE)).join('');
        return new Array<string>(SCALE).fill(line);
      });
      return `P2\n${n * SCALE} ${n * SCALE}\n255\n${rows.join('\n')}\n`;
    },
  );
}

/** What a camera reads off the QR codes of a page: each is decoded by zbar, which shares nothing with what drew them. */
export function readOff(html: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'peerweek-qr-'));
  try {
    return picturesIn(html).map((picture, n) => {
      const file = join(folder, `${n}.pgm`);
      writeFileSync(file, picture);
      const { stdout, stderr, status } = spawnSync(
        'zbarimg',
        ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', file],
        {
          encoding: 'utf8',
        },
      );
      if (status !== 0) throw new Error(`zbarimg read nothing: ${stderr}`);
      return stdout.trimEnd();
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
