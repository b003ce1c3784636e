import { describe, expect, it } from 'vitest';
import { promptsFor } from '../../../src/publish/calendar/prompts.ts';
import { appendix10 } from '../../../src/review/roles.ts';
import type { Session } from '../../../src/review/session.ts';
import { sampleReview } from '../../support/sample-week.ts';

const review = sampleReview();
const of = (over: Partial<Session>): readonly string[] =>
  promptsFor(review, { ...review.sessions[0]!, kind: 'interview', contacts: [], roles: [], ...over });

describe('what peers may want to ask (Appendix 14, manual 1793-1860)', () => {
  it('councillors about political oversight (1852), and nobody else', () => {
    const politics = 'What do councillors do for safeguarding, and how do they back and push improvement?';
    const asked = appendix10.filter(({ id }) => of({ roles: [id] }).includes(politics)).map(({ id }) => id);
    expect(asked).toEqual(['council-leader', 'lead-member', 'opposition-member', 'scrutiny-chair']);
  });

  it('practitioners about cases of theirs (Appendix 15, 1866-1900) and the front line (1820-1834)', () => {
    expect(of({ kind: 'focus-group', roles: ['practitioners'] })[0]).toBe(
      'Take one or two recent cases: how was the child kept in view, and did the plan come to what it was to?',
    );
    expect(of({ caseRecords: true })).toEqual(of({ roles: ['practitioners'] }));
  });

  it('everybody on the list something, ten lines at most, and for an example each time (1856)', () => {
    for (const { id } of appendix10) {
      const prompts = of({ roles: [id] });
      expect(prompts.length).toBeGreaterThanOrEqual(3);
      expect(prompts.length).toBeLessThanOrEqual(10);
      expect(prompts.at(-1)).toBe('Ask each time for an example that shows it.');
      expect(new Set(prompts).size).toBe(prompts.length);
    }
  });

  it('nobody anything where nobody is asked: debriefs and records', () => {
    expect([of({ kind: 'debrief' }), of({ kind: 'record-review' })]).toEqual([[], []]);
  });
});
