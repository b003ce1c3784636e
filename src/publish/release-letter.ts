import type { OwnChange } from './own-changes.ts';

/** What a letter about a release is made from. */
export interface LetterAbout {
  readonly name: string;
  readonly isPeer: boolean;
  readonly council: string;
  /** `Monday 23 March to Friday 27 March 2026`. */
  readonly week: string;
  /** They were never told of anything before. */
  readonly first: boolean;
  readonly changes: readonly OwnChange[];
  /** A peer's whole week, a line each. */
  readonly whole: readonly string[];
  /** What whoever sends it adds. */
  readonly note: string;
  /** The page that a private link of their own opens. */
  readonly link: string;
  readonly by: string;
}

const lines = (...all: readonly (string | undefined)[]): string =>
  all.filter((line) => line !== undefined && line !== '').join('\n');

/** One thing of theirs: when and where it is, and was. */
function changeText({ title, before, after, with: team }: OwnChange, isPeer: boolean): string {
  const who = team === '' ? '' : isPeer ? `With: ${team}` : `You will meet: ${team}`;
  if (after === undefined)
    return lines(
      title,
      `Was: ${before}`,
      isPeer
        ? 'No longer held, or no longer yours.'
        : 'It is no longer held: you need not keep this time free.',
    );
  if (before === undefined) return lines(title, after, who);
  return before === after
    ? lines(title, `As before: ${after}`, who)
    : lines(title, `Was: ${before}`, `Now: ${after}`, who);
}

function opening({ isPeer, council, week, first, changes }: LetterAbout): string {
  if (isPeer)
    return first
      ? `The programme of ${council}’s peer review, ${week}, is agreed. This is your week.`
      : `Something in your week at ${council}’s peer review has changed.`;
  if (first)
    return `${council} has a peer review of its children’s safeguarding from ${week}. Peers from other councils and partners would like to talk with you:`;
  return changes.every((change) => change.after === undefined)
    ? `Your part in ${council}’s peer review has changed:`
    : `When the team of ${council}’s peer review sees you has changed:`;
}

/** The letter to one person about what a release means for them. It names nobody but whom they meet. */
export function releaseLetter(about: LetterAbout): { readonly subject: string; readonly text: string } {
  const { name, isPeer, council, first, changes, whole, note, link, by } = about;
  // A peer's first letter holds the week itself; what is new in it would be said twice.
  const told = isPeer && first ? [] : changes.map((change) => changeText(change, isPeer));
  const goes = changes.some((change) => change.after !== undefined);
  const paragraphs = [
    `Dear ${name},`,
    opening(about),
    ...told,
    note.trim(),
    ...(isPeer && whole.length > 0 ? [first ? '' : 'Your whole week as it is now:', whole.join('\n')] : []),
    isPeer
      ? 'Your own page, always up to date, with the way into your calendar:'
      : 'This page shows it, always up to date. If you can’t make it, say so there, and the council will look for another time:',
    link,
    `It is for you alone, and needs no account.${!isPeer && goes ? ' The calendar file that comes with this letter puts it in your calendar.' : ''}`,
    by,
  ];
  const what = isPeer
    ? first
      ? 'your week of the peer review'
      : 'your week of the peer review has changed'
    : first
      ? 'when the peer review team sees you'
      : goes
        ? 'another time with the peer review team'
        : 'no longer needed for the peer review';
  return {
    subject: `${council}: ${what}`,
    text: `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`,
  };
}
