import type { Standing, WaitsFor } from '../src/actions/standing.ts';
import { counted } from '../src/publish/words.ts';

interface StateWords {
  readonly tag: string;
  /** A colour of GOV.UK's tags. */
  readonly colour: string;
}

const stateWords: Readonly<Record<WaitsFor, StateWords>> = {
  correcting: { tag: 'Can’t be read', colour: 'red' },
  building: { tag: 'No programme', colour: 'grey' },
  mending: { tag: 'Not valid', colour: 'red' },
  settling: { tag: 'Draft', colour: 'yellow' },
  sharing: { tag: 'Draft', colour: 'turquoise' },
  answering: { tag: 'Sent back', colour: 'yellow' },
  approval: { tag: 'Draft', colour: 'turquoise' },
  amending: { tag: 'Changed since', colour: 'yellow' },
  nothing: { tag: 'Approved', colour: 'green' },
};

/** A review's state as a tag. */
export function tagOf({ waitsFor }: Standing): { readonly text: string; readonly classes: string } {
  const { tag, colour } = stateWords[waitsFor];
  return { text: tag, classes: `govuk-tag--${colour}` };
}

/** What a review waits for, as a sentence without its full stop. */
export function waitsForWords({ waitsFor, broken, missing, blocking }: Standing): string {
  const both = [
    broken > 0 ? `${counted(broken, 'must rule')} to keep` : '',
    missing > 0 ? `${counted(missing, 'session')} to find a place for` : '',
  ].filter(Boolean);
  switch (waitsFor) {
    case 'correcting':
      return 'Its entries to be put right';
    case 'building':
      return 'Its programme to be built';
    case 'mending':
      return both.join(', ');
    case 'settling':
      return `${counted(blocking, 'finding')} to settle before it can be approved`;
    case 'sharing':
      return 'The draft to be shared with the review manager';
    case 'answering':
      return 'What the review manager asked for to be changed';
    case 'amending':
      return 'What was changed since the last release to be approved';
    case 'approval':
      return 'The review manager’s approval';
    case 'nothing':
      return 'Nothing: it is agreed';
  }
}
