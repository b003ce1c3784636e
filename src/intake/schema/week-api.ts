import { z } from 'zod';
import { cancelledFor } from '../../review/cancelled-for.ts';
import { happeningKinds } from '../../review/happening.ts';
import { programmeFile } from './programme.ts';
import { programmeApi } from './programme-api.ts';

const utc = z.string().describe('A moment in UTC, ISO 8601.');
const local = z.string().describe('Local time: 2026-03-25T09:00.');
const version = z.int().min(1).describe('Counts the writes, from 1. Also the ETag.');
const ids = z.array(z.string());

const happening = {
  id: z.string(),
  version,
  kind: z.enum(happeningKinds),
  about: z.string().describe('The id of the session, peer, room or site.'),
  from: local.describe('From when, or when; what it means is said in NewHappening.'),
  to: local,
  adds: z.string().optional().describe('The id of the session that it adds, where it adds one.'),
  note: z.string(),
  reportedAt: local.describe('When in the week it was reported.'),
  rehearsed: z.boolean().describe('It was tried out on a moment that was chosen, and did not happen.'),
  state: z.enum(['open', 'mended', 'left', 'withdrawn']),
  by: z.string(),
  at: utc,
  settledBy: z.string().optional(),
  settledAt: utc.optional(),
  release: z.int().optional().describe('The release that came of it.'),
  says: z.string().describe('The same in words.'),
};

const way = z
  .object({
    disturbed: z
      .record(z.string(), z.number())
      .describe('How many had been told of a time that is another then, move, change room, change peers.'),
    broken: z.array(z.string()).describe('What is still to be put right then.'),
    blocks: z.array(z.string()).describe('What stands in the way of approving it.'),
    changes: z.array(programmeApi.Change),
    programme: programmeFile,
  })
  .describe('One way to mend what happened.');

const who = z.object({ id: z.string(), name: z.string() });

const boardItem = z
  .object({
    kind: z.enum(['session', 'event']),
    id: z.string(),
    title: z.string(),
    from: local,
    to: local.describe('As it really was, or is going to be.'),
    who: z.string().describe('Whom the team sees, beyond what the title says.'),
    place: z.string(),
    peers: z.array(who),
    state: z.enum(['over', 'now', 'to come']),
    marks: z.array(z.string()).describe('What it was in truth: not held, cancelled, over-ran.'),
  })
  .describe('Something of today’s programme.');

const boardPeer = who
  .extend({
    is: z.enum(['at a session', 'with the team', 'on the way', 'free', 'away']),
    at: z.string(),
    place: z.string(),
    until: z.string(),
    next: z.string(),
  })
  .describe('Where one of the team is now, and where they go next.');

const member = z.object({ name: z.string(), email: z.string() });

/** What the API takes and gives in the week itself, and for those who look after many reviews. */
export const weekApi = {
  Happening: z.object(happening).describe('Something that happened in the week.'),
  HappeningOpened: z
    .object({
      ...happening,
      draft: version.describe('Of the draft that the ways are of: send it back when one is chosen.'),
      agreement: z.int().min(0).describe('The version of the agreement; for an approval.'),
      looking: z.enum(['not asked', 'working', 'done', 'failed']).describe('For ways to mend it.'),
      ways: z.array(way).describe('The one that disturbs the fewest first.'),
      asItIs: z
        .array(z.string())
        .describe('What is not as it should be where the programme is left as it is.'),
      changed: z.array(programmeApi.Change).describe('Once it was mended: what that changed.'),
    })
    .describe('Something that happened, and what can be done about it.'),
  NewHappening: z
    .object({
      kind: z.enum(happeningKinds),
      about: z.string().describe('The id of the session; of the peer, room or site that can’t be had.'),
      from: local
        .optional()
        .describe(
          'peer-away, room-lost, site-closed: from when, left out: from now on. second-interview: when, where that is agreed.',
        ),
      to: local
        .optional()
        .describe('peer-away, room-lost, site-closed: until when; left out: the end of the day.'),
      ended: local.optional().describe('held: when it really ended.'),
      minutes: z
        .int()
        .optional()
        .describe(
          'over-ran, late: by how many. second-interview: how long; left out: as long as its kind is.',
        ),
      for: z.enum(cancelledFor).optional().describe('cancelled: for that time alone, the day, the week.'),
      note: z.string().optional(),
    })
    .describe('What happened, to be reported.'),
  WayChosen: z
    .object({
      draft: version.describe('Of the draft, as HappeningOpened has it.'),
      programme: programmeFile.describe('That of the way that is chosen.'),
      approve: z
        .enum(['yes', 'despite'])
        .optional()
        .describe(
          'Approves what it changes in the same breath (the review manager alone); despite: whatever stands in the way.',
        ),
      agreement: z.int().optional().describe('The version of the agreement; needed with approve.'),
    })
    .describe('The way that is taken.'),
  Settled: z
    .object({ state: z.enum(['left', 'withdrawn']) })
    .describe('left: the programme stays as it is; withdrawn: it did not happen.'),
  PairsAgreed: z
    .object({ day: z.int().min(0).max(5), by: z.string(), at: utc, draft: version })
    .describe('That the pairs of a day were agreed, as a version of the draft has them.'),
  PairsChosen: z
    .object({
      draft: version.describe('Of the draft that was seen.'),
      agreement: z
        .int()
        .optional()
        .describe('The version of the agreement; needed once something is approved.'),
      pairs: z
        .array(z.object({ session: z.string(), peers: ids, lead: z.string().optional() }))
        .describe('Those sessions of the day that others take, or lead; the rest is agreed as it is.'),
    })
    .describe('The pairs of a day.'),
  PairsDone: z
    .object({
      release: z.int().optional().describe('What changed was approved as this release.'),
      blocks: z.array(z.string()).describe('They are agreed; this stands in the way of approving them.'),
    })
    .describe('What agreeing them came to.'),
  Board: z
    .object({
      at: local.describe('Now, in the week.'),
      when: z.enum(['before', 'in it', 'after']),
      release: z.int().optional().describe('What is held goes by it; left out while nothing is approved.'),
      items: z.array(boardItem),
      peers: z.array(boardPeer),
    })
    .describe('Now, next, and who is where; as it was approved.'),
  CoordinatedReview: z
    .object({
      id: z.string(),
      council: z.string(),
      firstDay: z.string().describe('The date of day 1.'),
      waitsFor: z.enum(['correcting', 'building', 'mending', 'settling', 'approval', 'nothing']),
      releases: z.int(),
      approvedAt: utc.optional(),
      organisers: z.array(member),
      managers: z.array(member),
      peers: z.int().describe('How many.'),
    })
    .describe('How a review stands, and whom to ask; nothing of what is in it.'),
} as const satisfies Readonly<Record<string, z.ZodType>>;
