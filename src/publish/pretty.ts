/** Characters; what fits is kept on one line. */
const WIDTH = 140;

/**
 * JSON that people can read and compare: two spaces a level, and on one line what fits there. Keys in the order in
 * which the value has them; fields that are `undefined` are left out. Ends with a line break.
 */
export const pretty = (value: unknown): string => `${write(value, 0, 0)}\n`;

/** `taken`: what stands on the first line already, besides the indent. */
function write(value: unknown, depth: number, taken: number): string {
  const room = WIDTH - 2 * depth - taken;
  const line = oneLine(value, room);
  if (line !== undefined || typeof value !== 'object' || value === null) return line ?? JSON.stringify(value);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const indent = '  '.repeat(depth + 1);
  const lines = fieldsOf(value).map(([key, inner]) => indent + key + write(inner, depth + 1, key.length));
  return `${open}\n${lines.join(',\n')}\n${'  '.repeat(depth)}${close}`;
}

/** The value on one line; undefined where it is longer than `room`. */
function oneLine(value: unknown, room: number): string | undefined {
  if (room < 0) return undefined;
  if (typeof value !== 'object' || value === null) {
    const text = JSON.stringify(value);
    return text.length <= room ? text : undefined;
  }
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{ ', ' }'];
  const fields = fieldsOf(value);
  if (fields.length === 0) return `${open}${close}`.replaceAll(' ', '');
  let text = open;
  for (const [key, inner] of fields) {
    const start = `${text === open ? '' : ', '}${key}`;
    const rest = oneLine(inner, room - text.length - start.length - close.length);
    if (rest === undefined) return undefined;
    text += start + rest;
  }
  return text + close;
}

/** What stands before each member, and the member. */
const fieldsOf = (value: object): readonly (readonly [string, unknown])[] =>
  Array.isArray(value)
    ? value.map((item) => ['', item] as const)
    : Object.entries(value)
        .filter(([, inner]) => inner !== undefined)
        .map(([key, inner]) => [`${JSON.stringify(key)}: `, inner] as const);
