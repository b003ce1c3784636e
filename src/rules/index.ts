import { access } from './access.ts';
import { accidentAndEmergency } from './accident-and-emergency.ts';
import { alignedEnds } from './aligned-ends.ts';
import { baseRoom } from './base-room.ts';
import { diaries } from './diaries.ts';
import { dutyDesk } from './duty-desk.ts';
import { room } from './room.ts';
import { roomClose } from './room-close.ts';
import { roughDraftEarly } from './rough-draft-early.ts';
import type { Rule } from './rule.ts';
import { travel } from './travel.ts';
import { twoWeeksBefore } from './two-weeks-before.ts';
import { visitsEarnTheirTime } from './visits-earn-their-time.ts';

/** The rule book, in the order of reading: rules.md's own. */
export const ruleBook: readonly Rule[] = [
  // Time
  alignedEnds,
  // People
  diaries,
  // Places
  accidentAndEmergency,
  dutyDesk,
  travel,
  visitsEarnTheirTime,
  baseRoom,
  room,
  roomClose,
  access,
  // Streams
  // Getting it agreed
  roughDraftEarly,
  twoWeeksBefore,
];

const byId = new Map(ruleBook.map((rule) => [rule.id, rule]));

export const ruleOf = (id: string): Rule | undefined => byId.get(id);
