/** A path of ours that somebody may be led on to; undefined for anything that could lead elsewhere. */
export function localPath(text: unknown): string | undefined {
  if (typeof text !== 'string' || !text.startsWith('/') || text.length > 500) return undefined;
  // Browsers read a backslash as a slash, and skip tabs and line ends.
  if (/[\\\p{Cc}]/u.test(text) || text.startsWith('//')) return undefined;
  const here = 'http://here.invalid';
  const url = URL.canParse(text, here) ? new URL(text, here) : undefined;
  return url?.origin === here ? `${url.pathname}${url.search}` : undefined;
}
