import qrcode from 'qrcode-generator';

/** A QR code as the path of an SVG: a square a dark module, on a field of `size` modules with the quiet zone around it. */
export interface QrCode {
  readonly path: string;
  /** `0 0 45 45`. */
  readonly box: string;
}

/** Light modules around the code, as readers want them (ISO/IEC 18004). */
const QUIET = 4;

/** A text as a QR code, with enough in it to be read where a seventh of it is dirty. Modules of a row are one stroke. */
export function qrCode(text: string): QrCode {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const size = code.getModuleCount();
  const strokes: string[] = [];
  for (let row = 0; row < size; row++)
    for (let from = 0; from < size; from++) {
      let to = from;
      while (to < size && code.isDark(row, to)) to++;
      if (to === from) continue;
      strokes.push(`M${from + QUIET} ${row + QUIET}h${to - from}v1h-${to - from}z`);
      from = to;
    }
  return { path: strokes.join(''), box: `0 0 ${size + 2 * QUIET} ${size + 2 * QUIET}` };
}
