import { Router } from 'express';
import { MOST_WHOLE_BYTES } from '../../../src/intake/whole/limits.ts';
import { addresses } from '../../addresses.ts';
import { may } from '../../may.ts';
import { multipart } from '../../multipart.ts';
import type { Services } from '../../services.ts';
import { readBack, readBackPage, whole } from './controller.ts';

const zip = multipart({ bytes: MOST_WHOLE_BYTES, files: 1 });

/** Everything of a review as one zip, and back. */
export const wholeRoutes = (services: Services): Router =>
  Router()
    .get('/reviews/:review/whole.zip', may('organiser', 'manager'), whole(services))
    .get(addresses.readBack, may.signedIn, readBackPage(services))
    .post(addresses.readBack, may.signedIn, zip, readBack(services));
