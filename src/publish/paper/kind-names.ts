/** Every paper that there is. A new kind does not compile until it can be made and somebody says who may have it. */
export const paperKinds = [
  'programme',
  'day',
  'week',
  'peer',
  'contact',
  'room',
  'signs',
  'reception',
  'travel',
  'catering',
  'agenda',
  'annex',
  'record',
] as const;

export type PaperKind = (typeof paperKinds)[number];

export const isPaperKind = (kind: string): kind is PaperKind =>
  (paperKinds as readonly string[]).includes(kind);
