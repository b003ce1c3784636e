import { jsonSchemaOf } from '../../intake/index.ts';
import { pretty } from '../../publish/pretty.ts';
import { ruleBookText } from '../../publish/rule-book-text.ts';
import type { Face, Given } from './arguments.ts';
import { type Desk, type Exit, fail } from './desk.ts';

export const rulesFace = {
  verb: 'rules',
  means: 'Shows the rule book.',
  wants: [],
  options: {},
} as const satisfies Face;

/** Shows the rule book. */
export async function rules(desk: Desk): Promise<Exit> {
  desk.out(ruleBookText());
  return 0;
}

export const schemaFace = {
  verb: 'schema',
  means: 'Shows the JSON Schema of a review’s or a programme’s file.',
  wants: ['review|programme'],
  options: {},
} as const satisfies Face;

/** Shows a JSON Schema. */
export async function schema(desk: Desk, args: Given): Promise<Exit> {
  const what = args.given[0];
  if (what !== 'review' && what !== 'programme')
    return fail(
      desk,
      `peerweek schema: there is a schema of a review and one of a programme, not of “${what}”.`,
    );
  desk.out(pretty(jsonSchemaOf(what)));
  return 0;
}
