import { newPersonId } from '../../../src/entry/new-person-id.ts';
import { readContact, readContactRow } from '../../../src/intake/form/contact.ts';
import { addresses } from '../../addresses.ts';
import { diaryWeek } from '../diary/setting.ts';
import { type Listed, withRow } from '../entering/handlers.ts';
import { peopleView } from './view.ts';

/** The people whom the team sees, as a list that is entered. */
export const people: Listed<'contacts'> = {
  list: 'contacts',
  those: 'the people',
  read: readContactRow,
  readWhole: readContact,
  nameOf: (contact) => contact.name,
  newId: (entry, { name }) => newPersonId(entry, 'contacts', name),
  // What is theirs alone (diary, how to reach them, what they need) is not the next one's.
  copy: ({ name, jobTitle, organisation, roles, office }) => ({
    name: `Copy of ${name}`,
    organisation,
    ...(jobTitle !== undefined && { jobTitle }),
    ...(roles && { roles }),
    ...(office && { office }),
  }),
  page: (review, state) => withRow(addresses.people(review, state), state),
  async show({ show, store, now }, given, state) {
    const { line, entry, open, response, about } = given;
    if (state.trouble) response.status(state.trouble.status);
    const { week } = diaryWeek(entry, open?.review);
    const links = { links: await store.diaryLinks.of(line.id), week, now: now() };
    show(response, 'people', about('People', 'people'), peopleView(given, state, links));
  },
};
