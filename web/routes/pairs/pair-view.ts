import type { OpenReview } from '../../../src/actions/open-review.ts';
import { type PairChoice, pairChoices } from '../../../src/check/pair-choices.ts';
import { changeOfCostWords } from '../../../src/publish/elsewhere-words.ts';
import { pairOf, peopleIn, whoWords } from '../../../src/publish/who.ts';
import { listed } from '../../../src/publish/words.ts';
import { allThemes, nameOf, namesOf, sessionOf, themesOf } from '../../../src/review/facts.ts';
import { spanName } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import { peersLock } from './view.ts';

/** What a choice is called in a form: the peers of each session that it changes. */
export const choiceName = ({ taken }: PairChoice): string =>
  taken.map(({ session, peers }) => `${session}=${[...peers].sort().join('+')}`).join(' ');

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

/** So many of those that a rule refuses are listed. */
const SOME = 12;

/** Who takes one session, and everybody else who could: what each costs, or the rule that refuses it. */
export function pairView({ review, draft }: OpenReview, id: string, mayChange: boolean, late: boolean) {
  const session = sessionOf(review, id);
  const placement = draft?.programme.placements.find((p) => p.session === id);
  if (!session || !draft || !placement) return undefined;
  const choices = pairChoices(review, draft.programme, id);
  const titles = new Map(allThemes(review).map((t) => [t.id, t.title]));
  const own = themesOf(review, session);
  const themes = own.map((t) => titles.get(t) ?? t);
  const specialists = review.peers.filter((p) => p.interviews && p.themes.some((t) => own.includes(t)));
  const lock = peersLock(review, id);
  const choiceView = (choice: PairChoice) => {
    const [first, ...others] = choice.taken;
    return {
      value: choiceName(choice),
      who: first!.peers.length === 0 ? 'Nobody' : namesOf(review, first!.peers),
      others: others.map((o) => `${nameOf(review, o.session)} is then taken by ${namesOf(review, o.peers)}.`),
      cost: capital(changeOfCostWords(choice.change)),
      breaks: choice.breaks.slice(0, 1).map((f) => f.sentence),
      comes: choice.comes.map((f) => f.sentence),
      goes: choice.goes.map((f) => f.sentence),
      differs: choice.comes.length + choice.goes.length > 0,
    };
  };
  const free = choices.filter((c) => c.breaks.length === 0).map(choiceView);
  const refused = choices.filter((c) => c.breaks.length > 0).map(choiceView);
  return {
    title: session.title,
    back: addresses.pairs(review.id),
    when: spanName(review.week, { from: placement.start, to: placement.end }),
    who: whoWords(session, peopleIn(review, session)),
    pair: pairOf(review, placement).map((p) => ({
      name: p.name,
      part: p.part === undefined ? '' : p.part === 'leads' ? 'Leads' : 'Takes notes',
    })),
    alone: placement.peers.length === 1,
    themes: listed(themes),
    specialists: listed(specialists.map((p) => p.name)),
    session: addresses.session(review.id, id),
    mayChange,
    late,
    seen: draft.version,
    id,
    change: addresses.pair(review.id, id),
    lock: lock ? `${lock.by}: ${lock.because}` : '',
    unlock: addresses.unlockPair(review.id),
    free,
    refused: refused.slice(0, SOME),
    more: Math.max(0, refused.length - SOME),
  };
}
