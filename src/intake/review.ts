import type { ReviewFile } from '../review/file.ts';
import type { Review } from '../review/review.ts';
import { readJsonText } from './json-text.ts';
import { looksLike } from './looks-like.ts';
import { didYouMean } from './near.ts';
import type { Partly } from './partly.ts';
import { Problems, type Reading, shown } from './problem.ts';
import { toReview } from './review/review.ts';
import { reviewFile } from './schema/review.ts';
import { askAbout } from './sense/about.ts';
import { askAgreed } from './sense/agreed.ts';
import { Asked, knownIds } from './sense/asked.ts';
import { askDiaries } from './sense/diaries.ts';
import { askFixed } from './sense/fixed.ts';
import { askFrame } from './sense/frame.ts';
import { askIncludes } from './sense/includes.ts';
import { askOrder } from './sense/order.ts';
import { askPeople } from './sense/people.ts';
import { askPlaces } from './sense/places.ts';
import { askSessions } from './sense/sessions.ts';
import { askUnique } from './sense/unique.ts';
import { fitToShape } from './shape.ts';
import { isNamedZone, Times } from './times.ts';

/** The JSON door for reviews: a checked and frozen review, or everything that is wrong with the file. Never throws. */
export function readReview(text: string): Reading<Review> {
  const json = readJsonText(text);
  if (!json.ok) return { ok: false, problems: [json.problem] };
  return reviewFrom(json.value, json.problems);
}

/** The same for what another door made of what came in, fresh and its own; `found` are problems it found already. */
export function reviewFrom(entry: unknown, found: Problems['all'] = []): Reading<Review> {
  if (looksLike(entry) === 'programme')
    return {
      ok: false,
      problems: [
        {
          path: '',
          what: 'This is the file of a programme, not of a review.',
          mend: 'Give the review’s file.',
        },
      ],
    };
  const problems = new Problems();
  for (const problem of found) problems.addProblem(problem);
  const known = knownIds(entry);
  const fit = fitToShape<ReviewFile>(reviewFile, entry, problems);
  if (!fit.left) return { ok: false, problems: problems.all };
  const times = timesOf(fit.left, problems);
  const asked = new Asked({ left: fit.left, lost: fit.lost }, known, times, problems);
  askUnique(asked);
  askAbout(asked);
  const windows = askFrame(asked);
  askDiaries(asked);
  askPeople(asked);
  askPlaces(asked);
  askSessions(asked);
  askFixed(asked, windows);
  askIncludes(asked);
  askOrder(asked);
  askAgreed(asked);
  if (!problems.none || !times) return { ok: false, problems: problems.all };
  // Nothing was reported, so nothing was taken out: what is left is the whole file.
  return { ok: true, value: toReview(fit.left as ReviewFile, times) };
}

function timesOf({ review: about }: Partly<ReviewFile>, problems: Problems): Times | undefined {
  const zone = about?.timeZone ?? 'Europe/London';
  if (!isNamedZone(zone)) {
    const meant = didYouMean(zone, Intl.supportedValuesOf('timeZone'));
    problems.add(
      ['review', 'timeZone'],
      `${shown(zone)} is not a time zone.`,
      meant || 'Give one such as "Europe/London".',
    );
    return undefined;
  }
  return about?.firstDay === undefined ? undefined : new Times({ firstDay: about.firstDay, zone });
}
