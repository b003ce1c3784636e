import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Store } from '../src/store/ports.ts';

/** What is counted of every answer. */
interface Answer {
  readonly method: string;
  /** As the route is written (`/reviews/:review/people`): nothing of anybody stands in it. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

export interface Metrics {
  readonly answered: (answer: Answer) => void;
  readonly contentType: string;
  /** Prometheus' text format, version 0.0.4. */
  readonly text: () => Promise<string>;
}

/** Seconds: from a page out of memory to one that waits for the engine. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];

const kinds = ['build', 'alternatives'] as const;
const states = ['waiting', 'working'] as const;

/** What an operator watches: answers by route, the process, what goes on in the background, letters that do not go. */
export function createMetrics(store: Store): Metrics {
  const registers = [new Registry()];
  const [register] = registers as [Registry];
  collectDefaultMetrics({ register });
  const answers = new Histogram({
    name: 'peerweek_http_answer_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers,
  });
  new Gauge({
    name: 'peerweek_jobs',
    help: 'Builds and searches for alternatives that are not ended, of all instances on this database',
    labelNames: ['kind', 'state'],
    registers,
    async collect() {
      const going = await store.jobs.goingOn();
      for (const kind of kinds)
        for (const state of states)
          this.set({ kind, state }, going.filter((job) => job.kind === kind && job.state === state).length);
    },
  });
  new Gauge({
    name: 'peerweek_letters',
    help: 'Letters that wait to be sent, or could not be and want a person to look',
    labelNames: ['state'],
    registers,
    async collect() {
      const letters = await store.outbox.list();
      for (const state of ['waiting', 'failed'] as const)
        this.set({ state }, letters.filter((letter) => letter.state === state).length);
    },
  });
  return {
    answered: ({ method, route, status, seconds }) => answers.observe({ method, route, status }, seconds),
    contentType: register.contentType,
    text: () => register.metrics(),
  };
}
