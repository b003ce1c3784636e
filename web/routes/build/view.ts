import type { Work } from '../../../src/actions/kept-work.ts';
import type { Progress } from '../../../src/programme/outcome.ts';
import { costWords } from '../../../src/publish/proof-words.ts';
import type { Saved, StoredProgramme } from '../../../src/store/ports.ts';
import { addresses } from '../../addresses.ts';

/** How far the building of a programme is. */
export function buildingView(review: string, work: Work<Saved<StoredProgramme>, Progress>) {
  const working = work.state === 'working' ? work : undefined;
  return {
    working: working !== undefined,
    far: working?.told ? `The best so far: ${costWords(working.told.cost)}.` : '',
    again: `${addresses.build(review)}?wait=yes`,
    failed: work.state === 'failed',
    overtaken: work.state === 'done' && !work.found.saved,
    begin: addresses.build(review),
    programme: addresses.programme(review),
    ready: addresses.ready(review),
  };
}
