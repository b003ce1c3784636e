/** For how long somebody who cancelled can’t be had: for that time alone, the rest of the day, the rest of the week. */
export const cancelledFor = ['then', 'day', 'week'] as const;
