import type { LatePlace } from '../../../src/actions/late-session.ts';
import type { Draft, OpenReview } from '../../../src/actions/open-review.ts';
import type { Elsewhere } from '../../../src/check/elsewhere.ts';
import type { Entry } from '../../../src/entry/entry.ts';
import type { Fields } from '../../../src/intake/form/sent.ts';
import { costOver } from '../../../src/programme/programme.ts';
import {
  changeOfCostWords,
  othersWords,
  seatWords,
  triedWords,
} from '../../../src/publish/elsewhere-words.ts';
import { namesOf } from '../../../src/review/facts.ts';
import type { Review } from '../../../src/review/review.ts';
import { spanName } from '../../../src/time/words.ts';
import { addresses, type DraftAddresses } from '../../addresses.ts';
import { FormView } from '../entering/form-view.ts';
import { type Trouble, troubleView } from '../entering/trouble.ts';
import { pairWord, placeWord } from '../move/way-asked.ts';
import { lateParts } from './parts.ts';

/** All of a place in a word, to be asked for by: the one that is added is the one that was shown, or none. */
export const wordOf = ({ way: { placement, others } }: LatePlace): string =>
  [placement, ...others.flatMap((o) => o.after ?? [])]
    .map((p) => [p.session, p.start, p.stream, placeWord(p.place), pairWord(p.peers)].join(' '))
    .join(', ');

/** Where it could go, as it is shown before anything is changed. */
export interface Looked {
  /** The review with it. */
  readonly review: Review;
  readonly places: readonly LatePlace[];
  /** What all the times of the week were found to be. */
  readonly told: Elsewhere | undefined;
  readonly chosen: string;
  /** Why what was chosen was not added. */
  readonly says: string;
}

/** Why there is nowhere for it. */
function nowhereWords({ told }: Looked): string {
  if (!told) return '';
  const isFree = told.places.some((p) => p.state === 'free' || p.state === 'moves');
  return `${triedWords(told)}${isFree ? ' Those that can be had are past, or move what is past.' : ''}`;
}

function placeView({ review }: Looked, draft: Draft, place: LatePlace) {
  const { way, start, end } = place;
  const others = othersWords(review, way);
  return {
    value: wordOf(place),
    text: spanName(review.week, { from: start, to: end }),
    seat: `${seatWords(review, way.placement)}.`,
    moves: others.length === 0 ? 'Nobody else moves.' : '',
    others,
    tell: namesOf(review, way.tell),
    cost: `The whole then: ${changeOfCostWords(costOver(way.cost, draft.verdict.cost))}.`,
  };
}

/** The form of a late session and, once it was sent, the places where it disturbs the fewest. */
export function lateView(
  {
    open,
    draft,
    at,
    entry,
  }: {
    readonly open: OpenReview;
    readonly draft: Draft;
    readonly at: DraftAddresses;
    readonly entry: Entry;
  },
  fields: Fields,
  { trouble, looked }: { readonly trouble?: Trouble; readonly looked?: Looked } = {},
) {
  const places = looked?.places.map((place) => placeView(looked, draft, place)) ?? [];
  const chosen = places.some((p) => p.value === looked?.chosen) ? looked?.chosen : places[0]?.value;
  return {
    title: 'Add a session late',
    back: at.grid(),
    action: `${at.late()}#where`,
    people: addresses.people(open.review.id),
    trouble: troubleView(trouble, (field) => field),
    parts: lateParts(entry, new FormView(fields, trouble)),
    looked: looked !== undefined,
    says: looked?.says ?? '',
    places: places.map((p, n) => ({ ...p, id: `at-${n + 1}`, checked: p.value === chosen })),
    none: looked !== undefined && places.length === 0,
    why: looked !== undefined && places.length === 0 ? nowhereWords(looked) : '',
  };
}
