import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forgetPassword, keepPassword } from '../api/password.ts';
import { isClosedAt, mayBeShown } from './hidden.ts';
import { applyChanges, emptyReplica } from './replica.ts';
import { asset, feed, idOf } from './testing.ts';

test('AB-10: a hidden photo may be seen by who gave the password a short while ago, and by nobody else', () => {
  const replica = emptyReplica();
  applyChanges(replica, feed([asset(1), asset(2, { hidden: true }), asset(3, { state: 'trashed', trashedAt: 1, hidden: true })]));
  const seen = (): boolean[] => [1, 2, 3, 4].map((number) => mayBeShown(replica, idOf(number)));
  const closed = (): boolean[] => [1, 2, 3, 4].map((number) => isClosedAt(replica, idOf(number)));
  assert.deepEqual(seen(), [true, false, false, false]);
  assert.deepEqual(closed(), [false, true, true, false]);
  keepPassword('correct horse battery');
  assert.deepEqual(seen(), [true, true, false, false]);
  assert.deepEqual(closed(), [false, false, false, false]);
  forgetPassword();
  assert.deepEqual(seen(), [true, false, false, false]);
});
