import type { EventEntry, FrameDayEntry, FrameEntry, WindowEntry } from '../review/file.ts';
import type { Signature, Store } from '../store/ports.ts';

/** A week that reviews can begin with. */
export interface SharedFrame {
  readonly id: string;
  readonly name: string;
  readonly frame: FrameEntry;
}

type Lists = Pick<Store, 'shared'>;

/** Those that are kept, by name. */
export const sharedFrames = async ({ shared }: Lists): Promise<readonly SharedFrame[]> =>
  (await shared.of('frame')).map(({ id, name, body }) => ({
    id,
    name,
    frame: JSON.parse(body) as FrameEntry,
  }));

const plainEvent = ({ id, kind, title, start, end, equipment }: EventEntry): EventEntry => ({
  id,
  kind,
  title,
  start,
  end,
  ...(equipment && { equipment }),
});
const plainWindow = ({ id, start, end, streams, limit, evening }: WindowEntry): WindowEntry => ({
  id,
  start,
  end,
  ...(streams !== undefined && { streams }),
  ...(limit !== undefined && { limit }),
  ...(evening !== undefined && { evening }),
});

/** A frame as every council may have it: times and what happens, without the people and places of the one it is from. */
export const withoutPeople = ({ days }: FrameEntry): FrameEntry => ({
  days: days.map(
    ({ day, events, windows }): FrameDayEntry => ({
      day,
      ...(events && { events: events.map(plainEvent) }),
      ...(windows && { windows: windows.map(plainWindow) }),
    }),
  ),
});

/** Keeps a review's frame for others, under a name; one of the same name is replaced. */
export async function shareFrame(
  { shared }: Lists,
  name: string,
  frame: FrameEntry,
  { by }: Pick<Signature, 'by'>,
): Promise<void> {
  const body = JSON.stringify(withoutPeople(frame));
  const signature = { by, why: 'Kept a week for others to begin with' };
  // What comes last under a name is what is kept: where somebody else was first, it takes the place of theirs.
  for (;;) {
    const there = (await shared.of('frame')).find((one) => one.name === name);
    if (!there) return void (await shared.add({ kind: 'frame', name, body }, signature));
    const item = { kind: 'frame', id: there.id, name, body } as const;
    if ((await shared.change(item, there.version, signature)).saved) return;
  }
}
