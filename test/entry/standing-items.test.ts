import { describe, expect, it } from 'vitest';
import { setEnquiries } from '../../src/entry/enquiries.ts';
import {
  missingOf,
  standingItems,
  withOptions,
  withSponsor,
  withStandingItems,
} from '../../src/entry/standing-items.ts';
import { reviewId, startedEntry } from '../../src/entry/start.ts';
import { reviewOf } from '../../src/intake/index.ts';

const started = startedEntry('new', 'Newshire Council', '2027-03-22', '2027-01-04T09:00:00Z');
const ids = (entry: typeof started) => (entry.sessions ?? []).map((s) => s.id);

describe('what every week has', () => {
  it('accident-and-emergency, duty-desk, sponsor-debrief (manual 1462, 1556-1559, 311): is there from the start', () => {
    expect(ids(started)).toEqual(['accident-and-emergency', 'duty-desk', 'debrief', 'debrief-2']);
    expect(started.sites?.map((s) => s.name)).toEqual(['Hospital (accident and emergency)', 'Duty desk']);
    expect(started.travel).toEqual([
      { between: ['at-hospital-accident-and-emergency', 'at-duty-desk'], minutes: 30, assumed: true },
    ]);
  });

  it('makes a review that can be built on from its first moment', () => {
    expect(reviewOf(started).ok).toBe(true);
  });

  it('is put in once, and anew where it was taken out, at the site that is there already', () => {
    expect(withStandingItems(started)).toEqual(started);
    const without = { ...started, sessions: started.sessions?.filter((s) => s.id !== 'duty-desk') ?? [] };
    expect(standingItems.map((item) => missingOf(without, item))).toEqual([0, 1, 0, 0, 0]);
    const again = withStandingItems(without);
    expect(ids(again)).toEqual(['accident-and-emergency', 'debrief', 'debrief-2', 'duty-desk']);
    expect(again.sites).toEqual(started.sites);
  });

  it('case-recording-review (manual 1754), case-record-staff (1748): comes and goes with its option', () => {
    const both = withOptions(started, { caseRecordingReview: true, caseRecords: true });
    expect(ids(both).slice(4)).toEqual(['case-recording-review', 'case-record-group']);
    expect(ids(withOptions(both, { caseRecords: true })).slice(4)).toEqual(['case-record-group']);
    expect(withOptions(both, {}).sessions).toEqual(started.sessions);
  });

  it('seats the sponsor in the debriefs, and the next sponsor in their place', () => {
    const first = withSponsor(started, 'ann');
    expect(first.sessions?.map((s) => s.contacts)).toEqual([undefined, undefined, ['ann'], ['ann']]);
    const next = withSponsor(first, 'bo');
    expect(next.sessions?.slice(2).map((s) => s.contacts)).toEqual([['bo'], ['bo']]);
    expect(next.review.sponsor).toBe('bo');
  });
});

describe('the id of a new review', () => {
  it('is its council and year', () => {
    expect(reviewId('Côte & Sons Borough Council', '2027-03-22')).toBe('cote-sons-borough-council-2027');
    expect(reviewId('Côte & Sons Borough Council', '2027-03-22', 2)).toBe('cote-sons-borough-council-2027-2');
    expect(reviewId('北京', '2027-03-22')).toBe('review-2027');
  });
});

describe('key lines of enquiry', () => {
  const two = setEnquiries(['Neglect', 'Early help'])({
    ...started,
    sessions: [{ id: 's', kind: 'interview', title: 'S', priority: 'must', themes: ['leadership'] }],
  });
  const used = {
    ...two,
    sessions: (two.sessions ?? []).map((s) => ({ ...s, themes: ['leadership', 'neglect', 'early-help'] })),
  };

  it('have ids made of their words', () => {
    expect(two.review.keyLinesOfEnquiry).toEqual([
      { id: 'neglect', title: 'Neglect' },
      { id: 'early-help', title: 'Early help' },
    ]);
  });

  it('keep their ids when they are worded anew or change places', () => {
    const worded = setEnquiries(['Neglect and its causes', 'Early help'])(used);
    expect(worded.review.keyLinesOfEnquiry?.map((e) => e.id)).toEqual(['neglect', 'early-help']);
    const turned = setEnquiries(['Early help', 'Neglect'])(used);
    expect(turned.review.keyLinesOfEnquiry?.map((e) => e.id)).toEqual(['early-help', 'neglect']);
    expect(turned.sessions).toEqual(used.sessions);
  });

  it('are taken out of sessions with their line, and another in its stead is another', () => {
    expect(setEnquiries(['Early help'])(used).sessions?.[0]?.themes).toEqual(['leadership', 'early-help']);
    const other = setEnquiries(['Early help', 'Missing children'])(used);
    expect(other.review.keyLinesOfEnquiry?.map((e) => e.id)).toEqual(['early-help', 'missing-children']);
    expect(other.sessions?.[0]?.themes).toEqual(['leadership', 'early-help']);
  });
});
