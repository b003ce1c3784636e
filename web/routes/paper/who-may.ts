import type { PaperKind } from '../../../src/publish/paper/kind-names.ts';
import type { FileKind } from './sheets.ts';

/**
 * What peers may have, who only look on. The rule report speaks of people, the lists for reception and kitchen are the
 * council’s own, and the review’s file has everybody’s diaries.
 */
const forPeers: Readonly<Record<PaperKind | FileKind, boolean>> = {
  programme: true,
  day: true,
  week: true,
  peer: true,
  contact: true,
  room: true,
  signs: true,
  travel: true,
  agenda: true,
  reception: false,
  catering: false,
  annex: false,
  record: false,
  csv: true,
  json: true,
  ics: true,
  review: false,
};

export const mayHave = (kind: PaperKind | FileKind, looksOn: boolean): boolean => !looksOn || forPeers[kind];
