import { parentPort, workerData } from 'node:worker_threads';
import { carryOut, type Job } from './jobs.ts';

/** A thread that reads one file and ends: whatever the file does to it, the server goes on. */
parentPort!.postMessage(await carryOut(workerData as Job));
