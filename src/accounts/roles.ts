/** What somebody can be in a review, the one who answers for its entries first. */
export const roles = ['organiser', 'manager', 'peer'] as const;
export type Role = (typeof roles)[number];

export const isRole = (text: unknown): text is Role => roles.some((role) => role === text);

export const roleWords: Readonly<Record<Role, string>> = {
  organiser: 'organiser',
  manager: 'review manager',
  peer: 'peer',
};

/** Roles without doubles, in their order. */
export const inOrder = (some: readonly Role[]): readonly Role[] =>
  roles.filter((role) => some.includes(role));
