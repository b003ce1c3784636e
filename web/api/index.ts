import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Router } from 'express';
import { packageRoot } from '../../src/publish/package-root.ts';
import { may } from '../may.ts';
import type { Services } from '../services.ts';
import { agreementOperations } from './agreement.ts';
import { boardOperations } from './board.ts';
import { bodyText } from './body.ts';
import { buildOperations } from './builds.ts';
import { commentOperations } from './comments.ts';
import { coordinateOperations } from './coordinate.ts';
import { openApiDocument } from './document.ts';
import { editOperations } from './edits.ts';
import { eveningOperations } from './evening.ts';
import { exceptionOperations } from './exceptions.ts';
import { happeningOperations } from './happenings.ts';
import { itemOperations } from './items.ts';
import { lockOperations } from './locks.ts';
import { mendOperations } from './mends.ts';
import type { Operation } from './operation.ts';
import { pairOperations } from './pairs.ts';
import { programmeOperations } from './programme.ts';
import { releaseOperations } from './releases.ts';
import { reviewOperations } from './reviews.ts';
import { whatIfOperations } from './what-ifs.ts';

/** Everything that a program can ask for. Also what the tests go through, route by route. */
export const operations: readonly Operation[] = [
  ...reviewOperations,
  ...itemOperations,
  ...programmeOperations,
  ...buildOperations,
  ...editOperations,
  ...mendOperations,
  ...lockOperations,
  ...pairOperations,
  ...whatIfOperations,
  ...agreementOperations,
  ...commentOperations,
  ...exceptionOperations,
  ...releaseOperations,
  ...happeningOperations,
  ...eveningOperations,
  ...boardOperations,
  ...coordinateOperations,
];

/** The API for programs, under `/api/v1`, and the document that describes it. */
export function apiRoutes(services: Services): Router {
  const { version } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'));
  const router = Router();
  router.get('/api/v1/openapi.json', may.anyone, (_request, response) => {
    response.json(openApiDocument(operations, version));
  });
  for (const { method, path, may: gate, handle } of operations)
    router[method](`/api/v1${path}`, gate, bodyText, handle(services));
  return router;
}
