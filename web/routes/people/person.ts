import type { RequestHandler } from 'express';
import { itemIn } from '../../../src/entry/entry.ts';
import { contactFields } from '../../../src/intake/form/contact.ts';
import type { ContactEntry } from '../../../src/review/file.ts';
import { addresses } from '../../addresses.ts';
import type { Services } from '../../services.ts';
import { commentsOn } from '../agree/comments-on.ts';
import { FormView } from '../entering/form-view.ts';
import { changeWhole } from '../entering/handlers.ts';
import { type Trouble, troubleView } from '../entering/trouble.ts';
import { type AboutEntry, withEntry } from '../with-entry.ts';
import { contactParts, organisationsId } from './contact-form.ts';
import { diaryWords } from './diary-words.ts';
import { people } from './listed.ts';
import { personFacts } from './person-facts.ts';

function personView({ entry, line, seen }: AboutEntry, contact: ContactEntry, trouble?: Trouble) {
  const form = new FormView(contactFields(contact), trouble);
  return {
    name: contact.name,
    back: addresses.people(line.id),
    trouble: troubleView(trouble, (field) => field),
    action: addresses.entered(line.id, 'people', contact.id, 'whole'),
    seen: trouble?.seen ?? seen,
    parts: contactParts(entry, form),
    organisationsId,
    organisations: [...new Set([entry.review.council, ...(entry.contacts ?? []).map((c) => c.organisation)])],
    diary: { href: addresses.diary(line.id, contact.id), words: diaryWords(contact.diary) },
    remove: addresses.people(line.id, { remove: contact.id }),
    ...personFacts(entry, line.id, contact),
  };
}

const showPerson = async (
  services: Services,
  given: AboutEntry,
  contact: ContactEntry,
  trouble?: Trouble,
): Promise<void> => {
  if (trouble) given.response.status(trouble.status);
  services.show(
    given.response,
    'person',
    // No name in the title: it stands in the history of browsers that others use too.
    given.about('One person', 'people'),
    { ...personView(given, contact, trouble), comments: await commentsOn(services, given, contact) },
  );
};

export const person = (services: Services): RequestHandler =>
  withEntry(services, (given) => {
    const contact = itemIn(given.entry, 'contacts', String(given.request.params.item));
    if (!contact) return given.next();
    return showPerson(services, given, contact);
  });

export const changePerson = (services: Services): RequestHandler =>
  changeWhole(services, people, {
    back: (review, id) => addresses.person(review, id),
    again: (given, contact, trouble) => showPerson(services, given, contact, trouble),
  });
