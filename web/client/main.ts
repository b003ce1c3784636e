import { again } from './again.ts';
import { errorSummary } from './error-summary.ts';
import { sentOnce } from './sent-once.ts';
import { start } from './start.ts';

// Every page works without any of these.
start('again', again);
start('error-summary', errorSummary);
start('sent-once', sentOnce);
