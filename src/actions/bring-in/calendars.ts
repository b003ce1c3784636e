import { type DiaryList, diaryLists, setDiary } from '../../entry/diaries.ts';
import type { Edit, Entry } from '../../entry/entry.ts';
import { readApart } from '../../intake/apart/read-apart.ts';
import { brought, type DiaryMode, type Times } from '../../intake/bring-in/diary-times.ts';
import { known } from '../../intake/bring-in/names.ts';
import type { CalendarRead } from '../../intake/calendar/calendar.ts';
import { diaryEntry, diaryFrom, weekOf } from '../../intake/diary-entry.ts';
import type { Problem } from '../../intake/index.ts';
import type { Store } from '../../store/ports.ts';
import type { Upload } from '../../store/uploads-port.ts';
import type { Week } from '../../time/week.ts';

/** Somebody or something with a diary. */
export interface Whose {
  readonly list: DiaryList;
  readonly id: string;
}

/** One file: when its owner is busy, or why it can't be read. No titles, no times outside the week. */
export interface CalendarFile {
  readonly name: string;
  readonly read?: CalendarRead;
  readonly problem?: Problem;
}

interface Content {
  /** The week that they were read for. */
  readonly week: Week;
  readonly files: readonly CalendarFile[];
}

/** Whose calendar each file is (undefined: nobody's yet), and how they are brought in. */
export interface CalendarChoices {
  readonly whose: readonly (Whose | undefined)[];
  readonly mode: DiaryMode;
}

export interface CalendarsWaiting extends CalendarChoices {
  readonly upload: Upload;
  readonly week: Week;
  readonly files: readonly CalendarFile[];
}

/** Everybody and everything with a diary; peers where they may be changed. */
export const owners = (
  entry: Entry,
  peers: boolean,
): readonly (Whose & { readonly name: string; readonly email?: string })[] =>
  diaryLists
    .filter((list) => list !== 'peers' || peers)
    .flatMap((list) =>
      ((entry[list] ?? []) as readonly { id: string; name: string; email?: string }[]).map(
        ({ id, name, email }) => ({
          list,
          id,
          name,
          ...(email !== undefined && { email }),
        }),
      ),
    );

/** Reads calendars and keeps what they say of the week until it is looked over. `of`: whose they all are, where that is known. */
export async function keepCalendars(
  store: Pick<Store, 'uploads'>,
  {
    review,
    entry,
    by,
    peers,
  }: { readonly review: string; readonly entry: Entry; readonly by: string; readonly peers: boolean },
  sent: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  of?: Whose,
): Promise<Upload | 'no week'> {
  const week = weekOf(entry.review);
  if (!week) return 'no week';
  const all = owners(entry, peers);
  const files: CalendarFile[] = [];
  const whose: (Whose | undefined)[] = [];
  for (const { name, bytes } of sent) {
    const named = of ? all.find((one) => isSame(one, of)) : ownerByName(all, name);
    const answer = await readApart({
      read: 'calendar',
      bytes,
      week,
      ...(named?.email && { owner: named.email }),
    });
    files.push(answer.ok ? { name, read: answer.value } : { name, problem: answer.problems[0]! });
    const found = named ?? (answer.ok ? ownerByMail(all, answer.value.owner) : undefined);
    whose.push(found && { list: found.list, id: found.id });
  }
  return store.uploads.keep({
    review,
    kind: 'calendars',
    name: sent.length === 1 ? sent[0]!.name : `${sent.length} calendars`,
    by,
    content: JSON.stringify({ week, files } satisfies Content),
    choices: JSON.stringify({ whose: whose.map((one) => one ?? null), mode: 'add' }),
  });
}

export const isSame = (a: Whose, b: Whose): boolean => a.list === b.list && a.id === b.id;

/** Whose name, all of it, is in the name of the file (`Shah_Priya calendar.ics`); nobody where several are. */
function ownerByName<T extends { readonly name: string; readonly email?: string }>(
  all: readonly T[],
  file: string,
): T | undefined {
  const base = file.replace(/\.[a-z]{2,5}$/i, '');
  const byMail = all.filter(
    ({ email }) => email !== undefined && base.toLowerCase().includes(email.toLowerCase()),
  );
  if (byMail.length === 1) return byMail[0];
  const words = new Set(known(base.replace(/([a-z])([A-Z])/g, '$1 $2')).split(' '));
  const named = all.filter(({ name }) =>
    known(name)
      .split(' ')
      .every((word) => words.has(word)),
  );
  // "Room 2" is in "Room 2 annexe" too: the longest name counts.
  const longest = Math.max(0, ...named.map(({ name }) => known(name).length));
  const best = named.filter(({ name }) => known(name).length === longest);
  return best.length === 1 ? best[0] : undefined;
}

const ownerByMail = <T extends { readonly email?: string }>(
  all: readonly T[],
  mail: string | undefined,
): T | undefined => {
  const found = all.filter(({ email }) => mail !== undefined && email?.toLowerCase() === mail);
  return found.length === 1 ? found[0] : undefined;
};

/** The calendars of an upload; undefined where it is (no longer) there or holds none. */
export async function calendarsWaiting(
  store: Pick<Store, 'uploads'>,
  review: string,
  id: string,
): Promise<CalendarsWaiting | undefined> {
  const upload = await store.uploads.find(review, id);
  if (upload?.kind !== 'calendars') return undefined;
  const { week, files } = JSON.parse(upload.content) as Content;
  const { whose, mode } = JSON.parse(upload.choices) as { whose: (Whose | null)[]; mode: DiaryMode };
  return { upload, week, files, whose: files.map((_, i) => whose[i] ?? undefined), mode };
}

export const chooseOwners = (
  store: Pick<Store, 'uploads'>,
  { upload }: CalendarsWaiting,
  { whose, mode }: CalendarChoices,
): Promise<boolean> =>
  store.uploads.choose(
    upload.review,
    upload.id,
    upload.version,
    JSON.stringify({ whose: whose.map((one) => one ?? null), mode }),
  );

const timesOf = ({ busy, ifNeeded }: CalendarRead): readonly Times[] => [
  ...busy.map((span) => ({ mark: 'busy' as const, span })),
  ...ifNeeded.map((span) => ({ mark: 'ifNeeded' as const, span })),
];

/** The week is still the one that the calendars were read for. */
export const isSameWeek = (entry: Entry, { week }: CalendarsWaiting): boolean => {
  const now = weekOf(entry.review);
  return now?.firstDay === week.firstDay && now.zone === week.zone;
};

/** Puts what calendars say into the diaries of their owners; several of one owner together. */
export const bringCalendars =
  ({ files, whose, mode, week }: CalendarsWaiting): Edit =>
  (entry) => {
    let made = entry;
    const done: Whose[] = [];
    whose.forEach((owner) => {
      if (!owner || done.some((one) => isSame(one, owner))) return;
      done.push(owner);
      const reads = files.flatMap(({ read }, i) =>
        read && whose[i] && isSame(whose[i], owner) ? [read] : [],
      );
      const item = made[owner.list]?.find(({ id }) => id === owner.id);
      if (!item || reads.length === 0) return;
      const after = brought(diaryFrom(week, item.diary), reads.flatMap(timesOf), mode);
      made = setDiary(owner.list, owner.id, diaryEntry(week, after) ?? {})(made);
    });
    return made;
  };
