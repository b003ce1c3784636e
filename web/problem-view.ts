import type { Trouble } from '../src/store/trouble.ts';
import type { WhatWasSent } from './what-was-sent.ts';

/** Why a page could not be shown or a form not be kept: trouble with the data, or a fault of our own. */
export type Why = Trouble | 'fault';

const statuses: Readonly<Record<Why, number>> = {
  full: 507,
  busy: 503,
  unreachable: 503,
  'read-only': 503,
  refused: 503,
  newer: 503,
  open: 503,
  fault: 500,
};

/** What happened, and what is to be done about it. */
const words: Readonly<Record<Why, { readonly happened: string; readonly mend: string }>> = {
  full: {
    happened: 'The disk that Peerweek keeps its data on is full, or can’t be written to.',
    mend: 'Tell whoever runs Peerweek for you: room has to be made on the disk.',
  },
  busy: {
    happened: 'Another program is using Peerweek’s data, and did not let go of it in time.',
    mend: 'Try again in a moment. If it happens again, tell whoever runs Peerweek for you.',
  },
  unreachable: {
    happened: 'The database that Peerweek keeps its data in does not answer.',
    mend: 'Try again in a few minutes. If it happens again, tell whoever runs Peerweek for you.',
  },
  'read-only': {
    happened: 'Peerweek’s data can be read at the moment, but nothing can be written to it.',
    mend: 'Tell whoever runs Peerweek for you.',
  },
  refused: {
    happened: 'The database that Peerweek keeps its data in does not let Peerweek in.',
    mend: 'Tell whoever runs Peerweek for you.',
  },
  newer: {
    happened: 'A newer version of Peerweek has used the data, and this one can’t.',
    mend: 'Tell whoever runs Peerweek for you.',
  },
  open: {
    happened: 'The way to the database that Peerweek keeps its data in is not a private one.',
    mend: 'Tell whoever runs Peerweek for you.',
  },
  fault: {
    happened: '',
    mend: 'Try again in a moment. If it happens again, tell whoever runs Peerweek for you: what went wrong is in its log.',
  },
};

/** Fields that a form sends for itself and nobody typed. */
const ownFields = /^(seen|version|token|step|action|do|id|_.*)$/;

/** `jobTitle`, `job-title`, `contacts[3].jobTitle` as words: `Job title`. */
function label(name: string): string {
  const last =
    name
      .split(/[.[\]]+/)
      .filter((part) => part && !/^\d+$/.test(part))
      .at(-1) ?? name;
  const spaced = last
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_:]+/g, ' ')
    .trim()
    .toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** What somebody typed of what was sent, to be read and copied. */
export const typedIn = (sent: WhatWasSent) =>
  sent.fields
    .filter(({ name, value }) => value.trim() !== '' && !ownFields.test(name))
    .map(({ name, value }) => ({ label: label(name), value }));

/** The page for what went wrong, with what was typed on it, and the status to send it under. */
export function problemView(why: Why, sent: WhatWasSent, again: string) {
  const { happened, mend } = words[why];
  const kept = sent.fields.length > 0;
  const changing = kept || sent.file;
  return {
    status: statuses[why],
    title: changing && why !== 'fault' ? 'This could not be saved' : 'Sorry, something went wrong',
    view: {
      title: changing && why !== 'fault' ? 'This could not be saved' : 'Sorry, something went wrong',
      happened:
        happened || (changing ? 'What you sent could not be dealt with.' : 'The page could not be shown.'),
      kept: kept
        ? 'Nothing that was saved before is lost, and nothing of what you typed: it is on this page. Leave the page open, and send it again from here.'
        : 'Nothing that was saved is lost.',
      mend,
      file: sent.file,
      again: kept ? again : null,
      fields: sent.fields,
      typed: typedIn(sent),
    },
  };
}
