import type { RequestHandler } from 'express';
import { lookAtFrame } from '../../../src/actions/look-at-frame.ts';
import { all } from '../../../src/entry/edit.ts';
import type { Edit, Entry } from '../../../src/entry/entry.ts';
import {
  changeDay,
  dayOfFrame,
  frameDays,
  frameOf,
  moveEvent,
  standardAgain,
} from '../../../src/entry/frame.ts';
import { newId } from '../../../src/entry/new-id.ts';
import { type DaySaid, daySaid, readDay } from '../../../src/intake/form/frame.ts';
import { valueIn } from '../../../src/intake/form/sent.ts';
import type { FieldProblem, Fields } from '../../../src/intake/form/set-up.ts';
import { counted } from '../../../src/publish/words.ts';
import { weekday } from '../../../src/time/words.ts';
import { addresses } from '../../addresses.ts';
import { done } from '../../done.ts';
import { type Refusal, refusalsOf } from '../../form/refusals.ts';
import type { Services } from '../../services.ts';
import type { Trouble } from '../entering/trouble.ts';
import { summaryOf } from '../set-up/view.ts';
import { type AboutEntry, withEntry } from '../with-entry.ts';
import { dayFields, dayForm } from './day-form.ts';
import { namesIn } from './names.ts';
import { pictureOf } from './picture.ts';
import { sharedView } from './shared.ts';
import { troublesOf } from './troubles.ts';

interface Form {
  readonly fields: Fields;
  readonly problems: readonly FieldProblem[];
  readonly refusals?: readonly Refusal[];
  /** The version that the person had before their eyes; today's where what was sent was held against it. */
  readonly seen?: string;
}

/** The day that is asked for; the first where none is. */
function dayAsked(value: unknown): number | undefined {
  if (value === undefined) return 1;
  return frameDays.find((day) => String(day) === value);
}

const weekOf = ({ review }: Entry) => ({
  firstDay: review.firstDay,
  zone: review.timeZone ?? 'Europe/London',
});

export async function showFrame(
  services: Services,
  given: AboutEntry,
  day: number,
  form?: Form,
  keeping?: Trouble,
): Promise<void> {
  const { entry, open, line, response, about, seen } = given;
  const frame = frameOf(entry);
  const own = dayOfFrame(frame, day);
  const troubles = troublesOf(frame, lookAtFrame(entry, open?.review));
  const { fields, problems, refusals = [] } = form ?? { fields: dayFields(entry, own), problems: [] };
  services.show(response, 'frame', about('The week', 'frame'), {
    errors: summaryOf({ fields, problems: [...problems, ...(keeping?.problems ?? [])], refusals }),
    isStandard: entry.review.frame === undefined,
    troubles: troubles.map(({ day: on, text }) => ({
      text,
      where:
        on === undefined
          ? null
          : { name: weekday(weekOf(entry), on), href: addresses.frame(line.id, on, 'day') },
    })),
    picture: pictureOf(entry.review, frame, day, new Set(troubles.flatMap((t) => t.about))),
    name: weekday(weekOf(entry), day),
    day,
    form: dayForm(entry, own, fields, problems, troubles),
    streams: entry.review.streams ?? 2,
    action: addresses.frameDay(line.id, day),
    reset: addresses.frameReset(line.id),
    setUp: addresses.setUpStep(line.id, 'streams'),
    seen: form?.seen ?? seen,
    shared: await sharedView(services, given, keeping),
  });
}

export const frame = (services: Services): RequestHandler =>
  withEntry(services, async (given) => {
    const day = dayAsked(given.request.query.day);
    if (day === undefined) return given.next();
    await showFrame(services, given, day);
  });

/** The day as the form has it; ids of what is new are free in the whole entry. */
const edit =
  (day: number, said: DaySaid): Edit =>
  (entry) => {
    const known = { ...entry, review: { ...entry.review, frame: frameOf(entry) } };
    const changed = changeDay(day, (before) => daySaid(before, said, (what) => newId(known, what, 'event')));
    return all([changed, ...[...said.moved].map(([id, to]) => moveEvent(id, day, to))])(entry);
  };

function why(entry: Entry, day: number, said: DaySaid): string {
  const name = weekday(weekOf(entry), day);
  const { events } = dayOfFrame(frameOf(entry), day);
  if (said.remove !== undefined) {
    const gone = events.find((e) => e.id === said.remove);
    return gone ? `Took “${gone.title}” out of ${name}` : `Took a time for sessions out of ${name}`;
  }
  const [first, ...others] = said.moved;
  if (first) {
    const what = events.find((e) => e.id === first[0])?.title ?? '';
    const also = others.length > 0 ? `, and ${counted(others.length, 'other')} to another day` : '';
    return `Moved “${what}” from ${name} to ${weekday(weekOf(entry), first[1])}${also}`;
  }
  if (said.newEvent) return `Put “${said.newEvent.title}” into ${name}`;
  return said.newWindow ? `Put a time for sessions into ${name}` : `Changed ${name} in the week`;
}

export const saveDay = (services: Services): RequestHandler =>
  withEntry(services, async (given) => {
    const { request, response, entry, line, change, next } = given;
    const day = dayAsked(request.params.day);
    if (day === undefined) return next();
    const fields: Fields = request.body ?? {};
    const reading = readDay(fields, namesIn(entry), entry.review.streams ?? 2, day);
    if (!reading.ok) {
      response.status(400);
      return showFrame(services, given, day, {
        fields,
        problems: reading.problems,
        seen: valueIn(fields, 'seen'),
      });
    }
    const result = await change(edit(day, reading.value), why(entry, day, reading.value));
    if (result.kind === 'gone') return next();
    // On to where it is now.
    const [goes] = reading.value.moved.values();
    const back = addresses.frame(line.id, goes ?? day, 'day');
    if (result.kind === 'changed') return done(response, back, result.stored.version);
    if (result.kind === 'unchanged') return response.redirect(303, back);
    response.status(409);
    await showFrame(services, given, day, { fields, problems: [], refusals: refusalsOf(result) });
  });

export const resetFrame = (services: Services): RequestHandler =>
  withEntry(services, async ({ response, line, change, next }) => {
    const result = await change(standardAgain, 'Put the usual week back');
    if (result.kind === 'gone') return next();
    if (result.kind === 'changed') return done(response, addresses.frame(line.id), result.stored.version);
    response.redirect(303, addresses.frame(line.id));
  });
