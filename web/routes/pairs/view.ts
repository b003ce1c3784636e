import type { OpenReview } from '../../../src/actions/open-review.ts';
import { loadsOf } from '../../../src/check/peer-load.ts';
import type { Held } from '../../../src/programme/placement.ts';
import { heldIn } from '../../../src/programme/programme.ts';
import { pairOf } from '../../../src/publish/who.ts';
import { listed } from '../../../src/publish/words.ts';
import { themesOf } from '../../../src/review/facts.ts';
import type { Review } from '../../../src/review/review.ts';
import { dayOf } from '../../../src/time/span.ts';
import { clockSpan, dayName } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import { errorSummary, selectOne, textInput } from '../../form/fields.ts';
import { blocksOf } from './blocks.ts';
import { loadView } from './load-view.ts';

/** Rules about who takes what: what they find is said on the page. */
const aboutPairs = [
  'fair-load',
  'down-time',
  'pairings',
  'theme-match',
  'themes-covered',
  'counterpart',
  'pair',
];

/** A form of the page that was not taken, and what was typed into it. */
export type PairsTrouble =
  | { readonly form: 'lock'; readonly block: string; readonly because: string; readonly says: string }
  /** Who was to lead, by session; empty: nobody yet. */
  | { readonly form: 'leads'; readonly leads: ReadonlyMap<string, string>; readonly says: string };

export const peersLock = (review: Review, session: string) =>
  review.locks.find((l) => l.session === session && l.peers);

function sessionView(
  review: Review,
  { session, placement }: Held,
  mayChange: boolean,
  typed: ReadonlyMap<string, string> | undefined,
) {
  const pair = pairOf(review, placement);
  const lock = peersLock(review, session.id);
  const own = themesOf(review, session);
  const specialist = review.peers.filter(
    (p) => placement.peers.includes(p.id) && p.themes.some((t) => own.includes(t)),
  );
  return {
    id: session.id,
    title: session.title,
    href: addresses.pair(review.id, session.id),
    stream: placement.stream,
    time: clockSpan({ from: placement.start, to: placement.end }),
    who: pair.length === 0 ? 'Nobody' : listed(pair.map((p) => p.name)),
    fit: own.length === 0 || specialist.length > 0 ? '' : 'Nobody’s own theme',
    lock: lock ? `Locked by ${lock.by}: ${lock.because}` : '',
    lead:
      mayChange && pair.length > 1
        ? selectOne({
            name: `lead-${session.id}`,
            label: `Who leads ${session.title}`,
            labelClasses: 'govuk-visually-hidden',
            value: typed?.get(session.id) ?? placement.lead ?? '',
            classes: 'pw-pairs-lead',
            items: [{ value: '', text: 'Not settled' }, ...pair.map((p) => ({ value: p.id, text: p.name }))],
          })
        : null,
    leads: pair.find((p) => p.part === 'leads')?.name ?? (pair.length > 1 ? 'Not settled' : ''),
  };
}

/** Each peer’s week, and by day and block who is with whom. */
export function pairsView(open: OpenReview, mayChange: boolean, trouble?: PairsTrouble) {
  const { review, draft, findings, line } = open;
  const locking = trouble?.form === 'lock' ? trouble : undefined;
  const typed = trouble?.form === 'leads' ? trouble.leads : undefined;
  const held = draft ? heldIn(review, draft.programme) : [];
  const blocks = blocksOf(review, held);
  const days = [...new Set(blocks.map((b) => dayOf(b.span.from)))];
  const open_ = held.filter((h) => h.placement.peers.length > 1 && h.placement.lead === undefined).length;
  return {
    isBuilt: draft !== undefined,
    ready: addresses.ready(review.id),
    errors: trouble ? errorSummary([{ text: trouble.says, field: locking ? 'because' : 'with-whom' }]) : null,
    mayChange,
    seen: draft?.version ?? 0,
    team: addresses.peers(review.id),
    load: draft ? loadView(review, loadsOf(review, held)) : null,
    findings: findings
      .filter((f) => aboutPairs.includes(f.rule) && f.kind !== 'must')
      .map((f) => ({ says: f.sentence, href: addresses.rule(f.rule) })),
    broken: findings
      .filter((f) => aboutPairs.includes(f.rule) && f.kind === 'must' && !f.waiver)
      .map((f) => f.sentence),
    leads: addresses.leads(review.id),
    unlock: addresses.unlockPair(review.id),
    unsettled: open_ === 0 ? '' : `${open_} of ${held.length} sessions have nobody settled to lead.`,
    days: days.map((day) => ({
      name: dayName(review.week, day),
      id: `pairs-${day}`,
      blocks: blocks
        .filter((b) => dayOf(b.span.from) === day)
        .map((block) => ({
          name: clockSpan(block.span),
          sessions: block.held.map((h) => sessionView(review, h, mayChange, typed)),
        })),
    })),
    lock:
      mayChange && draft
        ? {
            action: addresses.lockPairs(review.id),
            seen: line.version,
            block: selectOne({
              name: 'block',
              label: 'Which',
              value: locking?.block ?? '',
              items: [
                ...days.flatMap((day) => [
                  { value: `day ${day}`, text: `${dayName(review.week, day)}, the whole day` },
                  ...blocks
                    .filter((b) => dayOf(b.span.from) === day)
                    .map((b) => ({ value: `block ${b.id}`, text: b.name })),
                ]),
              ],
            }),
            because: textInput({
              name: 'because',
              label: 'Why',
              hint: 'Building and mending leave these pairs as they are, and say why.',
              value: locking?.because ?? '',
              ...(locking && { error: locking.says }),
            }),
          }
        : null,
  };
}
