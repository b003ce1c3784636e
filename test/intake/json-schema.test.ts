import { describe, expect, it } from 'vitest';
import { jsonSchemaOf } from '../../src/intake/index.ts';

interface Schema {
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema | false;
  readonly anyOf?: readonly Schema[];
  readonly title?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
}

const review = jsonSchemaOf('review') as Schema;
const programme = jsonSchemaOf('programme') as Schema;
const within = (schema: Schema): readonly Schema[] => [
  schema,
  ...Object.values(schema.properties ?? {}).flatMap(within),
  ...(schema.items ? within(schema.items) : []),
  ...(schema.anyOf ?? []).flatMap(within),
];

describe('the JSON Schema', () => {
  it('of a review asks for little and knows every list', () => {
    expect(review.required).toEqual(['peerweek', 'review']);
    expect(Object.keys(review.properties!)).toEqual([
      'peerweek',
      '$schema',
      'review',
      'peers',
      'pairings',
      'contacts',
      'meetings',
      'declined',
      'sites',
      'travel',
      'rooms',
      'sessions',
      'locks',
      'waivers',
    ]);
    expect(review.properties!.review!.required).toEqual(['id', 'council', 'firstDay', 'editedAt']);
  });

  it('of a programme asks for its placements', () => {
    expect(programme.required).toEqual(['peerweek', 'review', 'revision', 'placements']);
  });

  it.each([
    ['review', review],
    ['programme', programme],
  ])('of a %s allows no field it does not name, and every object has a title', (_, schema) => {
    for (const inner of within(schema)) {
      if (!inner.properties) continue;
      expect(inner.additionalProperties).toBe(false);
      expect(inner.title).toMatch(/^(an?|the) /);
    }
  });

  it('has patterns that other programs can use', () => {
    for (const { pattern } of [...within(review), ...within(programme)])
      if (pattern !== undefined) {
        expect(() => new RegExp(pattern, 'u')).not.toThrow();
        // Not every program has classes of characters.
        expect(pattern).not.toContain('\\p');
      }
  });

  it('takes the names that people have, and no line breaks or control characters', () => {
    const line = new RegExp(review.properties!.review!.properties!.council!.pattern!, 'u');
    expect(['Zoë O’Hara-Łuczak', '李', '👩‍💼 x'].filter((name) => !line.test(name))).toEqual([]);
    expect([' ', 'a\nb', 'a\u0007', 'a\u2028b'].filter((name) => line.test(name))).toEqual([]);
  });

  it('is the same at every asking', () => {
    expect(jsonSchemaOf('review')).toEqual(review);
  });
});
