import { z } from 'zod';
import { programmeFile } from './programme.ts';

const utc = z.string().describe('A moment in UTC, ISO 8601.');
const local = z.string().describe('Local time: 2026-03-24T09:00.');
const cost = z.array(z.number()).describe('By tier, the weightiest first.');
const ids = z.array(z.string());

const seat = z
  .object({
    start: local,
    end: local,
    stream: z.string(),
    place: z.record(z.string(), z.unknown()).describe('One of { office }, { room }, { site }, { phone }.'),
    peers: ids,
    lead: z.string().optional(),
  })
  .describe('Where a session is, and who takes it.');

const change = z
  .object({
    session: z.string(),
    moved: z.array(z.enum(['time', 'place', 'peers', 'lead'])).describe('None where it came or went.'),
    before: seat.optional(),
    after: seat.optional(),
    tell: ids.describe('Who has to be told.'),
    says: z.string().describe('The same in words.'),
  })
  .describe('What became of one session between two programmes.');

const stage = z.enum(['draft', 'shared', 'sent-back', 'approved']);

const block = z
  .object({
    is: z.enum(['nothing built', 'behind', 'broken', 'unsettled', 'left out']),
    says: z.string(),
    rule: z.string().optional(),
    sessions: ids.optional(),
  })
  .describe('What stands in the way of an approval.');

/** What the API takes and gives where the draft is worked on and agreed. */
export const programmeApi = {
  Change: change,
  Lock: z
    .object({
      time: z.boolean().optional(),
      place: z.boolean().optional(),
      peers: z.boolean().optional(),
      because: z.string().optional().describe('Needed where something more is locked.'),
    })
    .describe('What of a session is held as it is.'),
  Stream: z.object({ stream: z.string().describe('A letter: A, B, C.') }).describe('A stream.'),
  MendAsked: z
    .object({
      around: z.string().optional().describe('A session that stands, while all else may give way.'),
      start: local.optional().describe('Where that session is to be; left out: where it is.'),
    })
    .describe('What is to be mended.'),
  Mends: z
    .object({
      state: z.enum(['working', 'done', 'failed']),
      choices: z.array(
        z.object({
          disturbed: z
            .record(z.string(), z.number())
            .describe('How many are told anew, move, change room, change peers.'),
          cost,
          broken: z.array(z.string()).describe('What is still to be put right then.'),
          changes: z.array(change),
          programme: programmeFile,
        }),
      ),
    })
    .describe('Ways to mend a programme.'),
  PairChoice: z
    .object({
      taken: z
        .array(z.object({ session: z.string(), peers: ids }))
        .describe('The session first, then the one whose pair changes places with its.'),
      change: cost.describe('What the whole would cost more, tier by tier.'),
      breaks: z.array(z.string()).describe('Rules that it would break; none: it can be chosen.'),
    })
    .describe('Others who could take a session.'),
  Pair: z
    .object({
      peers: ids,
      with: z.string().optional().describe('A session whose pair changes places with this one’s.'),
    })
    .describe('Who takes a session.'),
  Lead: z.object({ peer: z.string().optional().describe('Left out: not settled.') }).describe('Who leads.'),
  Act: z
    .object({
      draft: z.int().describe('The version of the draft that was seen.'),
      note: z.string().optional().describe('A word with it; needed to send it back.'),
    })
    .describe('Sharing, sending back, approving.'),
  Agreement: z
    .object({
      stage,
      version: z.int().min(0).describe('Counts the writes; 0 while nothing was shared or approved.'),
      draft: z
        .int()
        .optional()
        .describe('The version of the draft that was shared, sent back or approved last.'),
      by: z.string().optional(),
      at: utc.optional(),
      note: z.string().optional(),
      release: z.int().optional().describe('The release that holds.'),
      changed: z.array(change).optional().describe('What was changed since that, and waits for approval.'),
      blocks: z.array(block).optional(),
    })
    .describe('Where the agreeing of a programme stands.'),
  Release: z
    .object({ number: z.int().min(1), hash: z.string(), by: z.string(), at: utc, note: z.string() })
    .describe('A programme as it was approved; it is never altered.'),
  Comment: z
    .object({
      id: z.string(),
      version: z.int().min(1),
      about: z.enum(['whole', 'session', 'person']),
      aboutId: z.string().optional(),
      answers: z.string().optional(),
      text: z.string(),
      by: z.string(),
      at: utc,
      settledBy: z.string().optional(),
      settledAt: utc.optional(),
    })
    .describe('Something said about the draft.'),
  NewComment: z
    .object({
      text: z.string(),
      about: z.enum(['whole', 'session', 'person']).optional(),
      aboutId: z.string().optional(),
      answers: z.string().optional().describe('The id of the comment that it answers.'),
    })
    .describe('Something to say about the draft.'),
  Settle: z.object({ settled: z.boolean() }).describe('Whether a comment is dealt with.'),
  NewException: z.object({ because: z.string() }).describe('Why an exception is granted.'),
} as const satisfies Readonly<Record<string, z.ZodType>>;
