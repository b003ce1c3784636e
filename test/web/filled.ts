import { type Answered, ask } from './served.ts';

type Values = Readonly<Record<string, string | readonly string[]>>;

const decoded = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/** The attributes of a tag; one without a value is ''. */
const attributesOf = (tag: string): ReadonlyMap<string, string> =>
  new Map(
    [...tag.matchAll(/\s([a-z-]+)(?:="([^"]*)")?/g)].map((m) => [m[1] ?? '', decoded(m[2] ?? '')] as const),
  );

/** A form of a page as a browser holds it. */
export interface Form {
  readonly action: string;
  /** What it would send if nobody touched it, in its order. */
  readonly fields: readonly (readonly [string, string])[];
}

/** The form of a page whose action ends as is said (before the query). */
export function formIn(html: string, action: string): Form {
  const forms = [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)];
  const found = forms.find((m) =>
    attributesOf(m[1] ?? '')
      .get('action')
      ?.split('?')[0]
      ?.endsWith(action),
  );
  if (!found) throw new Error(`No form on the page is sent to …${action}`);
  const controls = [
    ...(found[2] ?? '').matchAll(
      /<input\b([^>]*)>|<select\b([^>]*)>(.*?)<\/select>|<textarea\b([^>]*)>(.*?)<\/textarea>/gs,
    ),
  ];
  const fields = controls.flatMap(([, input, select, options, area, text]) => {
    const attributes = attributesOf(input ?? select ?? area ?? '');
    const name = attributes.get('name');
    if (!name || attributes.has('disabled')) return [];
    if (area !== undefined) return [[name, decoded(text ?? '')] as const];
    if (select !== undefined) {
      const all = [...(options ?? '').matchAll(/<option\b([^>]*)>/g)].map((m) => attributesOf(m[1] ?? ''));
      return [[name, (all.find((o) => o.has('selected')) ?? all[0])?.get('value') ?? ''] as const];
    }
    const isChoice = ['checkbox', 'radio'].includes(attributes.get('type') ?? '');
    return isChoice && !attributes.has('checked') ? [] : [[name, attributes.get('value') ?? ''] as const];
  });
  return { action: attributesOf(found[1] ?? '').get('action') ?? '', fields };
}

/** Sends a form as a browser without script does, with some of its fields filled in otherwise. */
export async function fillIn(
  { url }: { readonly url: string },
  html: string,
  action: string,
  values: Values = {},
  who: object = {},
): Promise<Answered> {
  const form = formIn(html, action);
  const fields = [
    ...form.fields.filter(([name]) => !Object.hasOwn(values, name)),
    ...Object.entries(values).flatMap(([name, value]) =>
      (typeof value === 'string' ? [value] : value).map((one): readonly [string, string] => [name, one]),
    ),
  ];
  const answer = await ask(`${url}${form.action}`, {
    method: 'POST',
    headers: {
      ...who,
      'Content-Type': 'application/x-www-form-urlencoded',
      'Sec-Fetch-Site': 'same-origin',
    },
    body: new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString(),
  });
  if (answer.status !== 303) return answer;
  return ask(`${url}${answer.headers.location}`, { headers: who });
}
