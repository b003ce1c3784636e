import { z } from 'zod';
import { contact, peer } from './people.ts';
import { room, site } from './places.ts';
import { programmeFile } from './programme.ts';
import { programmeApi } from './programme-api.ts';
import { reviewFile } from './review.ts';
import { session } from './session.ts';
import { weekApi } from './week-api.ts';

const utc = z.string().describe('A moment in UTC, ISO 8601.');
const version = z.int().min(1).describe('Counts the writes, from 1. Also the ETag of the thing.');

const problem = z
  .object({
    path: z.string().describe('Where: contacts[3].name; empty for the whole.'),
    what: z.string().describe('What is wrong, a sentence that follows on from the path.'),
    mend: z.string().describe('How to mend it, a sentence.'),
  })
  .describe('Something wrong with what was sent.');

const conflict = z
  .object({
    sentence: z.string(),
    sessions: z.array(z.string()).describe('Sessions that can’t all be held.'),
    mends: z.array(z.string()).describe('What would mend it, the easiest first; each was tried.'),
    because: z.array(z.string()).optional(),
    unsure: z.array(z.string()).optional(),
  })
  .describe('What stands in the way of a complete programme.');

const finding = z
  .object({
    rule: z.string(),
    part: z.string(),
    kind: z.enum(['must', 'want', 'check']),
    who: z.array(z.string()),
    sessions: z.array(z.string()),
    sentence: z.string(),
    manual: z.array(z.string()),
  })
  .loose()
  .describe('What a rule has to say.');

/** Everything that the API takes and gives, by the name that it has in the OpenAPI document. */
export const apiSchemas = {
  ...programmeApi,
  ...weekApi,
  Review: reviewFile,
  Programme: programmeFile,
  Contact: contact,
  Peer: peer,
  Site: site,
  Room: room,
  Session: session,
  Finding: finding,
  Conflict: conflict,
  Problem: problem,
  /** RFC 9457. */
  Refusal: z
    .object({
      type: z.string(),
      title: z.string(),
      status: z.int(),
      detail: z.string().optional(),
      problems: z.array(problem).optional(),
      clashes: z
        .array(
          z.object({
            where: z.array(z.string()),
            before: z.unknown().optional(),
            ours: z.unknown().optional(),
            theirs: z.unknown().optional(),
          }),
        )
        .optional(),
    })
    .describe('Why something was not done (RFC 9457).'),
  ReviewLine: z
    .object({
      id: z.string(),
      version,
      council: z.string(),
      firstDay: z.string().describe('The date of day 1.'),
      savedAt: utc,
      waitsFor: z.enum([
        'correcting',
        'building',
        'mending',
        'settling',
        'sharing',
        'answering',
        'approval',
        'amending',
        'nothing',
      ]),
    })
    .describe('A review in the list of reviews.'),
  Changed: z
    .object({ version, id: z.string().optional().describe('Of the thing that was added or changed.') })
    .describe('What a change made: the review’s version now.'),
  Ready: z
    .object({
      whole: z.boolean().describe('Nothing has to be put right before a programme can be built.'),
      problems: z.array(problem),
      findings: z.array(finding).describe('What the rule book says of what is entered.'),
      light: z
        .object({
          is: z.enum(['works', 'short', 'stuck']),
          leftOut: z.array(z.string()),
          proven: z.boolean(),
          conflicts: z.array(conflict),
        })
        .nullable()
        .describe('Whether the week works as entered; null while that is not known yet: ask again.'),
    })
    .describe('Whether a review is ready to be built.'),
  Build: z
    .object({
      state: z.enum(['not asked', 'waiting', 'working', 'done', 'failed']),
      by: z.string().optional().describe('Who asked for it.'),
      at: utc.optional().describe('When it was asked for.'),
      cost: z.array(z.number()).optional().describe('Of the best programme so far, tier by tier.'),
      bound: z.array(z.number()).optional().describe('Proven: no programme costs less.'),
      proven: z.int().optional().describe('How many tiers, from the first, are proven.'),
      placed: z.int().optional().describe('How many sessions have a place.'),
      of: z.int().optional().describe('Of so many.'),
      seconds: z.number().optional(),
      stoppedBy: z.string().optional().describe('Who asked it to stop.'),
      ended: z
        .enum(['saved', 'offered', 'kept', 'nothing', 'not whole', 'broke off'])
        .optional()
        .describe(
          'saved: it is the draft; offered: the draft was changed meanwhile, or is no worse: take it or keep yours; kept: yours was kept; nothing: stopped before anything was found; not whole: the review has problems; broke off: a fault of ours.',
        ),
      endedAt: utc.optional(),
      version: version.optional().describe('Of the draft that was saved.'),
    })
    .describe('How far the building of a programme is.'),
  PlaceInWeek: z
    .object({
      start: z.string().describe('Local time.'),
      end: z.string(),
      state: z.enum(['here', 'free', 'moves', 'taken', 'refused']),
      change: z.array(z.number()).optional().describe('What the whole would cost more, tier by tier.'),
      tell: z.array(z.string()).optional().describe('Who would have to be told.'),
      moves: z.array(z.string()).optional().describe('Other sessions that would move.'),
      rule: z.string().optional().describe('The rule that stands against it.'),
      because: z.string().optional(),
    })
    .describe('A time at which a session could start.'),
  Move: z
    .object({
      start: z.string().describe('Local time: 2026-03-24T09:00.'),
      keeping: z.boolean().optional().describe('With the room and pair that it has, where they can be had.'),
      place: z.string().optional().describe('office, phone, room:ID or site:ID; left out: the best.'),
      peers: z.array(z.string()).optional().describe('Who takes it; left out: the best.'),
    })
    .describe('Where a session is to go.'),
  Swap: z.object({ with: z.string().describe('The other session.') }).describe('Two that change times.'),
  NewWhatIf: z.object({ name: z.string() }).describe('A what-if to begin.'),
  WhatIf: z
    .object({ id: z.string(), name: z.string(), version, by: z.string(), at: utc })
    .describe('A draft beside the draft.'),
  HistoryLine: z
    .object({
      thing: z.string(),
      id: z.string(),
      version: z.int(),
      what: z.string(),
      by: z.string(),
      at: utc,
      why: z.string(),
    })
    .describe('Who did what, when and why.'),
} as const satisfies Readonly<Record<string, z.ZodType>>;

/** A thing that the API takes or gives. */
export type ApiSchema = keyof typeof apiSchemas;
