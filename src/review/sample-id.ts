/** What marks a review as a sample to play with: its id, which no other review is given. */
const SAMPLE = /^sample-[a-z0-9]{12}$/;

export const isSampleId = (id: string): boolean => SAMPLE.test(id);

/** The id of a new sample out of random bytes (12 or more). */
export const sampleId = (random: Uint8Array): string =>
  `sample-${[...random]
    .slice(0, 12)
    .map((byte) => 'abcdefghjkmnpqrstuvwxyz23456789'[byte % 31])
    .join('')}`;
