import type { OpenReview } from '../../../src/actions/open-review.ts';
import type { Elsewhere } from '../../../src/check/elsewhere.ts';
import { whyWords } from '../../../src/publish/elsewhere-words.ts';
import { peopleIn, whoWords } from '../../../src/publish/who.ts';
import { sessionWords } from '../../../src/publish/words.ts';
import { sessionOf } from '../../../src/review/facts.ts';
import { ruleOf } from '../../../src/rules/index.ts';
import { dayOf } from '../../../src/time/span.ts';
import { minutes } from '../../../src/time/words.ts';
import { addresses, type DraftAddresses } from '../../addresses.ts';
import { anchorOf, glanceView } from './glance-view.ts';
import { type LockSent, lockView } from './lock-view.ts';
import { dayShown, dayTabs, placesView } from './places-view.ts';

/** Why a session is where it is, and every other place in the week: what it costs, whom it moves, or what refuses it. */
export function sessionView(
  open: OpenReview,
  at: DraftAddresses,
  told: Elsewhere,
  { late, day }: { readonly late: boolean; readonly day: string | undefined },
  lock: LockSent | undefined,
) {
  const { review, draft } = open;
  const session = sessionOf(review, told.session)!;
  const who = whoWords(session, peopleIn(review, session));
  const shown = dayShown(told, day);
  const isHeld = review.locks.some((l) => l.session === session.id && l.time);
  return {
    title: session.title,
    what: `${sessionWords[session.kind]}, ${minutes(session.minutes)}${who ? `: ${who}` : ''}`,
    back: told.here
      ? { text: 'The day it is on', href: at.grid({ day: dayOf(told.here.start) }) }
      : { text: 'What is left out', href: addresses.leftOut(review.id) },
    behind: draft?.behind ?? false,
    late,
    seen: draft?.version ?? 0,
    move: at.move(session.id),
    park: told.here && !isHeld ? at.park(session.id) : '',
    mend: {
      action: at.mend(),
      around: told.here ? session.id : '',
      text: told.here ? 'Mend around this' : 'Mend the programme',
    },
    second: at.late(session.id),
    lock: told.here ? lockView(open, session.id, at.lock(session.id), lock) : null,
    pick: at.grid({ ...(told.here && { day: dayOf(told.here.start) }), pick: session.id }),
    whyTitle: told.here ? 'Why it is here' : 'Why it has no place',
    whereTitle: told.here ? 'Where else it could go' : 'Where it could go',
    why: whyWords(review, told),
    about: told.about.map((f) => ({
      sentence: f.sentence,
      rule: ruleOf(f.rule)?.title ?? f.rule,
      href: addresses.rule(f.rule),
    })),
    glance: glanceView(review, told, (place) => {
      const on = dayOf(place.start);
      const here = shown === 'all' || shown === on;
      return `${here ? '' : at.session(session.id, { day: on })}#${anchorOf(place)}`;
    }),
    tabs: dayTabs(review, told, shown, (day) => at.session(session.id, { day })),
    days: placesView(review, told, shown),
  };
}
