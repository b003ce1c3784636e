import type { Kysely, Transaction } from 'kysely';
import type { AccountTables } from './tables/accounts.ts';
import type { AgreementTables } from './tables/agreement.ts';
import type { CoordinationTables } from './tables/coordination.ts';
import type { DataProtectionTables } from './tables/data-protection.ts';
import type { DiaryLinkTables } from './tables/diary-links.ts';
import type { EditingTables } from './tables/editing.ts';
import type { HappeningTables } from './tables/happenings.ts';
import type { JobTables } from './tables/jobs.ts';
import type { ReachingTables } from './tables/reaching.ts';
import type { ReviewTables } from './tables/reviews.ts';
import type { UploadTables } from './tables/uploads.ts';

/** The tables, in columns that SQLite and PostgreSQL both have: text ids, ISO 8601 text times, JSON as text. */
export interface Tables
  extends ReviewTables,
    AccountTables,
    DiaryLinkTables,
    DataProtectionTables,
    UploadTables,
    EditingTables,
    ReachingTables,
    AgreementTables,
    HappeningTables,
    JobTables,
    CoordinationTables {}

export type Database = Kysely<Tables>;
export type Writing = Transaction<Tables>;
