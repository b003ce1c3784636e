import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { releasesAtom } from '../../src/publish/atom.ts';

const feed = (over: Partial<Parameters<typeof releasesAtom>[0]> = {}) =>
  releasesAtom({
    review: 'norshire',
    council: 'Norshire',
    since: '2026-01-12T10:00:00.123Z',
    page: 'https://example.test/reviews/norshire/releases',
    releases: [],
    ...over,
  });

const release = {
  number: 2,
  at: '2026-03-10T09:30:00.500Z',
  by: 'Tom & Ada',
  note: 'Agreed <today>',
  changes: ['Moved'],
  href: 'https://example.test/reviews/norshire/releases/2',
};

describe('the feed of releases', () => {
  it('has a name for each that is the same wherever it is read, its date and what changed (RFC 4287)', () => {
    const text = feed({ releases: [release] });
    expect(text).toContain('<id>urn:peerweek:review:norshire:release:2</id>');
    expect(text.match(/<updated>[^<]*/g)).toEqual(Array(2).fill('<updated>2026-03-10T09:30:00Z'));
    expect(text).toContain(
      '<content type="text">Approved by Tom &amp; Ada.\nAgreed &lt;today&gt;\nWhat changed:\nMoved</content>',
    );
  });

  it('is dated with the review while there is no release, and never with today', () => {
    expect(feed().match(/<updated>[^<]*/g)).toEqual(['<updated>2026-01-12T10:00:00Z']);
  });

  /** Whatever is typed, the elements are ours: nothing that somebody wrote opens or closes one. */
  it('holds any text', () => {
    const elements = (text: string) => [...text.matchAll(/<\/?([a-z]+)/g)].map(([, name]) => name);
    const plain = elements(feed({ releases: [{ ...release, changes: ['x'] }] }));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const made = feed({
          council: text,
          releases: [{ ...release, by: text, note: `${text}.`, changes: [text], href: text }],
        });
        expect(elements(made)).toEqual(plain);
        expect(made.replace(/&(amp|lt|gt|quot|apos);/g, '')).not.toContain('&');
      }),
    );
  });
});
