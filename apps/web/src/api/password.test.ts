import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forgetPassword, keepPassword, keptPassword, KEPT_FOR } from './password.ts';

test('SI-23: the page keeps the password for five minutes after it was right, and no longer', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  assert.equal(keptPassword(), null);
  keepPassword('secret');
  t.mock.timers.tick(KEPT_FOR - 1);
  assert.equal(keptPassword(), 'secret');
  keepPassword('secret');
  t.mock.timers.tick(KEPT_FOR - 1);
  assert.equal(keptPassword(), 'secret', 'five minutes from when it was last right');
  t.mock.timers.tick(1);
  assert.equal(keptPassword(), null);
  assert.equal(KEPT_FOR, 300_000);
  keepPassword('secret');
  forgetPassword();
  assert.equal(keptPassword(), null);
});
