import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { z } from 'zod';
import * as protocol from './index.ts';
import { API, formatCursor, parseCursor, type Route } from './index.ts';
import { jsonOf, withNews } from './testing/values.ts';

/** Everything that goes over the wire: what each route takes and gives, and every type that has a name. */
const TYPES: readonly (readonly [name: string, schema: z.ZodType])[] = [
  ...(Object.entries(API) as [string, Route][]).flatMap(([name, { params, query, body, response }]) =>
    Object.entries({ params, query, body, response }).flatMap(([part, schema]) => (schema ? [[`${name}.${part}`, schema] as const] : [])),
  ),
  ...Object.entries(protocol).flatMap(([name, value]) => (isSchema(value) ? [[name, value] as const] : [])),
];

function isSchema(value: unknown): value is z.ZodType {
  return typeof value === 'object' && value !== null && 'safeParse' in value;
}

test('FZ-1: whatever is sent is understood as it was meant, for every type of the wire', () => {
  assert.ok(TYPES.length > 80, `${TYPES.length}`);
  for (const [name, schema] of TYPES)
    fc.assert(
      fc.property(jsonOf(schema), (value) => {
        const sent = JSON.stringify(value);
        const told = schema.safeParse(JSON.parse(sent));
        assert.ok(told.success, `${name}: ${sent}`);
        assert.equal(JSON.stringify(told.data), sent, name);
      }),
      { numRuns: 25 },
    );
});

test('FZ-2: what only a newer version knows is passed over, and changes nothing of the rest; of an edit it is refused', () => {
  // These are what they are: every member of them is content.
  const records: readonly z.ZodType[] = [protocol.Evidence, protocol.SettingValues, protocol.ErasureReceipt];
  // Half of an edit is another edit: what is not known of it is refused.
  const whole: readonly z.ZodType[] = [protocol.EditSettings, protocol.Recipe];
  for (const schema of whole)
    fc.assert(
      fc.property(jsonOf(schema), (value) => {
        assert.equal(schema.safeParse({ ...(value as object), 'news-of-2031': 1 }).success, false);
      }),
    );
  for (const [name, schema] of TYPES.filter(([, each]) => ![...records, ...whole].includes(each)))
    fc.assert(
      fc.property(
        jsonOf(schema).chain((value) => fc.record({ value: fc.constant(value), more: withNews(value) })),
        ({ value, more }) => {
          const told = schema.safeParse(JSON.parse(JSON.stringify(more)));
          assert.ok(told.success, `${name}: ${JSON.stringify(more)}`);
          const before = schema.safeParse(JSON.parse(JSON.stringify(value)));
          assert.ok(before.success);
          assert.deepEqual(told.data, before.data, name);
        },
      ),
      { numRuns: 15 },
    );
});

test('FZ-3: any text is a cursor, which is written as it was read, or none; nothing breaks what reads it', () => {
  const text = fc.oneof(
    fc.string(),
    fc.stringMatching(/^[0-9a-z]{1,34}\.[0-9a-z]{1,34}\.[0-9]{1,18}$/),
    fc.bigInt(2n ** 53n - 10n, 10n ** 16n).map((seq) => `e.g.${seq}`),
    fc.stringMatching(/^[0-9a-z.]{0,60}$/),
  );
  fc.assert(
    fc.property(text, (each) => {
      const cursor = parseCursor(each);
      if (cursor !== undefined) assert.equal(formatCursor(cursor), each);
    }),
    { numRuns: 2000 },
  );
  const part = fc.stringMatching(/^[0-9a-z]{1,32}$/);
  fc.assert(
    fc.property(fc.record({ epoch: part, generation: part, seq: fc.maxSafeNat() }, { noNullPrototype: true }), (cursor) => {
      assert.deepEqual(parseCursor(formatCursor(cursor)), cursor);
    }),
  );
});
