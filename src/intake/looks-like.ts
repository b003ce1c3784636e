/** Which of the two files a value looks like, so that one given for the other is told of in one line. */
export function looksLike(value: unknown): 'review' | 'programme' | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  if ('placements' in value && 'review' in value && typeof value.review === 'string') return 'programme';
  if ('review' in value && typeof value.review === 'object' && !('placements' in value)) return 'review';
  return undefined;
}
