import { moveWeek, renameCouncil } from '../../../src/entry/about.ts';
import { all, setAbout } from '../../../src/entry/edit.ts';
import { setEnquiries } from '../../../src/entry/enquiries.ts';
import type { Edit } from '../../../src/entry/entry.ts';
import { withPerson } from '../../../src/entry/named.ts';
import { withOptions, withSponsor } from '../../../src/entry/standing-items.ts';
import {
  type Fields,
  type FormReading,
  type KeyPeople,
  type OptionName,
  optionNames,
  readEnquiries,
  readKeyPeople,
  readOptions,
  readStart,
  readStreams,
} from '../../../src/intake/form/set-up.ts';
import { counted } from '../../../src/publish/words.ts';
import { dayAndYear } from '../../../src/time/words.ts';
import type { Step } from './steps.ts';

/** What a step's form asks for: the change, and the sentence that the history has of it. */
export interface Asked {
  readonly edit: Edit;
  readonly why: string;
}

/** Reads a form and says what follows from it. */
const from =
  <T>(read: (fields: Fields) => FormReading<T>, then: (value: T) => Asked) =>
  (fields: Fields): FormReading<Asked> => {
    const reading = read(fields);
    return reading.ok ? { ok: true, value: then(reading.value) } : reading;
  };

const optionWords: Readonly<Record<OptionName, string>> = {
  caseRecords: 'case records review',
  caseRecordingReview: 'review of the case recording system',
  auditValidation: 'audit validation',
  intervention: 'council in intervention',
};

function keyPeople({ sponsor, organiser }: KeyPeople): Asked {
  const named = [sponsor && 'the sponsor', organiser && 'the organiser'].filter(Boolean).join(' and ');
  return {
    why: named ? `Named ${named}` : 'Named neither sponsor nor organiser',
    edit(entry) {
      let now = setAbout({
        ...(!sponsor && { sponsor: undefined }),
        ...(!organiser && { organiser: undefined }),
      })(entry);
      if (sponsor) {
        const person = withPerson(now, sponsor);
        now = withSponsor(person.entry, person.id);
      }
      if (organiser) {
        const person = withPerson(now, organiser);
        now = setAbout({ organiser: person.id })(person.entry);
      }
      return now;
    },
  };
}

/** Each step: what was sent, as a change of what is entered. */
export const readStep: Readonly<Record<Step, (fields: Fields) => FormReading<Asked>>> = {
  week: from(readStart, ({ council, firstDay }) => ({
    edit: all([renameCouncil(council), moveWeek(firstDay)]),
    why: `Set the week of ${council} to start on ${dayAndYear({ firstDay, zone: 'Europe/London' }, 1)}`,
  })),
  streams: from(readStreams, (streams) => ({
    edit: setAbout(streams),
    why: `Set the usual streams to ${streams.streams}`,
  })),
  options: from(readOptions, (options) => {
    const taken = optionNames.filter((name) => options[name]).map((name) => optionWords[name]);
    return {
      edit: (entry) => withOptions(entry, options),
      why: taken.length === 0 ? 'Took none of the options' : `Took the options: ${taken.join(', ')}`,
    };
  }),
  enquiries: from(readEnquiries, (titles) => ({
    edit: setEnquiries(titles),
    why:
      titles.length === 0
        ? 'Set no key lines of enquiry'
        : `Set ${counted(titles.length, 'key line')} of enquiry`,
  })),
  'key-people': from(readKeyPeople, keyPeople),
};
