import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import { playWithSample, throwAwaySample } from '../../../src/actions/play-with-sample.ts';
import { packageRoot } from '../../../src/publish/package-root.ts';
import { isSampleId } from '../../../src/review/sample-id.ts';
import { addresses } from '../../addresses.ts';
import type { Services } from '../../services.ts';
import { whoIs } from '../../who.ts';

const file = (name: string): string => readFileSync(join(packageRoot(), 'fixtures', name), 'utf8');

/** Opens a sample: the one that this person has already, or a new one of their own. */
export const play =
  ({ store, now }: Services): RequestHandler =>
  async (_request, response) => {
    const { name: by, account, roleIn } = whoIs(response);
    const own = (await store.reviews.list()).find(
      (line) => isSampleId(line.id) && roleIn(line.id) === 'organiser',
    );
    const files = () => ({
      review: file('appendix-11.json'),
      programme: file('appendix-11.programme.json'),
    });
    const sample = own ?? (await playWithSample({ store, now, randomBytes }, files(), { by }, account?.id));
    response.redirect(303, addresses.review(sample.id));
  };

/** Throws a sample away, everything of it. A review that is none is left alone. */
export const throwAway =
  ({ store }: Services): RequestHandler =>
  async (request, response, next) => {
    if (!(await throwAwaySample(store, String(request.params.review)))) return next();
    response.redirect(303, addresses.reviews);
  };
