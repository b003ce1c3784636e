import { brokenSince } from '../src/actions/broken-since.ts';
import type { OpenReview } from '../src/actions/open-review.ts';
import { counted } from '../src/publish/words.ts';
import type { Store } from '../src/store/ports.ts';
import { addresses } from './addresses.ts';

/** More than this are only counted. */
const SHOWN = 5;

/** The warning that something entered since breaks the programme; null where nothing does. For `views/broken.hbs`. */
export async function brokenView(
  store: Pick<Store, 'programmes' | 'history'>,
  open: OpenReview | undefined,
): Promise<{
  title: string;
  lines: readonly string[];
  more: string;
  findings: string;
  ready: string;
} | null> {
  const broken = open ? await brokenSince(store, open) : [];
  if (!open || broken.length === 0) return null;
  const lines = [...new Set(broken.map((f) => f.sentence))];
  return {
    title: 'What was entered since the programme was built breaks it',
    lines: lines.slice(0, SHOWN),
    more: lines.length > SHOWN ? `And ${counted(lines.length - SHOWN, 'other')}.` : '',
    findings: addresses.findings(open.review.id),
    ready: addresses.ready(open.review.id),
  };
}
