import type { ProgrammeFile } from '../programme/file.ts';
import type { Programme } from '../programme/programme.ts';
import type { Review } from '../review/review.ts';
import { readJsonText } from './json-text.ts';
import { looksLike } from './looks-like.ts';
import { Problems, type Reading } from './problem.ts';
import { toProgramme } from './programme/programme.ts';
import { programmeFile } from './schema/programme.ts';
import { askProgramme, type Gone } from './sense/programme.ts';
import { fitToShape } from './shape.ts';
import { Times } from './times.ts';

/**
 * The JSON door for programmes of a review, those made by hand included: to the minute, in any place, whatever rules
 * it breaks. Gives it frozen, or everything that can't be understood in it. Never throws. For one that was made before
 * the review was changed, `gone` says of what it may name some that the review has no more: sessions are kept, for
 * people have to be told of them; peers are not.
 */
export function readProgramme(text: string, review: Review, gone: Gone = []): Reading<Programme> {
  const json = readJsonText(text);
  if (!json.ok) return { ok: false, problems: [json.problem] };
  if (looksLike(json.value) === 'review')
    return {
      ok: false,
      problems: [
        {
          path: '',
          what: 'This is the file of a review, not of a programme.',
          mend: 'Give the programme’s file.',
        },
      ],
    };
  const problems = new Problems();
  for (const problem of json.problems) problems.addProblem(problem);
  const fit = fitToShape<ProgrammeFile>(programmeFile, json.value, problems);
  const times = new Times(review.week);
  if (fit.left) askProgramme(review, fit.left, times, problems, gone);
  if (!problems.none || !fit.left) return { ok: false, problems: problems.all };
  // Nothing was reported, so nothing was taken out: what is left is the whole file.
  return { ok: true, value: toProgramme(fit.left as ProgrammeFile, review, times) };
}
