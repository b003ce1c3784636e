import type { WaiverEntry } from '../review/file.ts';
import type { Edit } from './entry.ts';

/** Records an exception that the review manager grants; one about the same thing is replaced. */
export const grantWaiver =
  (waiver: WaiverEntry): Edit =>
  (entry) => ({
    ...entry,
    waivers: [
      ...(entry.waivers ?? []).filter((w) => w.rule !== waiver.rule || w.about !== waiver.about),
      waiver,
    ],
  });

/** Takes an exception back. */
export const withdrawWaiver =
  (rule: string, about: string): Edit =>
  (entry) => ({
    ...entry,
    waivers: (entry.waivers ?? []).filter((w) => w.rule !== rule || w.about !== about),
  });
