/** A form as a page has it: where it goes, and what a browser would send of it as it stands. */
export interface Form {
  readonly action: string;
  readonly method: 'GET' | 'POST';
  readonly fields: readonly (readonly [name: string, value: string])[];
}

const text = (html: string): string =>
  html
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : text(found);
};

/** Every form of a page, read as far as our own pages write them. */
export function formsIn(html: string): readonly Form[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, tag = '', inner = '']) => ({
    action: attribute(` ${tag}`, 'action') ?? '',
    method: attribute(` ${tag}`, 'method') === 'post' ? 'POST' : 'GET',
    fields: [...inner.matchAll(/<(?:input|select|textarea|button)\b[^>]*>/g)].flatMap(([control]) => {
      const name = attribute(control, 'name');
      return name === undefined ? [] : [[name, attribute(control, 'value') ?? ''] as const];
    }),
  }));
}
