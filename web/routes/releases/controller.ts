import type { RequestHandler } from 'express';
import { openRelease } from '../../../src/actions/amendments.ts';
import { changesBetween } from '../../../src/programme/changes.ts';
import { paperPage } from '../../../src/publish/page/paper.ts';
import { comparisonPaper } from '../../../src/publish/paper/comparison.ts';
import { knownToBoth } from '../../../src/review/known-to-both.ts';
import type { Week } from '../../../src/time/week.ts';
import type { Services } from '../../services.ts';
import { releaseStamp } from '../../stamp.ts';
import { looksOnAt, whoIs } from '../../who.ts';
import { sendDrawnPaper, sendPage } from '../paper/send.ts';
import { type AboutEntry, withEntry } from '../with-entry.ts';
import { asked } from '../with-review.ts';
import { followView } from './follow-view.ts';
import { comparisonView, releasesView, releaseView } from './view.ts';

/** Where the week is. */
const weekOf = ({ line, entry }: AboutEntry): Week => ({
  firstDay: line.firstDay,
  zone: entry.review.timeZone ?? 'Europe/London',
});

/** Shows what was agreed; `made`: the address at which it can be followed, made a moment ago. */
export async function showReleases(services: Services, given: AboutEntry, made = ''): Promise<void> {
  const { line, response, about } = given;
  const works = !looksOnAt(whoIs(response), line.id);
  const lines = await services.store.releases.of(line.id);
  const links = works ? await services.store.feedTokens.of(line.id) : [];
  // A page with a new address on it is not for keeping: the address is a key.
  if (made !== '') response.setHeader('Cache-Control', 'no-store');
  const followed = links.filter((l) => l.kind === 'releases' && l.revokedAt === undefined);
  const view = releasesView(line.id, weekOf(given), lines, works);
  const follow = works ? [followView(line.id, weekOf(given), followed.at(-1), made)] : [];
  services.show(response, 'releases', about('Releases', 'releases'), { ...view, follow });
}

/** What was agreed, the newest first. */
export const releases = (services: Services): RequestHandler =>
  withEntry(services, (given) => showReleases(services, given));

/** One programme as it was approved. */
export const release = (services: Services): RequestHandler =>
  withEntry(services, async (given) => {
    const { line, request, response, next, about } = given;
    const found = openRelease(await services.store.releases.find(line.id, Number(request.params.number)));
    if (!found) return next();
    const lines = await services.store.releases.of(line.id);
    const title = `Release ${found.line.number}`;
    services.show(response, 'release', about(title, 'releases'), releaseView(found, lines));
  });

/** Two releases that an address names, the earlier first, and what changed between them; undefined for none such. */
async function comparedIn({ store }: Services, { line, request }: AboutEntry) {
  const [one, other] = [request.params.number, request.params.other].map(Number).sort((a, b) => a - b);
  const [before, after] = [
    openRelease(await store.releases.find(line.id, one ?? 0)),
    openRelease(await store.releases.find(line.id, other ?? 0)),
  ];
  if (!before || !after) return undefined;
  const review = knownToBoth(before.review, after.review);
  const changes = changesBetween(review, before.programme, after.programme);
  return { before, after: { ...after, review }, changes };
}

/** What changed between two of them, for the whole or for one person. */
export const compare = (services: Services): RequestHandler =>
  withEntry(services, async (given) => {
    const { request, response, next, about } = given;
    const found = await comparedIn(services, given);
    if (!found) return next();
    const view = comparisonView(found.before, found.after, found.changes, asked(request, 'who'));
    services.show(response, 'compare', about('What changed', 'releases'), view);
  });

/** The same on paper: `paper` is a page to print, `paper.pdf` a file. */
export const compareOnPaper = (services: Services): RequestHandler =>
  withEntry(services, async (given) => {
    const { request, response, next } = given;
    const found = await comparedIn(services, given);
    if (!found) return next();
    const { before, after, changes } = found;
    const who = asked(request, 'who');
    const paper = comparisonPaper({
      review: after.review,
      changes: who === undefined ? changes : changes.filter((change) => change.tell.includes(who)),
      before: `Release ${before.line.number}`,
      after: `Release ${after.line.number}`,
      stamp: releaseStamp({ review: after.review, release: after.line }),
      who,
    });
    if (request.params.paper === 'paper') return sendPage(response, paperPage(paper));
    if (request.params.paper !== 'paper.pdf') return next();
    const name = `${after.review.id}-release-${before.line.number}-to-${after.line.number}`;
    await sendDrawnPaper(services, paper, 'pdf', name, given);
  });
