import type { Draft, OpenReview } from '../../../src/actions/open-review.ts';
import type { Elsewhere, PlaceInWeek, Way } from '../../../src/check/elsewhere.ts';
import { placeName } from '../../../src/programme/programme.ts';
import {
  againstWords,
  changeOfCostWords,
  differenceWords,
  othersWords,
  placeStateWords,
  seatWords,
} from '../../../src/publish/elsewhere-words.ts';
import { nameOf, namesOf, sessionOf } from '../../../src/review/facts.ts';
import type { Review } from '../../../src/review/review.ts';
import { ruleOf } from '../../../src/rules/index.ts';
import { spanName } from '../../../src/time/words.ts';
import { addresses, type DraftAddresses } from '../../addresses.ts';
import type { LaidOpen } from '../../laid-open.ts';
import { pairWord, placeAt, placeWord, wayAsked } from '../move/way-asked.ts';

/** What the address chose of a session that is picked. */
export interface ChosenAsked {
  readonly pick: string;
  readonly to: string | undefined;
  readonly place: string | undefined;
  readonly pair: string | undefined;
  readonly swap: string | undefined;
}

interface Button {
  readonly text: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

/** What a choice would change, before it is made: `views/editor/chosen.hbs`. */
export interface ChosenView {
  readonly title: string;
  readonly tag: { readonly text: string; readonly classes: string };
  readonly cost: string;
  readonly seat: string;
  readonly others: readonly string[];
  readonly tell: string;
  readonly comes: readonly string[];
  readonly goes: readonly string[];
  readonly differs: boolean;
  readonly reason: string;
  readonly rule: { readonly text: string; readonly href: string };
  readonly action: string;
  readonly buttons: readonly Button[];
  readonly seats: SeatsView | null;
  /** Its button leads to another page. */
  readonly leaves: boolean;
}

interface SeatsView {
  readonly to: string;
  readonly places: readonly Option[];
  readonly pairs: readonly Option[];
}

interface Option {
  readonly value: string;
  readonly text: string;
  readonly selected: boolean;
}

export const tagColours: Readonly<Record<PlaceInWeek['state'], string>> = {
  here: 'govuk-tag--blue',
  free: 'govuk-tag--green',
  moves: 'govuk-tag--yellow',
  taken: 'govuk-tag--grey',
  refused: 'govuk-tag--grey',
};

const nothing = {
  cost: '',
  seat: '',
  others: [],
  tell: '',
  comes: [],
  goes: [],
  differs: false,
  reason: '',
  rule: { text: '', href: '' },
  action: '',
  buttons: [],
  seats: null,
  leaves: false,
} as const;

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

const wayView = (review: Review, way: Way) => ({
  cost: `${capital(changeOfCostWords(way.change))}.`,
  seat: seatWords(review, way.placement),
  others: othersWords(review, way),
  tell: way.tell.length === 0 ? '' : namesOf(review, way.tell),
  ...differenceWords(way),
  differs: way.appears.length + way.disappears.length > 0,
});

const fieldsOf = (fields: Readonly<Record<string, string>>) =>
  Object.entries(fields).map(([name, value]) => ({ name, value }));

/** All that the choice is worked out from. */
interface Asking {
  readonly laidOpen: LaidOpen;
  readonly open: OpenReview;
  readonly draft: Draft;
  readonly at: DraftAddresses;
  readonly told: Elsewhere;
}

/** What was chosen for the session that is picked; null where nothing was, or nothing that there is. */
export async function chosenView(asking: Asking, asked: ChosenAsked): Promise<ChosenView | null> {
  if (asked.swap !== undefined) return swapView(asking, asked.pick, asked.swap);
  const place = asked.to === undefined ? undefined : placeAt(asking.told, asked.to);
  return place ? placeView(asking, asked, place) : null;
}

async function placeView(asking: Asking, asked: ChosenAsked, place: PlaceInWeek): Promise<ChosenView> {
  const { laidOpen, open, draft, at, told } = asking;
  const { review } = open;
  const base = {
    ...nothing,
    title: spanName(review.week, { from: place.start, to: place.end }),
    tag: { text: placeStateWords[place.state], classes: tagColours[place.state] },
    action: at.move(asked.pick),
  };
  if (place.state === 'refused') return { ...base, ...againstView(place.against) };
  if (place.state === 'taken')
    return {
      ...base,
      ...againstView(place.against),
      action: at.mend(),
      buttons: [
        {
          text: 'See what would give way: put it here and mend around it',
          fields: fieldsOf({ around: asked.pick, to: String(place.start) }),
        },
      ],
      leaves: true,
    };
  const seats = place.state === 'moves' ? null : await seatsView(asking, asked, place);
  const [at_, pair] = [asked.place ?? '', asked.pair ?? ''];
  const isSeat = at_ !== '' || pair !== '';
  const seat = { start: String(place.start), keeping: false, place: at_, pair };
  const way = await wayAsked(laidOpen, open, draft, asked.pick, seat);
  if (isSeat && way && isThere(told, way)) return { ...base, seats, reason: 'It has them now.' };
  if (isSeat && !way)
    return {
      ...base,
      seats,
      reason: 'These can’t be had together at that time: choose another place or pair.',
    };
  if (!way) return { ...base, seats };
  const sent = { seen: String(draft.version), start: String(place.start) };
  const keeping = place.state === 'free' && !isSeat ? place.keeping : undefined;
  return {
    ...base,
    ...wayView(review, way),
    seats,
    buttons: [
      {
        text: place.state === 'here' ? 'Change it' : 'Move it here',
        fields: fieldsOf({ ...sent, ...(isSeat && { place: at_, pair }) }),
      },
      ...(keeping
        ? [
            {
              text: `Move it here with its own room and pair (${changeOfCostWords(keeping.change)})`,
              fields: fieldsOf({ ...sent, keeping: 'yes' }),
            },
          ]
        : []),
    ],
  };
}

/** A way that leaves everything as it is. */
const isThere = ({ here }: Elsewhere, { placement, others }: Way): boolean =>
  here !== undefined &&
  others.length === 0 &&
  here.start === placement.start &&
  placeWord(here.place) === placeWord(placement.place) &&
  pairWord(here.peers) === pairWord(placement.peers);

function againstView({ rule, sentence }: { readonly rule: string; readonly sentence: string }) {
  return {
    reason: sentence,
    rule: { text: againstWords(rule), href: ruleOf(rule) ? addresses.rule(rule) : '' },
  };
}

/** The rooms and pairs that can be had at that time, each with what the best with it costs. */
async function seatsView(
  { laidOpen, open, draft, told }: Asking,
  asked: ChosenAsked,
  place: PlaceInWeek,
): Promise<SeatsView | null> {
  const { review } = open;
  const { rooms, pairs } = await laidOpen.seatsOf(open, draft, asked.pick, place.start);
  if (rooms.length + pairs.length < 3) return null;
  const now = place.state === 'here' ? told.here : undefined;
  const words = (way: Way, what: string) =>
    now && isThere(told, way) ? `${what} (as it is)` : `${what} (${changeOfCostWords(way.change)})`;
  const session = sessionOf(review, asked.pick)!;
  const optional = (text: string): Option => ({ value: '', text, selected: false });
  return {
    to: String(place.start),
    places: [
      optional('The best, or as it is'),
      ...rooms.map((way) => {
        const value = placeWord(way.placement.place);
        const name = placeName(review, { session, placement: way.placement });
        return { value, text: words(way, name), selected: value === asked.place };
      }),
    ],
    pairs: [
      optional('The best, or as it is'),
      ...pairs.map((way) => {
        const value = pairWord(way.placement.peers);
        return {
          value,
          text: words(way, namesOf(review, way.placement.peers)),
          selected: value === asked.pair,
        };
      }),
    ],
  };
}

async function swapView(
  { laidOpen, open, draft, at }: Asking,
  one: string,
  other: string,
): Promise<ChosenView | null> {
  const { review } = open;
  const found = await laidOpen.swapOf(open, draft, one, other);
  if (!found) return null;
  const base = { ...nothing, title: `Swap with ${nameOf(review, other)}`, action: at.swap(one) };
  if (!found.ok)
    return {
      ...base,
      tag: { text: placeStateWords.refused, classes: tagColours.refused },
      ...againstView(found.against),
    };
  const { placement } = found.way;
  const when = spanName(review.week, { from: placement.start, to: placement.end });
  const way = wayView(review, found.way);
  return {
    ...base,
    tag: { text: 'Can be swapped', classes: tagColours.free },
    ...way,
    seat: `${when}, ${way.seat}`,
    buttons: [{ text: 'Swap them', fields: fieldsOf({ seen: String(draft.version), with: other }) }],
  };
}
