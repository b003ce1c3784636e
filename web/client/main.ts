import { again } from './again.ts';
import { board } from './board.ts';
import { diary } from './diary.ts';
import { editor } from './editor.ts';
import { entering } from './entering.ts';
import { errorSummary } from './error-summary.ts';
import { filter } from './filter.ts';
import { live } from './live.ts';
import { longChoice } from './long-choice.ts';
import { sentOnce } from './sent-once.ts';
import { start } from './start.ts';
import { unsaved } from './unsaved.ts';

// Every page works without any of these.
start('again', again);
start('error-summary', errorSummary);
start('sent-once', sentOnce);
start('unsaved', unsaved);
start('entering', entering);
start('filter', filter);
start('diary', diary);
start('long-choice', longChoice);
start('editor', editor);
start('board', board);
// Last: what it shows anew has all of the others.
start('live', live);
