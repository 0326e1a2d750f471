import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rgbaToThumbHash } from 'thumbhash';
import { averageColour } from './placeholder.ts';

/** The hash of a picture that is all of one colour. */
function hashOf(colour: readonly number[]): string {
  const pixels = Uint8Array.from({ length: 16 * 12 * 4 }, (_, at) => [...colour, 255][at % 4]!);
  return Buffer.from(rgbaToThumbHash(16, 12, pixels)).toString('base64');
}

test('PF-2: the colour of a picture, on average, is read from its placeholder without drawing that', () => {
  for (const colour of [
    [200, 40, 40],
    [20, 90, 160],
    [250, 250, 245],
  ] as const) {
    const read =
      /^rgb\((\d+) (\d+) (\d+)\)$/
        .exec(averageColour(hashOf(colour)) ?? '')
        ?.slice(1)
        .map(Number) ?? [];
    assert.equal(read.length, 3);
    for (const [at, part] of colour.entries()) assert.ok(Math.abs(read[at]! - part) <= 8, `${read.join(' ')} for ${colour.join(' ')}`);
  }
});

test('PF-2: what is no placeholder has no colour', () => {
  for (const hash of ['', 'AA==', 'no base64 at all!', '####']) assert.equal(averageColour(hash), null);
});
