import type { Draft, OpenReview } from '../../../src/actions/open-review.ts';
import { type PairChosen, withPairs } from '../../../src/actions/week/agree-pairs.ts';
import type { Moment } from '../../../src/actions/week/moment.ts';
import { check } from '../../../src/check/check.ts';
import { loadsOf } from '../../../src/check/peer-load.ts';
import { verdict } from '../../../src/check/verdict.ts';
import { hasBegun } from '../../../src/programme/past.ts';
import type { Held } from '../../../src/programme/placement.ts';
import { type Cost, heldIn } from '../../../src/programme/programme.ts';
import { changeOfCostWords } from '../../../src/publish/elsewhere-words.ts';
import { whereForTeam, whereHeld } from '../../../src/publish/where.ts';
import { pairOf, partnerWords } from '../../../src/publish/who.ts';
import { listed } from '../../../src/publish/words.ts';
import { allThemes, mayTake, themesOf } from '../../../src/review/facts.ts';
import type { Review } from '../../../src/review/review.ts';
import type { PairsAgreed } from '../../../src/store/happenings-port.ts';
import { dayOf } from '../../../src/time/span.ts';
import { clock, clockSpan, dayName, instantMoment } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import { errorSummary, selectOne } from '../../form/fields.ts';
import { loadView } from '../pairs/load-view.ts';
import { peersLock } from '../pairs/view.ts';

/** Days on which something is held, in order. */
export const daysWith = ({ programme }: Draft): readonly number[] =>
  [...new Set(programme.placements.map((p) => dayOf(p.start)))].sort((a, b) => a - b);

/** What is chosen of one session: two selects, unless it is locked, has begun, or is for more than two. */
export const isChosenHere = (review: Review, { session, placement }: Held, minute: number): boolean =>
  !hasBegun(placement, minute) &&
  !peersLock(review, session.id) &&
  session.peers.count <= 2 &&
  placement.peers.length <= 2;

interface Shown {
  readonly open: OpenReview;
  readonly draft: Draft;
  readonly day: number;
  readonly moment: Moment;
  readonly isManager: boolean;
  readonly agreed: PairsAgreed | undefined;
  readonly agreement: number;
  readonly isReleased: boolean;
  readonly chosen: readonly PairChosen[];
  /** It was asked what the choice comes to. */
  readonly looked: boolean;
  /** Why it was not agreed. */
  readonly says: readonly string[];
  readonly status: '' | 'late' | 'waits';
}

const less = (a: Cost, b: Cost): Cost => a.map((n, tier) => n - b[tier]!) as unknown as Cost;

function rowView({ open, isManager, moment }: Shown, held: Held) {
  const { review } = open;
  const { session, placement } = held;
  const titles = new Map(allThemes(review).map((t) => [t.id, t.title]));
  const themes = themesOf(review, session);
  const own = review.peers.filter((p) => p.themes.some((t) => themes.includes(t)));
  const pair = pairOf(review, placement);
  const [first, second] = pair;
  const may = review.peers.filter((p) => mayTake(p, session));
  const items = (none: string) => [
    { value: '', text: none },
    ...may.map((p) => ({ value: p.id, text: `${p.name}${own.includes(p) ? ' (own theme)' : ''}` })),
  ];
  const mayChoose = isManager && isChosenHere(review, held, moment.minute);
  const lock = peersLock(review, session.id);
  const choose = (name: 'lead' | 'with', label: string, none: string, value: string) =>
    selectOne({
      name: `${name}-${session.id}`,
      label: `${label} ${session.title}`,
      labelClasses: 'govuk-visually-hidden',
      classes: 'pw-evening__who',
      items: items(none),
      value,
    });
  return {
    time: clockSpan({ from: placement.start, to: placement.end }),
    title: session.title,
    href: addresses.pair(review.id, session.id),
    place: whereForTeam(whereHeld(review, held)),
    themes: listed(themes.map((t) => titles.get(t) ?? t)),
    fit: themes.length > 0 && !own.some((p) => placement.peers.includes(p.id)) ? 'Nobody’s own theme' : '',
    who: pair.length === 0 ? 'Nobody' : listed(pair.map(partnerWords)),
    lock: lock ? `Locked by ${lock.by}: ${lock.because}` : '',
    lead: mayChoose ? choose('lead', 'Who leads', 'Nobody', first?.id ?? '') : null,
    second:
      mayChoose && session.peers.count > 1
        ? choose('with', 'Who takes notes in', 'Nobody else', second?.id ?? '')
        : null,
  };
}

/** What each has on the day, to be read out to the team. */
function readOut(review: Review, held: readonly Held[]) {
  return review.peers.map((peer) => ({
    name: peer.name,
    has: held
      .filter((h) => h.placement.peers.includes(peer.id))
      .map((h) => {
        const others = pairOf(review, h.placement).filter((p) => p.id !== peer.id);
        return `${clock(h.placement.start)} ${h.session.title}${others.length > 0 ? `, with ${listed(others.map(partnerWords))}` : ', alone'}`;
      }),
  }));
}

/** The pairs of a day, with what each carries and whose themes they are: to be agreed the evening before. */
export function eveningView(shown: Shown) {
  const { open, draft, day, isManager, agreed, chosen, looked, says } = shown;
  const { review } = open;
  const programme = withPairs(draft.programme, chosen);
  const all = heldIn(review, programme);
  const held = all.filter((h) => dayOf(h.placement.start) === day);
  const loads = loadsOf(review, all);
  const load = loadView(review, loads);
  const days = loads[0]?.days.map((d) => d.day) ?? [];
  const changed = programme !== draft.programme;
  const findings = looked && changed ? check(review, programme, { today: open.today }) : [];
  return {
    title: `The pairs of ${dayName(review.week, day)}`,
    errors: says.length > 0 ? errorSummary(says.map((text) => ({ text }))) : null,
    late: shown.status === 'late',
    waits: shown.status === 'waits' ? addresses.agree(review.id) : '',
    agreed: agreed
      ? `Agreed by ${agreed.by}, ${instantMoment(review.week, agreed.at)}${agreed.draftVersion === draft.version ? '' : '; the draft has been changed since'}.`
      : '',
    days: daysWith(draft).map((d) => ({
      name: dayName(review.week, d),
      href: addresses.eveningPairs(review.id, { day: d }),
      current: d === day,
    })),
    isManager,
    action: addresses.eveningPairs(review.id),
    day: String(day),
    seen: String(draft.version),
    agreement: String(shown.agreement),
    button: shown.isReleased ? 'Agree these pairs and approve them' : 'Agree these pairs',
    rows: held.map((h) => rowView(shown, h)),
    comesTo:
      looked && changed
        ? `The whole then: ${changeOfCostWords(less(verdict(review, programme, findings).cost, draft.verdict.cost))}.`
        : looked
          ? 'That is as the draft has it already.'
          : '',
    load: load.peers.map((peer, n) => {
      const on = loads[n]?.days.find((d) => d.day === day);
      return {
        name: peer.name,
        initials: peer.initials,
        themes: peer.themes,
        hours: peer.hours,
        fair: peer.fair,
        uneven: peer.uneven,
        own: peer.own,
        today: peer.days[days.indexOf(day)]?.words ?? '',
        sessions: String(on?.sessions.length ?? 0),
      };
    }),
    readOut: readOut(review, held),
    pairs: addresses.pairs(review.id),
  };
}
