import type { Entry } from '../../../src/entry/entry.ts';
import type { Fields } from '../../../src/intake/form/sent.ts';
import { sessionFields } from '../../../src/intake/form/session.ts';
import type { SessionEntry } from '../../../src/review/file.ts';
import type { FormView, Part } from '../entering/form-view.ts';
import { placeParts } from '../sessions/place-parts.ts';
import { kindOptions, priorityOptions, themeChoices, whoParts } from '../sessions/session-form.ts';
import { timeParts } from '../sessions/time-parts.ts';

/** What is not there yet, as far as the parts of its form ask. */
const none: SessionEntry = { id: '', kind: 'interview', title: '', priority: 'must' };

/** What the form begins with: an interview that must be held; or a second one of a session, after the first. */
export function lateFields(again: SessionEntry | undefined): Fields {
  if (!again) return sessionFields(none);
  // How its peers, its given time and who came instead of whom were settled was about the first.
  const { fixed: _, substitutes: __, includes: ___, peers: ____, roles: _____, ...same } = again;
  const title = `${again.title}: second ${again.kind === 'interview' ? 'interview' : 'session'}`;
  return sessionFields({ ...same, title, after: [again.id] });
}

/** What is asked of a session that comes late: as little as will do, the rest folded. */
export function lateParts(entry: Entry, form: FormView): readonly Part[] {
  return [
    form.input('title', 'What the session is called', {
      classes: 'govuk-!-width-two-thirds',
      hint: 'What is printed: usually who is seen',
    }),
    form.radios('kind', 'What it is', kindOptions, { inline: true }),
    form.radios('priority', 'How important it is', priorityOptions, { inline: true }),
    ...whoParts(entry, form),
    {
      folded: {
        summary: 'How long, and when it may be',
        open: form.has('minutes', 'earliestDay', 'latestDay', 'evening', 'after'),
        parts: timeParts(entry, form, none),
      },
    },
    {
      folded: {
        summary: 'Where it may be',
        open: form.has('placeOffice', 'placeRoom', 'placeSite', 'placePhone', 'placeAtSite'),
        parts: placeParts(entry, form),
      },
    },
    {
      folded: {
        summary: 'What it is about',
        open: form.has('themes'),
        parts: [form.checks('themes', 'Themes', themeChoices(entry))],
      },
    },
  ];
}
