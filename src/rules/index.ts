import { access } from './access.ts';
import { accidentAndEmergency } from './accident-and-emergency.ts';
import { alignedEnds } from './aligned-ends.ts';
import { baseRoom } from './base-room.ts';
import { byPhone } from './by-phone.ts';
import { caseRecordStaffRule } from './case-record-staff.ts';
import { caseRecordingReview } from './case-recording-review.ts';
import { children } from './children.ts';
import { conference } from './conference.ts';
import { counterpart } from './counterpart.ts';
import { diaries } from './diaries.ts';
import { downTime } from './down-time.ts';
import { draftHandover } from './draft-handover.ts';
import { dutyDesk } from './duty-desk.ts';
import { eveningLimit } from './evening-limit.ts';
import { fairLoad } from './fair-load.ts';
import { fewEvenings } from './few-evenings.ts';
import { fiveDayWeek } from './five-day-week.ts';
import { focusGroupLength } from './focus-group-length.ts';
import { focusGroupSize } from './focus-group-size.ts';
import { independence } from './independence.ts';
import { interviewLength } from './interview-length.ts';
import { keyPeopleAlone } from './key-people-alone.ts';
import { keyPeopleEarly } from './key-people-early.ts';
import { lunchAndBreaks } from './lunch-and-breaks.ts';
import { named } from './named.ts';
import { onePlaceAtATime } from './one-place-at-a-time.ts';
import { pair } from './pair.ts';
import { pairings } from './pairings.ts';
import { peopleToSeeRule } from './people-to-see.ts';
import { presentationPreparation } from './presentation-preparation.ts';
import { presentationsBeforeLunch } from './presentations-before-lunch.ts';
import { room } from './room.ts';
import { roomClose } from './room-close.ts';
import { roughDraftEarly } from './rough-draft-early.ts';
import type { Rule } from './rule.ts';
import { secondInterviews } from './second-interviews.ts';
import { sponsorDebrief } from './sponsor-debrief.ts';
import { streams } from './streams.ts';
import { substitutes } from './substitutes.ts';
import { teamMeetings } from './team-meetings.ts';
import { themeMatch } from './theme-match.ts';
import { themesCovered } from './themes-covered.ts';
import { thirdStreamSeldom } from './third-stream-seldom.ts';
import { travel } from './travel.ts';
import { twoWeeksBefore } from './two-weeks-before.ts';
import { visitsEarnTheirTime } from './visits-earn-their-time.ts';

/** The rule book, in the order of reading: rules.md's own. */
export const ruleBook: readonly Rule[] = [
  // Time
  fiveDayWeek,
  presentationsBeforeLunch,
  interviewLength,
  focusGroupLength,
  alignedEnds,
  teamMeetings,
  draftHandover,
  presentationPreparation,
  conference,
  sponsorDebrief,
  lunchAndBreaks,
  eveningLimit,
  fewEvenings,
  downTime,
  secondInterviews,
  // People
  onePlaceAtATime,
  diaries,
  pair,
  pairings,
  themeMatch,
  themesCovered,
  counterpart,
  independence,
  fairLoad,
  keyPeopleAlone,
  keyPeopleEarly,
  peopleToSeeRule,
  focusGroupSize,
  caseRecordStaffRule,
  caseRecordingReview,
  children,
  byPhone,
  substitutes,
  named,
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
  streams,
  thirdStreamSeldom,
  // Getting it agreed
  roughDraftEarly,
  twoWeeksBefore,
];

const byId = new Map(ruleBook.map((rule) => [rule.id, rule]));

export const ruleOf = (id: string): Rule | undefined => byId.get(id);
