import { didYouMean } from '../../intake/near.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Review } from '../../review/review.ts';
import type { Face, Given } from './arguments.ts';
import { type Desk, type Exit, fail } from './desk.ts';
import { inputBoth } from './inputs.ts';
import { reportOn } from './report.ts';

export const exportFace = {
  verb: 'export',
  means: 'Gives a programme in another form.',
  wants: ['REVIEW', 'PROGRAMME'],
  options: {
    format: { takes: 'text', needed: true, value: 'html|ics|csv|json', means: 'the form' },
    for: {
      takes: 'text',
      value: 'PERSON',
      means: 'only what one peer, contact or room has (html and ics): an id or a name',
    },
    out: { takes: 'text', value: 'PATH', means: 'the file to write; where left out it is shown' },
  },
} as const satisfies Face;

type Whose =
  | { readonly peer: string }
  | { readonly contact: string }
  | { readonly room: string }
  | { readonly whole: true };

/** Gives the text; undefined where there is nothing of that form for one person. */
type Form = (review: Review, programme: Programme, whose: Whose) => Promise<string | undefined>;

/** What makes each form is loaded when it is asked for. */
const formats: Readonly<Record<string, Form>> = {
  html: page,
  async ics(review, programme, whose) {
    const { calendarFor } = await import('../../publish/calendar.ts');
    return calendarFor(review, programme, whose);
  },
  async csv(review, programme, whose) {
    const { placementsCsv } = await import('../../publish/csv.ts');
    return 'whole' in whose ? placementsCsv(review, programme) : undefined;
  },
  async json(review, programme, whose) {
    const { programmeToJson } = await import('../../publish/json.ts');
    return 'whole' in whose ? programmeToJson(review, programme) : undefined;
  },
};

/** Forms that are on their way, and what to do until then. */
const later: Readonly<Record<string, string>> = {
  pdf: 'PDF is not there yet: export html, and print it from a browser to a PDF.',
  xlsx: 'Spreadsheets are not there yet: export csv, and open it in a spreadsheet.',
  docx: 'Word is not there yet: export html, and open it in Word.',
};

async function page(review: Review, programme: Programme, whose: Whose): Promise<string | undefined> {
  const { contactSheet, personSheet, roomSheet } = await import('../../publish/page/person.ts');
  if ('peer' in whose) return personSheet(review, programme, whose.peer);
  if ('contact' in whose) return contactSheet(review, programme, whose.contact);
  if ('room' in whose) return roomSheet(review, programme, whose.room);
  const { printablePage } = await import('../../publish/page/programme.ts');
  return printablePage(review, programme, reportOn(review, programme).findings);
}

/** Gives a programme as a page, a calendar, CSV or JSON: the whole, or one person's or room's. */
export async function exportProgramme(desk: Desk, args: Given): Promise<Exit> {
  const [format, wanted, out] = [args.text('format'), args.text('for'), args.text('out')];
  const form = format === undefined || !Object.hasOwn(formats, format) ? undefined : formats[format];
  if (!form) return fail(desk, `peerweek export: ${noSuchFormat(format)}`);
  const input = await inputBoth(desk, args.given, false);
  if (!input.ok) return input.exit;
  const { review, programme } = input.value;
  const whose = wanted === undefined ? { whole: true as const } : find(review, wanted);
  if (!whose) return fail(desk, `peerweek export: ${noSuchPerson(review, wanted!)}`);
  const text = await form(review, programme, whose);
  if (text === undefined)
    return fail(desk, `peerweek export: ${format} is of the whole programme only; leave out --for.`);
  if (out === undefined) {
    desk.out(text);
    return 0;
  }
  const why = await desk.write(out, text);
  return why === undefined ? 0 : fail(desk, why);
}

function noSuchFormat(format: string | undefined): string {
  const known = Object.keys(formats);
  if (format === undefined) return `say in which form: --format ${known.join('|')}`;
  if (Object.hasOwn(later, format)) return later[format]!;
  return `there is no form “${format}”. ${didYouMean(format, known) || `Give one of ${known.join(', ')}.`}`;
}

/** Who or what is meant: by id, or by the whole name. */
function find(review: Review, wanted: string): Whose | undefined {
  const is = (thing: { readonly id: string; readonly name: string }) =>
    thing.id === wanted || thing.name.toLowerCase() === wanted.toLowerCase();
  const [peer, contact, room] = [review.peers.find(is), review.contacts.find(is), review.rooms.find(is)];
  if (peer) return { peer: peer.id };
  if (contact) return { contact: contact.id };
  return room && { room: room.id };
}

function noSuchPerson(review: Review, wanted: string): string {
  const all = [...review.peers, ...review.contacts, ...review.rooms];
  const known = all.flatMap((thing) => [thing.id, thing.name]);
  return `no peer, contact or room is “${wanted}”. ${didYouMean(wanted, known) || 'Give the id or the whole name.'}`;
}
