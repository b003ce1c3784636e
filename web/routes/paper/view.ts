import { heldBy, heldIn } from '../../../src/programme/programme.ts';
import type { drawnForms } from '../../../src/publish/draw.ts';
import { agendas } from '../../../src/publish/paper/agendas.ts';
import type { PaperKind } from '../../../src/publish/paper/kind-names.ts';
import { dayName } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import { bySurname } from '../../by-surname.ts';
import { type FileKind, type Printed, stampOf } from './sheets.ts';
import { mayHave } from './who-may.ts';

interface Link {
  readonly text: string;
  readonly href: string;
  /** What it is for. */
  readonly more: string;
}

interface Shown {
  /** For a peer, of what was agreed; to whom the page of the peers is closed. */
  readonly looksOn: boolean;
  /** There is a release, so that the draft is something else. */
  readonly released: boolean;
  /** The form that is asked for: every link on the page gives it. */
  readonly as: string | undefined;
}

const forms = [
  { id: 'print', text: 'To print', says: 'Each opens as it is printed. Print it from the browser, on A4.' },
  {
    id: 'pdf',
    text: 'PDF',
    says: 'Each is saved as a PDF, to send or to print anywhere. Screen readers can read them.',
  },
  {
    id: 'docx',
    text: 'Word',
    says: 'Each is saved as a Word document, to be worked on further. What is changed there is not known here.',
  },
  {
    id: 'xlsx',
    text: 'Excel',
    says: 'Each is saved as an Excel workbook, to be worked on further. What is changed there is not known here.',
  },
] as const satisfies readonly {
  readonly id: 'print' | (typeof drawnForms)[number];
  readonly text: string;
  readonly says: string;
}[];

/** Everything that can be printed or taken away, in the form that was asked for. */
export function paperView(id: string, open: Printed | undefined, { looksOn, released, as }: Shown) {
  if (!open) return { isBuilt: false, looksOn, whole: addresses.whole(id) };
  const { review, draft } = open;
  const of = !looksOn && released && !('release' in open) ? 'draft' : undefined;
  const form = forms.find(({ id }) => id === as) ?? forms[0];
  const ending = form.id === 'print' ? '' : `.${form.id}`;
  const paper = (kind: PaperKind, text: string, more = '', who?: string): readonly Link[] =>
    mayHave(kind, looksOn)
      ? [{ text, href: addresses.sheet(review.id, `${kind}${ending}`, who, of), more }]
      : [];
  const file = (kind: FileKind, text: string, more: string): readonly Link[] =>
    mayHave(kind, looksOn) ? [{ text, href: addresses.sheet(review.id, kind, undefined, of), more }] : [];
  const held = heldIn(review, draft.programme);
  const seen = review.contacts.filter((c) => heldBy(review, held, c.id).length > 0).sort(bySurname);
  const stamp = stampOf(open);
  return {
    isBuilt: true,
    looksOn,
    version: stamp.words,
    isDraft: stamp.draft,
    other:
      looksOn || !released
        ? []
        : [
            of === 'draft'
              ? { text: 'Print the release that holds instead', href: addresses.paper(review.id, form.id) }
              : {
                  text: 'Print the draft that is being worked on instead',
                  href: addresses.paper(review.id, form.id, 'draft'),
                },
          ],
    forms: forms.map(({ id, text }) => ({
      text,
      href: addresses.paper(review.id, id, of),
      current: id === form.id,
    })),
    says: form.says,
    sheets: [
      {
        id: 'programme',
        title: 'The programme',
        links: [
          ...paper('programme', 'The programme', 'A page a day, in the layout that everybody knows'),
          ...paper('week', 'The week on a page', 'For the wall of the base room'),
          ...paper('record', 'The programme with its rule report', 'For the file'),
          ...paper('annex', 'The rule report and exceptions alone'),
        ],
      },
      {
        id: 'days',
        title: 'One day',
        links: [0, 1, 2, 3, 4, 5]
          .filter((day) => held.some((h) => Math.floor(h.placement.start / 1440) === day) || day > 0)
          .flatMap((day) => paper('day', dayName(review.week, day), '', String(day))),
      },
      {
        id: 'lists',
        title: 'Lists and signs',
        links: [
          ...paper('signs', 'Door signs', 'A sign for each room and day that it is used'),
          ...paper('reception', 'Names for reception', 'Who is expected when, and where to send them'),
          ...paper('travel', 'Travel sheet', 'Journeys, places and parking'),
          ...paper('catering', 'Catering', 'How many to feed, by day'),
          ...agendas.flatMap(({ id, title }) => paper('agenda', `Conference agenda: ${title}`, '', id)),
        ],
      },
      {
        id: 'peers',
        title: 'A sheet for each peer',
        links: [
          ...paper('peer', 'All of them together'),
          ...review.peers.flatMap((p) => paper('peer', p.name, '', p.id)),
        ],
      },
      {
        id: 'contacts',
        title: 'A sheet for each person seen',
        links: [
          ...paper('contact', 'All of them together'),
          ...seen.flatMap((c) => paper('contact', c.name, c.jobTitle, c.id)),
        ],
      },
      {
        id: 'rooms',
        title: 'A sheet for each room',
        links: [
          ...paper('room', 'All of them together'),
          ...review.rooms.flatMap((r) => paper('room', r.name, r.building ?? '', r.id)),
        ],
      },
    ].filter(({ links }) => links.length > 0),
    data: [
      ...file('ics', 'Calendar (iCal)', 'The whole programme, to bring into a calendar once'),
      ...file('csv', 'Spreadsheet (CSV)', 'A row a session'),
      ...file('json', 'Programme file (JSON)', 'To keep, or to check elsewhere'),
      ...file('review', 'Review file (JSON)', 'Everything that was entered'),
      ...(looksOn
        ? []
        : [
            {
              text: 'Everything, as one zip',
              href: addresses.whole(review.id),
              more: 'With releases, comments, what-ifs and the whole history; “Read a whole review back” takes it in again',
            },
          ]),
    ],
    peers: looksOn ? '' : addresses.peers(review.id),
  };
}
