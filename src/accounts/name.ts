const longest = 100;

/** A person's name as it is kept: blanks evened out. Undefined for none, or for one longer than 100 characters. */
export function nameOf(typed: string): string | undefined {
  const name = typed.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
  return name === '' || name.length > longest ? undefined : name;
}
