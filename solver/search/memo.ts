/** Sessions of a piece that are remembered at most: few peers have more in a day. */
const MOST = 8;
const WIDTH = MOST + 2;
const FIGURES = 4;
/** Answers that are kept, at first and at most; a newer one takes the place of an older with the same hash. */
const [LEAST_ROOM, MOST_ROOM] = [1 << 10, 1 << 16];

/**
 * What the rules answered for a piece of the programme, by what is in it: a search tries the same few changes of a day
 * again and again. An answer is taken only where all of the piece is the same, so it is always the rules' own.
 */
export class Memo {
  private room = LEAST_ROOM;
  private written = 0;
  private keys = new Int32Array(LEAST_ROOM * WIDTH).fill(-1);
  private figures = new Float64Array(LEAST_ROOM * FIGURES);
  /** The piece that is asked about: its number, how many sessions, and each session's spot. */
  private readonly asked = new Int32Array(WIDTH);
  private size = 0;
  private hash = 0;

  /** Begins the question about a piece. */
  open(piece: number): void {
    this.asked[0] = piece;
    this.size = 0;
    this.hash = Math.imul(piece + 1, 0x9e3779b1);
  }

  /** One more session of the piece, by a number for where it is. */
  add(spot: number): void {
    const n = this.size++;
    if (n >= MOST) return;
    this.asked[n + 2] = spot;
    this.hash = Math.imul(this.hash ^ spot, 0x85ebca6b);
    this.hash ^= this.hash >>> 15;
  }

  /** Copies the answer to `into`; false where it is not known. */
  read(into: Float64Array): boolean {
    if (this.size > MOST) return false;
    const { asked, keys, figures } = this;
    asked[1] = this.size;
    const line = (this.hash >>> 0) % this.room;
    const base = line * WIDTH;
    for (let n = 0; n < this.size + 2; n++) if (keys[base + n] !== asked[n]) return false;
    for (let n = 0; n < FIGURES; n++) into[n] = figures[line * FIGURES + n]!;
    return true;
  }

  /** Keeps the answer to what was asked last. */
  write(from: Float64Array): void {
    if (this.size > MOST) return;
    if (this.written++ > this.room && this.room < MOST_ROOM) this.grow();
    const line = (this.hash >>> 0) % this.room;
    for (let n = 0; n < this.size + 2; n++) this.keys[line * WIDTH + n] = this.asked[n]!;
    for (let n = 0; n < FIGURES; n++) this.figures[line * FIGURES + n] = from[n]!;
  }

  /** Makes room for a search that goes on; what was kept is soon asked again. */
  private grow(): void {
    this.room *= 4;
    this.written = 0;
    this.keys = new Int32Array(this.room * WIDTH).fill(-1);
    this.figures = new Float64Array(this.room * FIGURES);
  }
}
