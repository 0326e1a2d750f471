import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { ask } from '../api/call.ts';
import { failureOf } from './failure.ts';

const { fetch } = globalThis;
afterEach(() => {
  globalThis.fetch = fetch;
});

test('UP-66: only a server that does not answer is waited for without end: a fault of the page itself fails as one', async () => {
  globalThis.fetch = async () => {
    throw new TypeError('Failed to fetch');
  };
  const silence = await ask('server', {}).then(
    () => null,
    (error: unknown) => error,
  );
  assert.equal(failureOf(silence).passes, true);
  globalThis.fetch = async () => new Response('{}', { status: 503 });
  const foreign = await ask('server', {}).then(
    () => null,
    (error: unknown) => error,
  );
  assert.equal(failureOf(foreign).passes, false);
  const own = failureOf(new TypeError('Cannot read properties of undefined'));
  assert.deepEqual([own.passes, own.final], [false, false]);
});
