import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import * as fc from 'fast-check';
import {
  formatBoolean,
  formatDigest,
  formatInteger,
  formatLimit,
  parseBoolean,
  parseDictionary,
  parseDigest,
  parseInteger,
  parseLimit,
} from './fields.ts';

test('UP-1: a boolean field is ?1 or ?0, parameters aside; anything else is ignored', () => {
  assert.equal(parseBoolean('?1'), true);
  assert.equal(parseBoolean(' ?0 '), false);
  assert.equal(parseBoolean('?1;a=b;c'), true);
  for (const other of ['1', 'true', '?2', '?1, ?1', '', null, undefined, '?1;', ':?1:'])
    assert.equal(parseBoolean(other), null, String(other));
  assert.equal(formatBoolean(true), '?1');
});

test('UP-1: an integer field is not negative and has at most 15 digits; anything else is ignored', () => {
  assert.equal(parseInteger('0'), 0);
  assert.equal(parseInteger('999999999999999'), 999_999_999_999_999);
  assert.equal(parseInteger('12;x=1'), 12);
  for (const other of ['-1', '1.0', '1000000000000000', '1, 2', '1 2', '0x1', '"1"', '', null])
    assert.equal(parseInteger(other), null, String(other));
  assert.throws(() => formatInteger(-1), RangeError);
  assert.throws(() => formatInteger(1e15), RangeError);
});

test('UP-1: what is formatted is parsed back', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), (value) => parseInteger(formatInteger(value)) === value));
});

test('UP-1: limits: unknown keys are ignored, known keys of another type spoil the field', () => {
  assert.deepEqual(parseLimit('max-size=10, max-age=5;p=1, x="a,b", y=(1 2);q, z'), {
    maxSize: 10,
    minSize: null,
    maxAppendSize: null,
    minAppendSize: null,
    maxAge: 5,
  });
  assert.equal(parseLimit('max-size="10"'), null);
  assert.equal(parseLimit('max-age=1.5'), null);
  assert.equal(parseLimit('max-size=10,'), null);
  assert.equal(parseLimit('max-size=10 max-age=5'), null);
  assert.equal(parseLimit(null), null);
  assert.equal(parseLimit(formatLimit(3_600_500))?.maxAge, 3600);
});

test('UP-1: the last of two members with one key counts', () => {
  assert.deepEqual(
    [...(parseDictionary('a=1, b=2, a=3') ?? [])],
    [
      ['a', '3'],
      ['b', '2'],
    ],
  );
});

test('UP-2: a representation digest is read and written as RFC 9530 has it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
      const hash = createHash('sha256').update(bytes).digest();
      assert.equal(formatDigest(hash.toString('hex')), `sha-256=:${hash.toString('base64')}:`);
      assert.equal(parseDigest(`md5=:AAAA:, sha-256=:${hash.toString('base64')}:`), hash.toString('hex'));
    }),
  );
  for (const other of ['sha-256=:AAAA:', 'sha-256="x"', 'sha-512=:AAAA:', 'sha-256=:*:', '', null])
    assert.equal(parseDigest(other), null, String(other));
});
