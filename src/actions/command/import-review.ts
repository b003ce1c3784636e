import { emailOf } from '../../accounts/email.ts';
import { textOf } from '../../intake/bytes.ts';
import { readProgramme, readReview } from '../../intake/index.ts';
import { isZip } from '../../intake/whole/is-zip.ts';
import { NEW, type Signature, type Store } from '../../store/ports.ts';
import { buildProgramme } from '../build-programme.ts';
import { giveOrganiser } from '../give-organiser.ts';
import { importReview } from '../import-review.ts';
import { createOpenReview, type OpenReview } from '../open-review.ts';
import type { Face, Given } from './arguments.ts';
import { type Desk, dataOption, type Exit, fail, withStore } from './desk.ts';
import { tellProblems, tellTrouble } from './inputs.ts';

export const importFace = {
  verb: 'import-review',
  means:
    'Takes a review into the data that “peerweek serve” shows, and builds its programme; or reads the zip of a whole one back.',
  wants: ['REVIEW'],
  options: {
    data: dataOption,
    programme: { takes: 'text', value: 'PROGRAMME', means: 'take in this programme instead of building one' },
    by: { takes: 'text', value: 'NAME', means: 'who does it, for the history' },
    organiser: {
      takes: 'text',
      value: 'EMAIL',
      means: 'whose review it is: the e-mail address of somebody who has an account',
    },
  },
} as const satisfies Face;

interface Files {
  readonly review: string;
  readonly programme?: string;
}

/** Takes a review's file into the store, over the one of the same id, with a programme that is given or built. */
export async function importFile(desk: Desk, args: Given): Promise<Exit> {
  const [path, programmePath] = [args.given[0]!, args.text('programme')];
  const given = await desk.readBytes(path);
  if (given.ok && isZip(given.bytes)) return importZip(desk, args, given.bytes);
  // What comes by a pipe is read once.
  const review = given.ok ? textOf(given.bytes) : await desk.read(path);
  const programme = programmePath === undefined ? undefined : await desk.read(programmePath);
  const how = { json: false, named: programme !== undefined };
  if (!review.ok) return tellTrouble(desk, path, review, how);
  if (programme?.ok === false) return tellTrouble(desk, programmePath!, programme, how);
  const files = { review: review.text, ...(programme && { programme: programme.text }) };
  const wrong = problemsOf(files);
  if (wrong) return tellProblems(desk, wrong.programme ? programmePath! : path, wrong.problems, how);
  const signature = { by: args.text('by') ?? 'The command line', why: `Taken in from ${path}` };
  return withStore(desk, args, async (store) => {
    const organiser = await organiserIn(desk, args, store);
    return organiser.ok ? take(desk, store, files, signature, organiser.id) : 1;
  });
}

/** Whose review it is to be; undefined where nobody was named. */
async function organiserIn(
  desk: Desk,
  args: Given,
  store: Store,
): Promise<{ readonly ok: true; readonly id: string | undefined } | { readonly ok: false }> {
  const email = args.text('organiser');
  const account = email === undefined ? undefined : await store.accounts.byEmail(emailOf(email) ?? '');
  if (email === undefined || account) return { ok: true, id: account?.id };
  fail(desk, `Nobody has an account with ${email}.`);
  return { ok: false };
}

/** Reads a whole review back, which is not there: with its programme, releases and history. */
async function importZip(desk: Desk, args: Given, zip: Uint8Array): Promise<Exit> {
  const path = args.given[0]!;
  if (args.text('programme') !== undefined)
    return fail(desk, 'peerweek import-review: a zip has its programme in it; leave out --programme.');
  const { takeInWhole } = await import('../take-in-whole.ts');
  return withStore(desk, args, async (store) => {
    const organiser = await organiserIn(desk, args, store);
    if (!organiser.ok) return 1;
    // A second time would find it there already.
    if (organiser.id === undefined && !(await store.accounts.none()))
      return fail(desk, 'Say whose review it is to be, so that somebody may see it: --organiser EMAIL.');
    const signature = {
      by: args.text('by') ?? 'The command line',
      why: `Read the whole review back from ${path}`,
    };
    const taken = await takeInWhole(store, zip, signature, organiser.id);
    if (taken.kind === 'problems')
      return tellProblems(desk, path, taken.problems, { json: false, named: false });
    desk.out(`The review “${taken.review}” was read back whole.\nStart “peerweek serve” to look at it.\n`);
    return 0;
  });
}

/** Both are read before either is kept. */
function problemsOf({ review, programme }: Files) {
  const reading = readReview(review);
  if (!reading.ok) return { programme: false, problems: reading.problems };
  const second = programme === undefined ? undefined : readProgramme(programme, reading.value);
  return second?.ok === false ? { programme: true, problems: second.problems } : undefined;
}

async function take(
  desk: Desk,
  store: Store,
  files: Files,
  signature: Signature,
  organiser: string | undefined,
): Promise<Exit> {
  const imported = await importReview(store, files.review, signature);
  const id = imported.kind === 'imported' || imported.kind === 'unchanged' ? imported.stored.id : undefined;
  const opening = id === undefined ? undefined : await createOpenReview({ store, now: desk.now })(id);
  if (!opening?.ok)
    return fail(desk, 'Somebody else saved this review at the same moment; nothing was changed. Try again.');
  const { open } = opening;
  const given = await giveOrganiser(store, open.review.id, organiser, signature);
  const saved =
    files.programme === undefined
      ? await buildProgramme(
          { store, solve: desk.solve, explain: desk.explain },
          open,
          { seed: 1, signal: desk.signal },
          signature,
        )
      : await keep(store, open, files.programme, signature);
  if (!saved.saved)
    return fail(desk, 'Somebody else saved a programme of this review at the same moment; theirs was kept.');
  const made = files.programme === undefined ? 'was built' : 'was taken in';
  desk.out(
    `${open.review.council}: the review ${imported.kind === 'unchanged' ? 'was there already' : 'was taken in'}, its programme ${made}.\n` +
      (given === 'nobody may see it'
        ? 'Nobody may see it yet: say whose it is with --organiser EMAIL.\n'
        : 'Start “peerweek serve” to look at it.\n'),
  );
  return 0;
}

/** Keeps a programme made elsewhere as the draft: nothing is proven about it. */
async function keep(store: Store, { review, line }: OpenReview, file: string, signature: Signature) {
  const before = await store.programmes.draftOf(review.id);
  return store.programmes.saveDraft(
    { review: review.id, reviewVersion: line.version, file },
    before?.version ?? NEW,
    signature,
  );
}
