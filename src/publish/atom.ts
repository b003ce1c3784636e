import { xmlText } from './xml-text.ts';

/** A release as a feed of them tells of it. */
export interface ReleaseEntry {
  readonly number: number;
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly by: string;
  readonly note: string;
  /** What changed since the one before it, a sentence each; nothing for the first. */
  readonly changes: readonly string[];
  /** Where it is to be seen, by those who may. */
  readonly href: string;
}

export interface ReleaseFeed {
  /** The review's id. */
  readonly review: string;
  readonly council: string;
  /** Newest first. */
  readonly releases: readonly ReleaseEntry[];
  /** Of the review, while there is no release. */
  readonly since: string;
  readonly page: string;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
const escaped = (text: string): string => xmlText(text).replace(/[&<>"']/g, (sign) => entities[sign]!);

/** The same release has the same name wherever it is read, and whichever server gives it (RFC 4287, 4.2.6). */
const nameOf = (review: string, number?: number): string =>
  `urn:peerweek:review:${encodeURIComponent(review)}${number === undefined ? '' : `:release:${number}`}`;

const seconds = (at: string): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

function entry(review: string, { number, at, by, note, changes, href }: ReleaseEntry): string {
  const said = [
    `Approved by ${by}.`,
    note,
    ...(number === 1 ? [] : [changes.length === 0 ? 'No session moved.' : 'What changed:', ...changes]),
  ].filter((line) => line !== '');
  return `  <entry>
    <id>${escaped(nameOf(review, number))}</id>
    <title>Release ${number}</title>
    <updated>${seconds(at)}</updated>
    <author><name>${escaped(by)}</name></author>
    <link rel="alternate" type="text/html" href="${escaped(href)}"/>
    <content type="text">${escaped(said.join('\n'))}</content>
  </entry>
`;
}

/** The releases of a review as an Atom feed (RFC 4287), for programs that tell of news. The same releases, the same bytes. */
export const releasesAtom = ({ review, council, releases, since, page }: ReleaseFeed): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
  <id>${escaped(nameOf(review))}</id>
  <title>${escaped(council)}: releases of the peer review programme</title>
  <updated>${seconds(releases[0]?.at ?? since)}</updated>
  <author><name>Peerweek</name></author>
  <link rel="alternate" type="text/html" href="${escaped(page)}"/>
${releases.map((release) => entry(review, release)).join('')}</feed>
`;
