/** RFC 5321, 4.5.3.1.3: a path has 256 characters, two of them its brackets. */
const longest = 254;

/**
 * An e-mail address as it is kept and compared: without the blanks around it, in small letters (no provider that
 * councils use tells A from a). Undefined for what can't be one; whether there is a letter box behind it, only a
 * letter tells. Nothing that could end a header line or add a second recipient gets through.
 */
export function emailOf(typed: string): string | undefined {
  const email = typed.trim().toLowerCase();
  return email.length <= longest &&
    /^[^\s@<>()[\]\\",;:\p{Cc}]+@[^\s@<>()[\]\\",;:\p{Cc}]+\.[^\s@<>()[\]\\",;:\p{Cc}.]+$/u.test(email)
    ? email
    : undefined;
}
