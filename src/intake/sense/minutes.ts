import type { SessionEntry } from '../../review/file.ts';
import { usualMinutes } from '../../review/session.ts';
import type { Minute } from '../../time/span.ts';
import type { Partly } from '../partly.ts';
import type { Asked } from './asked.ts';

/** How long the session at `sessions[i]` takes; undefined where what stands there could not be read. */
export function minutesOf(
  asked: Asked,
  i: number,
  { kind, minutes }: Partly<SessionEntry>,
): Minute | undefined {
  if (minutes !== undefined) return minutes;
  return asked.isLost(['sessions', i, 'minutes']) || kind === undefined ? undefined : usualMinutes[kind];
}
