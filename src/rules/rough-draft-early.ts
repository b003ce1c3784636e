import { late } from './deadline/late.ts';
import { type Limit, limitIn, type Rule } from './rule.ts';

/** Weeks before day 1; the manual says early and gives no figure. */
export const draftWeeks: Limit = {
  name: 'rough-draft-early/weeks',
  usual: 6,
  says: 'The weeks before day 1 by which the rough draft is shared.',
};

/** The review manager sees a rough draft early enough to say what would not work (manual 1446; weeks silent). */
export const roughDraftEarly: Rule = {
  id: 'rough-draft-early',
  title: 'A rough draft is shared early',
  group: 'agreed',
  manual: ['1446'],
  limits: [draftWeeks],
  parts: [
    {
      name: 'rule',
      kind: 'check',
      shape: 'data',
      asks: 'The review manager sees a rough draft early, six weeks before day 1 if nothing else is said, and can comment on it.',
      test(review, asked) {
        const due = 7 * limitIn(review, draftWeeks);
        const lateness = late(review.week, due, review.sharedAt, asked.today);
        if (!lateness) return [];
        return [
          {
            say: () =>
              lateness.done
                ? `The rough draft was shared with the review manager ${lateness.by} late: it was due on ${lateness.dueOn}.`
                : `No rough draft has been shared with the review manager: it was due on ${lateness.dueOn}, ${lateness.by} ago. Share it as it is.`,
          },
        ];
      },
    },
  ],
};
