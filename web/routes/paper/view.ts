import type { OpenReview } from '../../../src/actions/open-review.ts';
import { heldBy, heldIn } from '../../../src/programme/programme.ts';
import { addresses } from '../../addresses.ts';
import { bySurname } from '../../by-surname.ts';
import type { SheetKind } from './sheets.ts';

interface Link {
  readonly text: string;
  readonly href: string;
  /** What it is for. */
  readonly more: string;
}

/**
 * Everything that can be printed or taken away. `looksOn`: for a peer, of what was agreed (undefined: nothing was yet),
 * and to whom the page of the peers is closed.
 */
export function paperView(open: OpenReview | undefined, looksOn: boolean) {
  if (!open?.draft) return { isBuilt: false, looksOn };
  const { review, draft } = open;
  const link = (kind: SheetKind, text: string, more = '', who?: string): Link => ({
    text,
    href: addresses.sheet(review.id, kind, who),
    more,
  });
  const held = heldIn(review, draft.programme);
  const seen = review.contacts.filter((c) => heldBy(review, held, c.id).length > 0).sort(bySurname);
  return {
    isBuilt: true,
    looksOn,
    whole: [
      link('programme', 'The programme', 'A4 landscape, a page a day, in the layout that everybody knows'),
      link('week', 'The week on a page', 'A4 landscape, for the wall of the base room'),
    ],
    sheets: [
      {
        id: 'peers',
        title: 'A sheet for each peer',
        links: review.peers.map((p) => link('peer', p.name, '', p.id)),
      },
      {
        id: 'contacts',
        title: 'A sheet for each person seen',
        links: seen.map((c) => link('contact', c.name, c.jobTitle, c.id)),
      },
      {
        id: 'rooms',
        title: 'A sheet for each room’s door',
        links: review.rooms.map((r) => link('room', r.name, r.building ?? '', r.id)),
      },
    ],
    data: [
      link('ics', 'Calendar (iCal)', 'The whole programme, to bring into a calendar once'),
      link('csv', 'Spreadsheet (CSV)', 'A row a session'),
      link('json', 'Programme file (JSON)', 'To keep, or to check elsewhere'),
      link('review', 'Review file (JSON)', 'Everything that was entered'),
    ],
    peers: looksOn ? '' : addresses.peers(review.id),
  };
}
