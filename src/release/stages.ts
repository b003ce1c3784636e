/** Where the agreeing of a programme stands. */
export const stages = ['draft', 'shared', 'sent-back', 'approved'] as const;
export type Stage = (typeof stages)[number];

/** What is done to it. */
export type Act = 'share' | 'send-back' | 'approve';

/**
 * The only transitions there are (manual 947, 1442-1446): the organiser shares a rough draft, as often as they like;
 * the review manager sends it back with comments, or approves it, and what is changed after that is shared and
 * approved again. Undefined where the act is not to be had at that stage.
 */
const transitions: Readonly<Record<Stage, Partial<Readonly<Record<Act, Stage>>>>> = {
  draft: { share: 'shared', approve: 'approved' },
  shared: { share: 'shared', 'send-back': 'sent-back', approve: 'approved' },
  'sent-back': { share: 'shared', approve: 'approved' },
  approved: { share: 'shared', approve: 'approved' },
};

export const afterAct = (stage: Stage, act: Act): Stage | undefined => transitions[stage][act];
