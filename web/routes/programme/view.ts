import type { OpenReview } from '../../../src/actions/open-review.ts';
import { personWeek } from '../../../src/publish/person-week.ts';
import { roomWeek } from '../../../src/publish/room-week.ts';
import { listed } from '../../../src/publish/words.ts';
import { nameOf } from '../../../src/review/facts.ts';
import type { Review } from '../../../src/review/review.ts';
import { addresses } from '../../addresses.ts';
import { bySurname } from '../../by-surname.ts';
import { personWeekView } from '../../week-view.ts';
import { daysView, standingView } from './days-view.ts';
import { roomWeekView } from './room-view.ts';

/** What the address asks for, as it came. */
export interface Wanted {
  readonly day: string | undefined;
  readonly by: string | undefined;
  readonly who: string | undefined;
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
export function programmeView(open: OpenReview, wanted: Wanted) {
  const { review, draft } = open;
  const lens = isLens(wanted.by) ? wanted.by : 'day';
  const choices = choicesOf(review, lens);
  const chosen = choices.find((c) => c.id === wanted.who) ?? choices[0];
  const ofPerson = lens === 'peer' || lens === 'person';
  return {
    lenses: lenses.map((l) => ({
      text: lensWords[l],
      href: addresses.programme(review.id, l === 'day' ? {} : { by: l }),
      current: l === lens,
    })),
    choice:
      lens === 'day'
        ? null
        : {
            label: choiceWords[lens],
            by: lens,
            action: addresses.programme(review.id),
            options: choices.map((c) => ({ ...c, selected: c.id === chosen?.id })),
          },
    days: draft && lens === 'day' ? daysView(open, draft, wanted.day) : null,
    person:
      draft && chosen && ofPerson ? personWeekView(personWeek(review, draft.programme, chosen.id)) : null,
    room:
      draft && chosen && lens === 'room' ? roomWeekView(roomWeek(review, draft.programme, chosen.id)) : null,
    isBuilt: draft !== undefined,
    standing: draft ? standingView(open, draft) : null,
    left: listed((draft?.programme.unplaced ?? []).map((u) => nameOf(review, u.session))),
    leftOut: addresses.leftOut(review.id),
    behind: draft?.behind ?? false,
    paper: addresses.paper(review.id),
    alternatives: addresses.alternatives(review.id),
  };
}
