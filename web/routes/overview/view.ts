import type { OpenReview } from '../../../src/actions/open-review.ts';
import type { Standing, WaitsFor } from '../../../src/actions/standing.ts';
import { heldIn } from '../../../src/programme/programme.ts';
import { counted, versionWords } from '../../../src/publish/words.ts';
import { nameOf, sessionsToPlace } from '../../../src/review/facts.ts';
import { dayOf } from '../../../src/time/span.ts';
import { clock, dayName } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import { provenOf } from '../../proven-of.ts';
import { tagOf, waitsForWords } from '../../standing-words.ts';
import { approvalWords } from '../agree/approval-words.ts';
import type { ToEnter } from './entering.ts';

interface Next {
  readonly text: string;
  readonly href: string;
}

/** The page on which the one thing to do next is done. */
const nextOf: Readonly<Record<WaitsFor, (review: string) => Next>> = {
  correcting: (r) => ({ text: 'See what is to be put right', href: addresses.ready(r) }),
  building: (r) => ({ text: 'See whether everything is ready to build', href: addresses.ready(r) }),
  mending: (r) => ({ text: 'See what stands in the way', href: addresses.leftOut(r) }),
  settling: (r) => ({ text: 'See what is to be settled', href: addresses.findings(r) }),
  sharing: (r) => ({ text: 'Look through the draft, and share it', href: addresses.agree(r) }),
  answering: (r) => ({ text: 'Read what is to be changed', href: addresses.agree(r) }),
  approval: (r) => ({ text: 'Look through the draft', href: addresses.agree(r) }),
  amending: (r) => ({ text: 'See what was changed', href: addresses.agree(r) }),
  nothing: (r) => ({ text: 'Print the programme', href: addresses.paper(r) }),
};

const good = (text: string) => ({ text, classes: 'govuk-tag--green' });
const bad = (text: string) => ({ text, classes: 'govuk-tag--red' });
const open = (text: string) => ({ text, classes: 'govuk-tag--yellow' });

function figures({ review, draft }: OpenReview, { broken, missing, blocking }: Standing) {
  if (!draft) return null;
  const all = sessionsToPlace(review).length;
  const placed = draft.programme.placements.length;
  return {
    placed: `${placed} of ${all}`,
    placedTag:
      missing > 0
        ? bad(`${counted(missing, 'must')} left out`)
        : placed < all
          ? open('All musts in')
          : good('All in'),
    rulesTag: broken > 0 ? bad(`${broken} not kept`) : good('All kept'),
    settleTag: blocking > 0 ? open(`${blocking} to settle`) : good('None'),
    proof: provenOf(draft),
    version: versionWords(review),
  };
}

function daysOf({ review, draft }: OpenReview) {
  if (!draft) return [];
  const held = heldIn(review, draft.programme);
  return [...new Set(held.map((h) => dayOf(h.placement.start)))]
    .sort((a, b) => a - b)
    .map((day) => {
      const own = held.filter((h) => dayOf(h.placement.start) === day);
      const from = Math.min(...own.map((h) => h.placement.start));
      const to = Math.max(...own.map((h) => h.placement.end));
      return {
        name: dayName(review.week, day),
        href: addresses.programme(review.id, { day }),
        sessions: counted(own.length, 'session'),
        hours: `${clock(from)} to ${clock(to)}`,
      };
    });
}

/** Where do we stand, and what is the one thing to do next? */
export function overviewView(shown: OpenReview, standing: Standing, entering?: ToEnter) {
  const { review, draft } = shown;
  return {
    state: tagOf(standing),
    waitsFor: entering?.waitsFor ?? waitsForWords(standing),
    next: entering ?? nextOf[standing.waitsFor](review.id),
    clock: approvalWords(shown),
    figures: figures(shown, standing),
    findings: addresses.findings(review.id),
    days: daysOf(shown),
    left: (draft?.programme.unplaced ?? []).map((u) => ({
      title: nameOf(review, u.session),
      because: u.because[0] ?? '',
    })),
    leftOut: addresses.leftOut(review.id),
    sponsor: review.sponsor === undefined ? '' : nameOf(review, review.sponsor),
    organiser: review.organiser === undefined ? '' : nameOf(review, review.organiser),
  };
}
