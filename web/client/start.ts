type Piece = (element: HTMLElement) => void;
const pieces = new Map<string, Piece>();

/** Starts all pieces on what came onto the page later. */
export function startIn(part: ParentNode): void {
  for (const [name, piece] of pieces) begin(part, name, piece);
}

/**
 * Starts a piece of script on every element that asks for it (`data-NAME`). A piece that breaks is left out and said
 * in the console: the page works without it, and the other pieces go on.
 */
export function start(name: string, piece: Piece): void {
  pieces.set(name, piece);
  begin(document, name, piece);
}

function begin(part: ParentNode, name: string, piece: Piece): void {
  for (const element of part.querySelectorAll<HTMLElement>(`[data-${name}]`))
    try {
      piece(element);
    } catch (error) {
      console.error(name, error);
    }
}
