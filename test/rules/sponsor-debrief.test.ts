import { describe, expect, it } from 'vitest';
import { sponsorDebrief } from '../../src/rules/sponsor-debrief.ts';
import { at } from '../../src/time/span.ts';
import { aContact, aHeld, aPeer, aReview, aSession } from '../support/cast.ts';
import { withEvent } from '../support/frames.ts';
import { speaks } from '../support/speaks.ts';

const debrief = (id: string, over = {}) =>
  aSession(id, { kind: 'debrief', title: `debrief ${id}`, contacts: ['sponsor'], ...over });
const [one, two] = [debrief('one'), debrief('two')];
const people = {
  sponsor: 'sponsor',
  organiser: 'olga',
  contacts: [aContact('sponsor', { name: 'Sam Poole' }), aContact('olga', { name: 'Olga Finch' })],
  peers: [
    aPeer('lea', { name: 'Lea Hart', role: 'team-leader' }),
    aPeer('max', { name: 'Max Reed', role: 'review-manager', interviews: false }),
    aPeer('ann', { name: 'Ann Lake' }),
  ],
};
const review = aReview({ ...people, sessions: [one, two] });

describe('sponsor-debrief: two of them (manual 311-317)', () => {
  const elsewhere = debrief('two', { fixed: at(4, 14) });
  const onDayTwo = debrief('one', { latestDay: 2 });

  describe('kept', () => {
    it.each([
      ['both', review, [aHeld(one, 3, 9, 0), aHeld(two, 4, 9, 0)]],
      [
        'one of them at a time of its own',
        aReview({ ...people, sessions: [one, elsewhere] }),
        [aHeld(one, 3, 9, 0), aHeld(elsewhere, 4, 14, 0)],
      ],
      [
        'a review with one debrief: the check says so',
        aReview({ ...people, sessions: [one] }),
        [aHeld(one, 3, 9, 0)],
      ],
      ['a review with none: the check says so', aReview(people), []],
    ])('%s', (_, r, held) => expect(speaks(sponsorDebrief, r, held)).toEqual([]));
  });

  describe('broken', () => {
    it.each([
      ['neither', review, [], 'No debrief with Sam Poole on Wednesday morning and Thursday morning.'],
      ['the first alone', review, [aHeld(one, 3, 9, 0)], 'No debrief with Sam Poole on Thursday morning.'],
      [
        'the one with a time of its own alone: it stands for the nearest day',
        aReview({ ...people, sessions: [onDayTwo, two] }),
        [aHeld(onDayTwo, 2, 9, 0)],
        'No debrief with Sam Poole on Thursday morning.',
      ],
    ])('%s', (_, r, held, sentence) => expect(speaks(sponsorDebrief, r, held)).toEqual([sentence]));
  });
});

describe('sponsor-debrief: on the mornings of days 3 and 4 (manual 1599, 1613)', () => {
  const fixed = debrief('fixed', { fixed: at(2, 14) });
  const organisers = debrief('organisers', { contacts: ['olga'] });

  describe('kept', () => {
    it.each([
      ['Wednesday morning', 'morning', [aHeld(one, 3, 11, 30)]],
      ['a time that the review fixed', 'morning', [aHeld(fixed, 2, 14, 0)]],
      ['somebody else’s debrief', 'morning', [aHeld(organisers, 1, 14, 0)]],
      ['one a day', 'apart', [aHeld(one, 3, 9, 0), aHeld(two, 4, 9, 0)]],
      ['two a day, one of them fixed', 'apart', [aHeld(one, 3, 9, 0), aHeld(fixed, 3, 14, 0)]],
    ])('%s', (_, part, held) => expect(speaks(sponsorDebrief, review, held, part)).toEqual([]));
  });

  describe('broken', () => {
    it.each([
      [
        'Tuesday morning',
        'morning',
        [aHeld(one, 2, 9, 0)],
        'debrief one is on Tuesday, 9.00am to 10.00am: the sponsor is debriefed on Wednesday morning and Thursday morning.',
      ],
      [
        'Wednesday afternoon',
        'morning',
        [aHeld(one, 3, 13, 30)],
        'debrief one is on Wednesday, 1.30pm to 2.30pm: the sponsor is debriefed on Wednesday morning and Thursday morning.',
      ],
      [
        'both on Wednesday',
        'apart',
        [aHeld(one, 3, 9, 0), aHeld(two, 3, 10, 0)],
        'debrief one and debrief two are both on Wednesday: the sponsor is debriefed on Wednesday morning and Thursday morning.',
      ],
    ])('%s', (_, part, held, sentence) =>
      expect(speaks(sponsorDebrief, review, held, part)).toEqual([sentence]),
    );
  });
});

describe('sponsor-debrief: by team leader and review manager (manual 311-317)', () => {
  const named = debrief('named', { peers: { count: 2, named: ['ann', 'max'] } });

  describe('kept', () => {
    it.each([
      ['those two', aHeld(one, 3, 9, 0, { peers: ['max', 'lea'] })],
      ['those whom the debrief names', aHeld(named, 3, 9, 0, { peers: ['ann', 'max'] })],
      ['that those named take it is for pair', aHeld(named, 3, 9, 0, { peers: ['lea', 'max'] })],
    ])('%s', (_, held) => expect(speaks(sponsorDebrief, review, [held], 'peers')).toEqual([]));
  });

  describe('broken', () => {
    it.each([
      [
        'another in the review manager’s place',
        aHeld(one, 3, 9, 0, { peers: ['lea', 'ann'] }),
        'debrief one on Wednesday, 9.00am to 10.00am is for Lea Hart and Max Reed, and is taken by Lea Hart and Ann Lake.',
      ],
      [
        'the team leader alone',
        aHeld(one, 3, 9, 0, { peers: ['lea'] }),
        'debrief one on Wednesday, 9.00am to 10.00am is for Lea Hart and Max Reed, and is taken by Lea Hart.',
      ],
      [
        'nobody',
        aHeld(one, 3, 9, 0),
        'debrief one on Wednesday, 9.00am to 10.00am is for Lea Hart and Max Reed, and nobody takes it.',
      ],
    ])('%s', (_, held, sentence) =>
      expect(speaks(sponsorDebrief, review, [held], 'peers')).toEqual([sentence]),
    );
  });
});

describe('sponsor-debrief: what the review has (manual 311-317, 928)', () => {
  const slot = withEvent('gathering-2', { peers: ['max'], contacts: ['olga'] }, people);

  describe('kept', () => {
    it.each([
      ['two debriefs', 'sessions', review],
      ['a slot of manager and organiser', 'organiser', slot],
      ['no organiser yet', 'organiser', aReview({ peers: people.peers })],
    ])('%s', (_, part, r) => expect(speaks(sponsorDebrief, r, [], part)).toEqual([]));
  });

  describe('broken', () => {
    it.each([
      [
        'no debrief',
        'sessions',
        aReview(people),
        'The review has no debrief with Sam Poole: there is to be one on Wednesday morning and Thursday morning.',
      ],
      [
        'one debrief',
        'sessions',
        aReview({ ...people, sessions: [one] }),
        'The review has only one debrief with Sam Poole: there is to be one on Wednesday morning and Thursday morning.',
      ],
      [
        'no slot with the organiser',
        'organiser',
        review,
        'Max Reed has no regular slot with Olga Finch: add a short one, say on each of days 1 to 4.',
      ],
    ])('%s', (_, part, r, sentence) => expect(speaks(sponsorDebrief, r, [], part)).toEqual([sentence]));
  });
});
