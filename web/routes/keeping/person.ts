import type { RequestHandler } from 'express';
import { erasePersonOf } from '../../../src/actions/erase-person.ts';
import { exportPerson } from '../../../src/actions/export-person.ts';
import { knownIn } from '../../../src/actions/known-person.ts';
import { mentionsOf } from '../../../src/entry/person/about.ts';
import { eraser } from '../../../src/entry/person/terms.ts';
import { addresses } from '../../addresses.ts';
import type { Services } from '../../services.ts';
import { fieldsOf } from '../entering/body.ts';
import { type AboutEntry, withEntry } from '../with-entry.ts';
import { sureBox } from './sure.ts';

/** What can be done about one person: give them what is kept of them, or erase them. */
async function showPerson(services: Services, given: AboutEntry, unsure: boolean): Promise<void> {
  const { entry, line, request, response, next, about } = given;
  const id = String(request.params.person);
  const known = await knownIn(services.store, entry, line.id, id);
  if (!known) return next();
  const without = eraser(known);
  const view = {
    name: known.names[0] ?? 'This person',
    otherNames: known.names.slice(1),
    file: addresses.personFile(line.id, id),
    erase: addresses.erasePerson(line.id, id),
    back: addresses.data(line.id),
    ...sureBox(unsure),
    // What would still mention them by a part of their name: nobody but a person can tell whether it is them.
    left: mentionsOf(entry, id, known.names)
      .map(({ where, text }) => ({ where, text: without(text) }))
      .filter(({ where, text }) => !/ › id$/.test(where) && mentionsPart(known.names, text)),
  };
  response.setHeader('Cache-Control', 'no-store');
  services.show(
    unsure ? response.status(422) : response,
    'person-data',
    about('One person’s data', 'data'),
    view,
  );
}

const mentionsPart = (names: readonly string[], text: string): boolean =>
  names
    .flatMap((name) => name.split(/\s+/))
    .some((word) => word.length >= 3 && text.toLowerCase().includes(word.toLowerCase()));

export const person = (services: Services): RequestHandler =>
  withEntry(services, (given) => showPerson(services, given, false));

/** Everything that is kept about somebody, to be given to them. */
export const personFile = (services: Services): RequestHandler =>
  withEntry(services, async ({ request, response, next, ...open }) => {
    const text = await exportPerson(services, open, String(request.params.person));
    if (text === undefined) return next();
    response.setHeader('Cache-Control', 'no-store');
    // No name in it: a file's name is seen by more people than the file.
    response.setHeader('Content-Disposition', 'attachment; filename="data-of-one-person.json"');
    response.type('json').send(text);
  });

export const erase = (services: Services): RequestHandler =>
  withEntry(services, async (given) => {
    const { line, request, response, next, by } = given;
    if (fieldsOf(request).sure !== 'yes') return showPerson(services, given, true);
    const erased = await erasePersonOf(services, line.id, String(request.params.person), by);
    if (erased.kind !== 'erased') return next();
    response.redirect(303, addresses.data(line.id, { said: 'erased' }));
  });
