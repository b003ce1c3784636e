/** For how many days a personal access token can be good. */
export const tokenDays = [30, 90, 365] as const;

/** What a program may do with a token. */
export const tokenUses = ['read', 'write'] as const;
export type TokenUse = (typeof tokenUses)[number];

/** What somebody wants of a token; undefined in a field: it can't be had. */
export interface TokenWanted {
  readonly name: string | undefined;
  readonly days: number | undefined;
  readonly use: TokenUse | undefined;
}

/** Reads what was typed for a token: its name has at most 60 characters. */
export function tokenWanted(typed: {
  readonly name: string;
  readonly days: string;
  readonly use: string;
}): TokenWanted {
  const name = typed.name.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
  return {
    name: name !== '' && name.length <= 60 ? name : undefined,
    days: tokenDays.find((days) => String(days) === typed.days),
    use: tokenUses.find((use) => use === typed.use),
  };
}
