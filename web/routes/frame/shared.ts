import type { RequestHandler } from 'express';
import { sharedFrames } from '../../../src/actions/shared-frames.ts';
import { setAbout } from '../../../src/entry/edit.ts';
import { Sent, valueIn } from '../../../src/intake/form/sent.ts';
import { addresses } from '../../addresses.ts';
import { done } from '../../done.ts';
import { selectOne, textInput } from '../../form/fields.ts';
import type { Services } from '../../services.ts';
import { whoIs } from '../../who.ts';
import { fieldsOf } from '../entering/body.ts';
import { errorOf, type Trouble } from '../entering/trouble.ts';
import { type AboutEntry, withEntry } from '../with-entry.ts';

/** What the page offers of weeks that are kept for all reviews; taking one is for all, keeping one for coordinators. */
export async function sharedView({ store }: Services, { line, response }: AboutEntry, trouble?: Trouble) {
  const frames = await sharedFrames(store);
  return {
    take:
      frames.length === 0
        ? null
        : {
            action: addresses.frameTake(line.id),
            field: selectOne({
              name: 'frame',
              label: 'Another week to begin with',
              hint: 'It takes the place of all five days. That can be undone.',
              value: '',
              items: frames.map(({ id, name }) => ({ value: id, text: name })),
            }),
          },
    keep: whoIs(response).account?.coordinates
      ? {
          action: addresses.frameKeep(line.id),
          field: textInput({
            name: 'name',
            label: 'Keep this week for other reviews, as',
            hint: 'What happens and when; no people, no places. One of the same name is replaced.',
            width: 20,
            value: trouble && valueIn(trouble.typed, 'name'),
            error: errorOf(trouble, 'name'),
          }),
        }
      : null,
  };
}

export const takeFrame = (services: Services): RequestHandler =>
  withEntry(services, async ({ request, response, line, change, next }) => {
    const asked = new Sent(fieldsOf(request)).line('frame');
    const found = (await sharedFrames(services.store)).find(({ id }) => id === asked);
    const back = addresses.frame(line.id);
    if (!found) return response.redirect(303, back);
    const result = await change(setAbout({ frame: found.frame }), `Took the week “${found.name}”`);
    if (result.kind === 'gone') return next();
    if (result.kind === 'changed') return done(response, back, result.stored.version);
    response.redirect(303, back);
  });
