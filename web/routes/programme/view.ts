import type { Draft } from '../../../src/actions/open-review.ts';
import { personWeek } from '../../../src/publish/person-week.ts';
import { roomWeek } from '../../../src/publish/room-week.ts';
import { sessionsToPlace } from '../../../src/review/facts.ts';
import type { Review } from '../../../src/review/review.ts';
import type { HistoryLine } from '../../../src/store/ports.ts';
import { addresses, type DraftAddresses } from '../../addresses.ts';
import { bySurname } from '../../by-surname.ts';
import type { LaidOpen } from '../../laid-open.ts';
import { personWeekView } from '../../week-view.ts';
import type { AboutDraft } from '../with-draft.ts';
import { dayAsked, daysView, standingView } from './days-view.ts';
import { pickView } from './pick-view.ts';
import { roomWeekView } from './room-view.ts';
import { undoView } from './undo-view.ts';

/** What the address asks for, as it came. */
export interface Wanted {
  readonly day: string | undefined;
  readonly by: string | undefined;
  readonly who: string | undefined;
  readonly pick: string | undefined;
  readonly to: string | undefined;
  readonly place: string | undefined;
  readonly pair: string | undefined;
  readonly swap: string | undefined;
}

const lenses = ['day', 'person', 'room', 'peer'] as const;
type Lens = (typeof lenses)[number];

const lensWords: Readonly<Record<Lens, string>> = {
  day: 'By day',
  person: 'By person seen',
  room: 'By room',
  peer: 'By peer',
};

const choiceWords: Readonly<Record<Exclude<Lens, 'day'>, string>> = {
  person: 'Whom the team sees',
  room: 'Which room',
  peer: 'Which peer',
};

const isLens = (by: string | undefined): by is Lens => lenses.some((lens) => lens === by);

interface Choice {
  readonly id: string;
  readonly text: string;
}

/** Whom or what a lens can be turned on. People as in a list of people. */
function choicesOf(review: Review, lens: Lens): readonly Choice[] {
  switch (lens) {
    case 'day':
      return [];
    case 'peer':
      return review.peers.map((p) => ({ id: p.id, text: p.name }));
    case 'person':
      return [...review.contacts]
        .sort(bySurname)
        .map((c) => ({ id: c.id, text: `${c.name}, ${c.jobTitle}` }));
    case 'room':
      return review.rooms.map((r) => ({ id: r.id, text: [r.name, r.building].filter(Boolean).join(', ') }));
  }
}

/** The draft as a grid, or through the eyes of one person or room. */
export async function programmeView(
  {
    open,
    at,
    laidOpen,
    scenario,
  }: Pick<AboutDraft, 'open' | 'at' | 'scenario'> & { readonly laidOpen: LaidOpen },
  wanted: Wanted,
  lines: readonly HistoryLine[],
) {
  const { review, draft } = open;
  const lens = isLens(wanted.by) ? wanted.by : 'day';
  const choices = choicesOf(review, lens);
  const chosen = choices.find((c) => c.id === wanted.who) ?? choices[0];
  const pick =
    draft && lens === 'day' && wanted.pick !== undefined
      ? await pickView(laidOpen, open, draft, at, dayAsked(wanted.day), { ...wanted, pick: wanted.pick })
      : null;
  const ofPerson = lens === 'peer' || lens === 'person';
  return {
    lenses: lenses.map((l) => ({
      text: lensWords[l],
      href: at.grid(l === 'day' ? {} : { by: l }),
      current: l === lens,
    })),
    choice:
      lens === 'day'
        ? null
        : {
            label: choiceWords[lens],
            by: lens,
            action: at.grid(),
            options: choices.map((c) => ({ ...c, selected: c.id === chosen?.id })),
          },
    days: draft && lens === 'day' ? daysView(open, draft, wanted.day, at, pick) : null,
    person:
      draft && chosen && ofPerson ? personWeekView(personWeek(review, draft.programme, chosen.id)) : null,
    room:
      draft && chosen && lens === 'room' ? roomWeekView(roomWeek(review, draft.programme, chosen.id)) : null,
    pick,
    steps: undoView(review.id, at, lines),
    broken: (draft?.verdict.broken ?? []).map((f) => f.sentence),
    scenario: scenario
      ? {
          name: scenario.name,
          compare: addresses.whatIf(review.id, scenario.id),
          leave: addresses.programme(review.id),
        }
      : null,
    isBuilt: draft !== undefined,
    standing: draft ? standingView(open, draft) : null,
    left: draft ? leftView(review, draft, at) : [],
    addLate: at.late(),
    leftOut: addresses.leftOut(review.id),
    behind: draft?.behind ?? false,
    build: addresses.build(review.id),
    ready: addresses.ready(review.id),
    paper: addresses.paper(review.id),
    alternatives: addresses.alternatives(review.id),
  };
}

/** Sessions with no place, one that was only just entered too, each with the way to pick it. */
function leftView(review: Review, { programme }: Draft, at: DraftAddresses) {
  const placed = new Set(programme.placements.map((p) => p.session));
  return sessionsToPlace(review)
    .filter((s) => !placed.has(s.id))
    .map((s) => ({ title: s.title, href: at.grid({ day: 'all', pick: s.id }) }));
}
