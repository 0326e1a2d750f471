import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AS_USUAL, policyOf } from '@rollcall/core';
import { headlineWords, type Headline } from './status-words.ts';

const NONE = { onDevice: 0, inSync: 0, moving: 0, waiting: 0, held: 0, failing: 0, needsYou: 0, excluded: 0 };
const policy = policyOf(AS_USUAL);
const words = (counts: Partial<Headline['counts']>, more: Partial<Headline> = {}): string =>
  headlineWords({ counts: { ...NONE, ...counts }, upToDate: false, away: false, policy, ...more });

test('WY-33: the first line of a status says what is safe, what is not yet, and whether all of the library is here, in the grammar of its numbers; of a folder that is away as it was last seen', () => {
  assert.equal(words({}), 'No photo or video is here.');
  assert.equal(words({ inSync: 1 }), '1 file here is safe.');
  assert.equal(words({ inSync: 2 }), 'All 2 files here are safe.');
  assert.equal(words({ needsYou: 1 }), '0 here are safe; 1 is not yet.');
  assert.equal(words({ inSync: 1, needsYou: 2000 }), '1 here is safe; 2,000 are not yet.');
  assert.equal(words({ inSync: 2 }, { upToDate: true }), 'All 2 files here are safe, and this device shows all of the library.');
  const sends = { upToDate: true, policy: { ...policy, direction: 'backup-only' as const } };
  assert.equal(words({ inSync: 1 }, sends), '1 file here is safe; this device only sends: what others add does not come here.');
  const leaves = { upToDate: true, policy: { ...policy, leaveOut: { names: ['*.mov'], kinds: [] } } };
  assert.match(words({ inSync: 2 }, leaves), /, and this device shows all of the library but what its rules leave out\.$/);
  assert.equal(words({ needsYou: 3, alsoSafe: 2 }, { away: true }), 'As last seen: 2 here are safe; 1 is not yet.');
  assert.equal(words({ needsYou: 3, alsoSafe: 3 }, { away: true }), 'As last seen: all 3 files here are safe.');
});
