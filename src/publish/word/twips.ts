/** Word’s measure: twentieths of a point. */
export const twips = (points: number): number => Math.round(points * 20);
