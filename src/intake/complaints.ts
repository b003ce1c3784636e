import { z } from 'zod';
import { didYouMean } from './near.ts';
import { orList, type Path, type PathStep, shown } from './problem.ts';

/** Something of the wrong shape, in words. */
export interface Complaint {
  readonly path: Path;
  readonly what: string;
  readonly mend: string;
}

type Schema = z.core.$ZodType;
type Issue = z.core.$ZodIssue;

/** What one finding of zod means for the person who wrote `value`: one complaint, or one for each unknown field. */
export function complaints(schema: Schema, value: unknown, issue: Issue, base: Path): readonly Complaint[] {
  const inside = issue.path as readonly PathStep[];
  const path = [...base, ...inside];
  const at = schemaAt(schema, inside);
  const got = inside.reduce(stepInto, value);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownField(shapeMeant(at, got), path, key));
  if (issue.code === 'invalid_union') {
    const branch = branchMeant(at, got, issue);
    if (branch) return branch.issues.flatMap((i) => complaints(branch.schema, got, i, path));
  }
  const optional = at instanceof z.ZodExactOptional;
  const mend = mendOf(issue, got);
  return [
    {
      path,
      what: path.length === 0 ? `The file ${whatIsWrong(issue, got)}` : whatIsWrong(issue, got),
      mend: got === null && optional ? mend.replace(/\.$/, ', or take it out.') : mend,
    },
  ];
}

/** One step of a path into a value, never into what it inherits; undefined where there is nothing. */
export function stepInto(value: unknown, step: PathStep): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
  return (value as Record<PathStep, unknown>)[step];
}

const names: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'a group of fields',
  record: 'a group of numbers',
};

function whatIsWrong(issue: Issue, got: unknown): string {
  if (got === undefined) return 'is missing.';
  switch (issue.code) {
    case 'invalid_type':
      return `is ${shown(got)}, not ${names[issue.expected] ?? 'what is expected'}.`;
    case 'too_small':
    case 'too_big':
      if (Array.isArray(got)) return `holds ${got.length} ${got.length === 1 ? 'thing' : 'things'}.`;
      if (typeof got === 'string') return `is too long, at ${got.length} characters.`;
      return `is ${shown(got)}, which is too ${issue.code === 'too_small' ? 'small' : 'large'}.`;
    case 'not_multiple_of':
      return `is ${shown(got)}, which is not on the quarter hour.`;
    case 'invalid_format':
      return typeof got === 'string' && got.trim() === ''
        ? 'is blank.'
        : `is ${shown(got)}, which can’t be used here.`;
    case 'custom':
      return `is ${shown(got)}, which is on no calendar.`;
    default:
      return `is ${shown(got)}, which is not known here.`;
  }
}

/** Lists longer than this are not read out. */
const FEW = 12;

function mendOf(issue: Issue, got: unknown): string {
  // The fields of this house carry their own sentence; only enumerations leave zod's, and say what there is.
  if (issue.code !== 'invalid_value' || issue.values.length === 1) return issue.message;
  const values = issue.values.map(String);
  const meant = typeof got === 'string' ? didYouMean(got, values) : '';
  if (meant) return meant;
  return values.length <= FEW
    ? `Give ${orList(values)}.`
    : 'Give one that “peerweek schema review” lists for this field.';
}

function unknownField(schema: Schema | undefined, path: Path, key: string): Complaint {
  const object = bare(schema);
  const known = object instanceof z.ZodObject ? Object.keys(object.shape) : [];
  const title = object === undefined ? undefined : z.globalRegistry.get(object)?.title;
  return {
    path: [...path, key],
    what: `is not a field of ${title ?? 'this'}.`,
    mend: didYouMean(key, known) || otherWord(key, known) || 'Take it out.',
  };
}

/** What some fields are called elsewhere. */
const sameThing: readonly (readonly string[])[] = [
  ['start', 'from', 'begin'],
  ['end', 'to', 'until'],
];

function otherWord(key: string, known: readonly string[]): string {
  const words = sameThing.find((group) => group.includes(key)) ?? [];
  const ours = words.find((word) => known.includes(word));
  return ours === undefined ? '' : `Here it is called “${ours}”.`;
}

/** Of several shapes the one that shares most fields with a value; the schema itself where there is one only. */
function shapeMeant(schema: Schema | undefined, got: unknown): Schema | undefined {
  const union = bare(schema);
  if (!(union instanceof z.ZodUnion) || typeof got !== 'object' || got === null) return schema;
  const shared = (s: unknown) =>
    s instanceof z.ZodObject ? Object.keys(got).filter((k) => Object.hasOwn(s.shape, k)).length : 0;
  return union.options.reduce((a, b) => (shared(b) > shared(a) ? b : a)) as Schema;
}

/**
 * Where one of several shapes was possible: the one that was meant, if it can be told. A list or group of fields is
 * meant for the shape of its sort that shares a field with it and finds least wrong with it, provided that no other
 * finds as little.
 */
function branchMeant(schema: Schema | undefined, got: unknown, issue: z.core.$ZodIssueInvalidUnion) {
  const union = bare(schema);
  if (!(union instanceof z.ZodUnion) || typeof got !== 'object' || got === null) return undefined;
  const branches = issue.errors
    .map((issues, i) => ({ issues, schema: union.options[i] as Schema, faults: faultsIn(issues) }))
    .filter(
      ({ schema: s }) =>
        !(s instanceof z.ZodObject) || Object.keys(got).some((k) => Object.hasOwn(s.shape, k)),
    )
    .filter(({ issues }) => issues.every((i) => i.path.length > 0 || i.code === 'unrecognized_keys'))
    .sort((a, b) => a.faults - b.faults);
  const [best, next] = branches;
  return best && (!next || best.faults < next.faults) ? best : undefined;
}

const faultsIn = (issues: readonly Issue[]): number =>
  issues.reduce((sum, i) => sum + (i.code === 'unrecognized_keys' ? i.keys.length : 1), 0);

const bare = (schema: Schema | undefined): Schema | undefined =>
  schema instanceof z.ZodExactOptional ? bare(schema.unwrap()) : schema;

/** The schema of the field at a path. */
function schemaAt(schema: Schema, path: readonly PathStep[]): Schema | undefined {
  let at: Schema | undefined = schema;
  for (const step of path) {
    const outer = bare(at);
    if (outer instanceof z.ZodObject) at = outer.shape[step] as Schema | undefined;
    else if (outer instanceof z.ZodArray) at = outer.element as Schema;
    else if (outer instanceof z.ZodTuple) at = outer.def.items[Number(step)];
    else at = undefined;
  }
  return at;
}
