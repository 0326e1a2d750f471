import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAddress, writeAddress } from './address.ts';

test('SR-10: words in an address are words, also where they look like numbers or anything else, and come back as they were', () => {
  assert.deepEqual(readAddress('?q=2024&by=true'), { q: '2024', by: 'true' });
  assert.deepEqual(readAddress(''), {});
  for (const q of ['2024', 'july 2024', '"sea & sand"', 'null', '{}', 'Zürich+1', 'a=b', '%41'])
    assert.deepEqual(readAddress(writeAddress({ q, photo: undefined })), { q });
  assert.equal(writeAddress({ photo: undefined }), '');
});
