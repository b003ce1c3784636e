import { late } from './deadline/late.ts';
import { type Limit, limitIn, type Rule } from './rule.ts';

/** The manual says two weeks. */
export const approvalDays: Limit = {
  name: 'two-weeks-before/days',
  usual: 14,
  says: 'The days before day 1 by which the programme is approved.',
};

/** The programme is final two weeks before the team arrives; late is said, and still allowed (manual 947, 1442). */
export const twoWeeksBefore: Rule = {
  id: 'two-weeks-before',
  title: 'The programme is approved two weeks before',
  group: 'agreed',
  manual: ['947', '1442'],
  limits: [approvalDays],
  parts: [
    {
      name: 'rule',
      kind: 'check',
      shape: 'data',
      asks: 'The review manager has approved the final programme two weeks before day 1; late is shown as late, and still allowed.',
      test(review, asked) {
        const due = limitIn(review, approvalDays);
        const lateness = late(review.week, due, review.approvedAt, asked.today);
        if (!lateness) return [];
        return [
          {
            say: () =>
              lateness.done
                ? `The programme was approved ${lateness.by} late: it was due on ${lateness.dueOn}.`
                : `The programme is not approved yet: it was due on ${lateness.dueOn}, ${lateness.by} ago. It can still be approved.`,
          },
        ];
      },
    },
  ],
};
