import { didYouMean } from '../../intake/near.ts';
import { isPaperKind, paperKinds } from '../../publish/paper/kind-names.ts';
import type { Review } from '../../review/review.ts';
import type { Face, Given } from './arguments.ts';
import { type Desk, type Exit, fail } from './desk.ts';
import { exportForms, isPaper, type Whose } from './export-forms.ts';
import { inputBoth } from './inputs.ts';

export const exportFace = {
  verb: 'export',
  means: 'Gives a programme in another form.',
  wants: ['REVIEW', 'PROGRAMME'],
  options: {
    format: { takes: 'text', needed: true, value: 'html|pdf|ics|xlsx|docx|csv|json', means: 'the form' },
    for: {
      takes: 'text',
      value: 'PERSON',
      means: 'only what one peer, contact or room has (not csv and json): an id or a name',
    },
    paper: {
      takes: 'text',
      value: 'KIND',
      means: `which paper (html, pdf, xlsx and docx): ${paperKinds.join(', ')}; where left out the programme, with its rule report unless it is html`,
    },
    out: {
      takes: 'text',
      value: 'PATH',
      means: 'the file to write; where left out it is shown (html, ics, csv, json)',
    },
  },
} as const satisfies Face;

/** Gives a programme as pages, PDF, Word, Excel, a calendar, CSV or JSON: the whole, or one person's or room's. */
export async function exportProgramme(desk: Desk, args: Given): Promise<Exit> {
  const [format, named, out] = [args.text('format'), args.text('for'), args.text('out')];
  const paper = args.text('paper');
  const no = (why: string) => fail(desk, `peerweek export: ${why}`);
  const form = format === undefined || !Object.hasOwn(exportForms, format) ? undefined : exportForms[format];
  if (!form || format === undefined) return no(noSuchFormat(format));
  if (paper !== undefined && !isPaperKind(paper)) return no(noSuchPaper(paper));
  if (paper !== undefined && !isPaper(format)) return no(`${format} is no paper; leave out --paper.`);
  if (out === undefined && ['pdf', 'xlsx', 'docx'].includes(format))
    return no(`${format} can’t be shown here: say where to write it, with --out PATH.`);
  const input = await inputBoth(desk, args.given, false);
  if (!input.ok) return input.exit;
  const { review, programme } = input.value;
  const found = named === undefined ? undefined : find(review, named);
  // A day and an agenda are no persons.
  const other = paper === 'day' || paper === 'agenda';
  if (named !== undefined && !found && !other) return no(noSuchPerson(review, named));
  const whose = other || !found ? { kind: 'whole' as const, id: named ?? '' } : found;
  const made = await form({ review, programme, whose, paper });
  if (made === undefined)
    return no(
      isPaper(format)
        ? `there is no such paper for “${named ?? ''}”.${paper === 'day' ? ' Give a day of the week on site: --for 1' : ''}`
        : `${format} is of the whole programme only; leave out --for.`,
    );
  if (out === undefined) {
    desk.out(String(made));
    return 0;
  }
  const why = await desk.write(out, made);
  return why === undefined ? 0 : fail(desk, why);
}

function noSuchFormat(format: string | undefined): string {
  const known = Object.keys(exportForms);
  if (format === undefined) return `say in which form: --format ${known.join('|')}`;
  return `there is no form “${format}”. ${didYouMean(format, known) || `Give one of ${known.join(', ')}.`}`;
}

function noSuchPaper(paper: string): string {
  return `there is no paper “${paper}”. ${didYouMean(paper, paperKinds) || `Give one of ${paperKinds.join(', ')}.`}`;
}

/** Who or what is meant: by id, or by the whole name. */
function find(review: Review, wanted: string): Whose | undefined {
  const is = (thing: { readonly id: string; readonly name: string }) =>
    thing.id === wanted || thing.name.toLowerCase() === wanted.toLowerCase();
  const [peer, contact, room] = [review.peers.find(is), review.contacts.find(is), review.rooms.find(is)];
  if (peer) return { kind: 'peer', id: peer.id };
  if (contact) return { kind: 'contact', id: contact.id };
  return room && { kind: 'room', id: room.id };
}

function noSuchPerson(review: Review, wanted: string): string {
  const all = [...review.peers, ...review.contacts, ...review.rooms];
  const known = all.flatMap((thing) => [thing.id, thing.name]);
  return `no peer, contact or room is “${wanted}”. ${didYouMean(wanted, known) || 'Give the id or the whole name.'}`;
}
