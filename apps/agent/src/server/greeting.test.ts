import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ServerInfo } from '@rollcall/protocol';
import { Greeting, type Disagreement } from './greeting.ts';

const info = (protocol: number, minSupported: number): ServerInfo => ({
  name: 'rollcall',
  version: '7',
  protocol,
  minSupported,
  epoch: 'e',
  setupNeeded: false,
  registrationOpen: false,
  time: 0,
});

test('RD-19: the server’s version is asked for before anything else, again after a minute or a break, and until the two agree', async () => {
  let now = 0;
  let asked = 0;
  let says = info(1, 1);
  const greeting = new Greeting(
    async () => {
      asked += 1;
      return says;
    },
    () => now,
  );
  await Promise.all([greeting.agreed(), greeting.agreed()]);
  assert.equal(asked, 1);
  says = info(0, 0);
  now = 59_999;
  await greeting.agreed();
  assert.equal(asked, 1);
  now = 60_000;
  await assert.rejects(greeting.agreed(), (error: Disagreement) => error.code === 'server-outdated' && /7, protocol 0/.test(error.message));
  says = info(9, 9);
  await assert.rejects(greeting.agreed(), (error: Disagreement) => error.code === 'update-needed' && /protocol 9/.test(error.message));
  says = info(9, 1);
  await greeting.agreed();
  assert.equal(asked, 4);
  greeting.forget();
  await greeting.agreed();
  assert.equal(asked, 5);
});
