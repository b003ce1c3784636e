import { at } from '../time/span.ts';
import { clock, spanName, weekday } from '../time/words.ts';
import type { Breach, Rule } from './rule.ts';
import { daytimeWindows, middayOf, teamEvents } from './week/frame-times.ts';
import { keepsClear } from './week/runs-into.ts';

/** The afternoon of day 4 is for preparing the final presentation, and free of sessions (manual 1617). */
export const presentationPreparation: Rule = {
  id: 'presentation-preparation',
  title: 'An afternoon to prepare the presentation',
  group: 'time',
  manual: ['1617'],
  parts: [
    keepsClear(
      'presentation-preparation',
      'rule',
      'No session runs into the afternoon of day 4, when the team prepares the final presentation.',
    ),
    {
      name: 'frame',
      kind: 'must',
      shape: 'whole',
      over: 'frame',
      mendedBy: 'more',
      asks: 'The team has the afternoon of day 4 to prepare the final presentation, with no time set aside for sessions.',
      test(review) {
        const out: Breach[] = [];
        if (!teamEvents(review, 'preparation', 4).some((e) => e.from >= at(4, 12)))
          out.push({
            say: () =>
              `The team has no time on the afternoon of ${weekday(review.week, 4)} to prepare the final presentation.`,
          });
        const midday = middayOf(review, 4);
        for (const window of daytimeWindows(review, 4))
          if (window.to > midday)
            out.push({
              when: window,
              say: () =>
                `${spanName(review.week, window)} is set aside for sessions: the afternoon, from ${clock(midday)}, is for preparing the final presentation.`,
            });
        return out;
      },
    },
  ],
};
