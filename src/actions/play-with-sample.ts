import { readEntry, readProgramme, reviewOf } from '../intake/index.ts';
import { entryToJson } from '../publish/json.ts';
import { isSampleId, sampleId } from '../review/sample-id.ts';
import { NEW, type Signature, type Store, type StoredReview } from '../store/ports.ts';
import { dateOf, daysUntil } from '../time/week.ts';
import { weekday } from '../time/words.ts';

interface Needs {
  readonly store: Pick<Store, 'reviews' | 'programmes'>;
  readonly now: () => Date;
  readonly randomBytes: (size: number) => Uint8Array;
}

/** The files of a sample, as they were written for some week. */
export interface SampleFiles {
  readonly review: string;
  readonly programme: string;
}

/** Weeks from today to the sample's own: time enough for everything that is done before one. */
const WEEKS_AHEAD = 10;

/** The date so many days after one. */
const dateAfter = (date: string, days: number): string => dateOf({ firstDay: date, zone: 'UTC' }, days + 1);

/** The first Monday on or after a date. */
function mondayFrom(date: string): string {
  const away = [1, 2, 3, 4, 5, 6, 7].find(
    (day) => weekday({ firstDay: date, zone: 'UTC' }, day) === 'Monday',
  );
  return dateAfter(date, (away ?? 1) - 1);
}

/** Fields that hold a day or a moment of the on-site week; other dates say when something was done. */
const inTheWeek = new Set(['firstDay', 'from', 'to', 'fixed', 'start', 'end']);

/** The same file for another week: its days and moments `days` later. */
function later(value: unknown, days: number, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => later(item, days, key));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, later(item, days, name)]));
  if (typeof value !== 'string' || !inTheWeek.has(key) || !/^\d{4}-\d{2}-\d{2}/.test(value)) return value;
  return `${dateAfter(value.slice(0, 10), days)}${value.slice(10)}`;
}

type Json = Record<string, unknown> & { review: Record<string, unknown> };

/**
 * A sample review with its programme for one person, under an id of its own, in a week to come. Everything in it may be
 * changed, and all of it thrown away.
 */
export async function playWithSample(
  { store, now, randomBytes }: Needs,
  files: SampleFiles,
  { by }: Pick<Signature, 'by'>,
  founder: string | undefined,
): Promise<StoredReview> {
  const moment = now().toISOString();
  const written: Json = JSON.parse(files.review);
  const firstDay = mondayFrom(dateAfter(moment.slice(0, 10), WEEKS_AHEAD * 7));
  const days = daysUntil({ firstDay, zone: 'UTC' }, String(written.review.firstDay));
  const id = sampleId(randomBytes(12));
  const { sharedAt: _shared, approvedAt: _approved, ...about } = written.review;
  const council = `${about.council} (a sample)`;
  const moved = later({ ...written, review: { ...about, id, council, revision: 1, editedAt: moment } }, days);
  const entry = readEntry(JSON.stringify(moved));
  const review = entry.ok ? reviewOf(entry.value) : entry;
  if (!entry.ok || !review.ok) throw new Error('The sample review can’t be read');
  const programme = JSON.stringify(later({ ...JSON.parse(files.programme), review: id }, days), undefined, 2);
  if (!readProgramme(programme, review.value).ok) throw new Error('The sample programme can’t be read');
  const signature = { by, why: 'Opened a sample to play with' };
  const line = { id, council, firstDay, file: entryToJson(entry.value) };
  const saved = await store.reviews.save(line, NEW, signature, founder);
  if (!saved.saved) throw new Error('Two samples were given the same id');
  await store.programmes.saveDraft({ review: id, reviewVersion: 1, file: programme }, NEW, signature);
  return saved.stored;
}

/** Deletes a sample and everything of it. False where there is none of this id, or it is no sample. */
export const throwAwaySample = async (store: Pick<Store, 'keeping'>, id: string): Promise<boolean> =>
  isSampleId(id) && store.keeping.purge(id, 'A sample was thrown away');
