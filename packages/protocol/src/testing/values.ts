import fc from 'fast-check';
import { z } from 'zod';

type Kind = 'string' | 'number' | 'integer' | 'boolean' | 'null' | 'array' | 'object';

/** The part of JSON Schema that the protocol's types come to. */
interface Schema {
  readonly type?: Kind | readonly Kind[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
}

/** Items of an array and members of a record, and letters of a text, at most: the limits themselves are tested elsewhere. */
const FEW = 3;
const LONG = 40;
const LARGE = 2 ** 31 - 1;

/** Values that a type of the protocol takes, as they go over the wire. */
export function jsonOf(type: z.ZodType): fc.Arbitrary<unknown> {
  const schema = z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' }) as Schema;
  return (
    valueOf(schema)
      // What no schema can say (a file is not called `..`) is left out here, and what is trimmed is sent trimmed.
      .map((value) => type.safeParse(JSON.parse(JSON.stringify(value))))
      .filter(({ success }) => success)
      .map(({ data }) => JSON.parse(JSON.stringify(data)) as unknown)
  );
}

function valueOf(schema: Schema): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map(valueOf));
  if (schema.allOf && schema.type === undefined)
    return fc.tuple(...schema.allOf.map(valueOf)).map((parts) => Object.assign({}, ...(parts as object[])) as unknown);
  const { type } = schema;
  if (Array.isArray(type)) return fc.oneof(...(type as readonly Kind[]).map((each) => ofKind(each, schema)));
  return type === undefined ? fc.jsonValue({ maxDepth: 1 }) : ofKind(type as Kind, schema);
}

function ofKind(kind: Kind, schema: Schema): fc.Arbitrary<unknown> {
  switch (kind) {
    case 'string':
      return textOf(schema);
    case 'integer':
    case 'number':
      return numberOf(kind, schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(valueOf(schema.items ?? {}), { minLength: schema.minItems ?? 0, maxLength: Math.max(schema.minItems ?? 0, FEW) });
    case 'object':
      return objectOf(schema);
    default:
      return kind satisfies never;
  }
}

function textOf({ pattern, format, minLength = 0, maxLength = LONG }: Schema): fc.Arbitrary<string> {
  if (format === 'email') return fc.constantFrom('ann@example.org', 'a.b+c@x.example.net');
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern), { size: 'small' });
  return fc.string({ minLength, maxLength: Math.max(minLength, Math.min(LONG, maxLength)) });
}

function numberOf(kind: Kind, { minimum, exclusiveMinimum, maximum }: Schema): fc.Arbitrary<number> {
  const min = Math.max(minimum ?? -LARGE, exclusiveMinimum === undefined ? -LARGE : exclusiveMinimum + 1, -LARGE);
  const max = Math.min(maximum ?? LARGE, LARGE);
  const whole = fc.integer({ min, max });
  return kind === 'integer' ? whole : fc.oneof(whole, fc.double({ min, max, noNaN: true }));
}

function objectOf({ properties = {}, required = [], additionalProperties }: Schema): fc.Arbitrary<unknown> {
  const known = fc.record(Object.fromEntries(Object.entries(properties).map(([key, each]) => [key, valueOf(each)])), {
    requiredKeys: required.filter((key) => key in properties),
    noNullPrototype: true,
  });
  if (typeof additionalProperties !== 'object' || Object.keys(additionalProperties).length === 0) return known;
  return fc.dictionary(fc.stringMatching(/^[a-z]{1,12}$/), valueOf(additionalProperties), { maxKeys: FEW, noNullPrototype: true });
}

/** What is kept as it comes, whoever may understand it: every member of it is content, as of what is signed. */
const OPAQUE: ReadonlySet<string> = new Set([
  'receipt',
  'evidence',
  'details',
  'old',
  'new',
  'values',
  'defaults',
  'settings',
  'conditions',
]);

/** The value with a member in some of its objects that nobody knows today. */
export function withNews(value: unknown): fc.Arbitrary<unknown> {
  const news = fc.option(fc.jsonValue({ maxDepth: 1 }), { nil: undefined });
  if (Array.isArray(value)) return fc.tuple(...value.map(withNews));
  if (typeof value !== 'object' || value === null) return fc.constant(value);
  const entries = Object.entries(value).map(([key, each]) => [key, OPAQUE.has(key) ? fc.constant(each) : withNews(each)] as const);
  return fc
    .record({ known: fc.record(Object.fromEntries(entries), { noNullPrototype: true }), more: news })
    .map(({ known, more }) => (more === undefined ? known : { ...known, 'news-of-2031': more }));
}
