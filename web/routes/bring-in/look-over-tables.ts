import {
  type Chosen,
  chooseLayouts,
  lookOver,
  type TablesWaiting,
  whyBrought,
} from '../../../src/actions/bring-in/tables.ts';
import type { BroughtIn } from '../../../src/intake/bring-in/bring-in.ts';
import { type TableKind, tableKinds } from '../../../src/intake/spreadsheet/columns.ts';
import { addresses } from '../../addresses.ts';
import { done } from '../../done.ts';
import { refusalsOf } from '../../form/refusals.ts';
import { sent } from '../../sent.ts';
import type { Services } from '../../services.ts';
import type { AboutEntry } from '../with-entry.ts';
import { asked } from '../with-review.ts';
import { mayChangePeers } from './role.ts';
import { showStart } from './start.ts';
import { tablesView } from './tables-view.ts';

/** Something to know before anything is done: why it was not done just now. */
type Notes = readonly string[];

export async function showTables(
  services: Services,
  given: AboutEntry,
  waiting: TablesWaiting,
  notes: Notes = [],
): Promise<void> {
  const { entry, response, request, line, about, seen } = given;
  const found = await lookOver(entry, waiting, mayChangePeers(given));
  if (!found.ok) {
    response.status(422);
    const text = found.problems.map(({ what, mend }) => `${what} ${mend}`).join(' ');
    return showStart(services, given, { error: { text, field: 'file' } });
  }
  const show = {
    sheet: numberIn(asked(request, 'sheet')),
    only: asked(request, 'show'),
    page: numberIn(asked(request, 'page')),
  };
  services.show(
    response,
    'bring-in/tables',
    about('Look it over', 'bring-in'),
    tablesView(line.id, waiting, found.value, show, { notes, seen }),
  );
}

const numberIn = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : undefined;

/** Reads one of the tables in another way from now on, and shows what comes of it. */
export async function chooseTables(
  services: Services,
  given: AboutEntry,
  waiting: TablesWaiting,
): Promise<void> {
  const { request, response, line } = given;
  const sheet = numberIn(sent(request, 'sheet')) ?? 0;
  const chosen = waiting.tables.map(
    ({ layout }, i): Chosen => (i === sheet ? chosenIn(given, layout.columns.length) : layout),
  );
  const mode = sent(request, 'diaries');
  const diaries = mode === 'replace' || mode === 'add' ? mode : waiting.diaries;
  await chooseLayouts(services.store, waiting, chosen, diaries);
  response.redirect(303, addresses.broughtIn(line.id, waiting.upload.id, '', { sheet }));
}

function chosenIn({ request }: AboutEntry, width: number): Chosen {
  const kind = sent(request, 'kind');
  const columns = Array.from({ length: width }, (_, i) => sent(request, `column-${i}`));
  return {
    kind: tableKinds.find((one): one is TableKind => one === kind),
    headings: Math.min(numberIn(sent(request, 'headings')) ?? 1, 15),
    columns,
  };
}

/** Where what was brought in is to be seen. */
function pageOf(line: string, { rows }: BroughtIn): string {
  const changed = (kind: TableKind) =>
    rows.some((row) => row.kind === kind && (row.does === 'add' || row.does === 'change'));
  if (changed('people')) return addresses.people(line);
  if (changed('sessions')) return addresses.sessions(line);
  if (changed('rooms') || changed('sites')) return addresses.places(line);
  return changed('diaries') ? addresses.diaries(line) : addresses.bringIn(line);
}

/** Brings the tables in as they were looked over; where anything has changed since, shows that first. */
export async function applyTables(
  services: Services,
  given: AboutEntry,
  waiting: TablesWaiting,
): Promise<void> {
  const { request, response, entry, line, change } = given;
  const { upload } = waiting;
  const isStale =
    sent(request, 'seen') !== String(line.version) || sent(request, 'version') !== String(upload.version);
  if (isStale) {
    response.status(409);
    return showTables(services, given, waiting, [
      'The review was changed while you looked this over. This is what bringing it in would do now: look once more, then bring it in.',
    ]);
  }
  const found = await lookOver(entry, waiting, mayChangePeers(given));
  if (!found.ok) return showTables(services, given, waiting);
  const result = await change(() => found.value.entry, whyBrought(found.value.rows, upload.name));
  if (result.kind === 'changed') {
    await services.store.uploads.drop(line.id, upload.id);
    return done(response, pageOf(line.id, found.value), result.stored.version);
  }
  if (result.kind === 'unchanged') {
    await services.store.uploads.drop(line.id, upload.id);
    return response.redirect(303, addresses.bringIn(line.id));
  }
  response.status(409);
  return showTables(
    services,
    given,
    waiting,
    refusalsOf(result).map(({ text }) => text),
  );
}
