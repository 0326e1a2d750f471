import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Pace } from './ports.ts';
import { gated, sendWindow } from './window.ts';

const MB = 1024 * 1024;
const never: Pace = { random: () => 0, wait: () => new Promise(() => undefined) };

/** Whether a promise is resolved once everything that can run has run. */
async function isDone(promise: Promise<void>): Promise<boolean> {
  let done = false;
  void promise.then(() => {
    done = true;
  });
  await new Promise((resolve) => void setImmediate(resolve));
  return done;
}

test('UP-19: bytes are held back while too many are under way, and go on when the server tells that it holds them', async () => {
  const window = sendWindow(100 * MB, never);
  window.informed(0);
  assert.equal(await isDone(window.pass(2 * MB)), true);
  const next = window.pass(2 * MB + 1);
  assert.equal(await isDone(next), false);
  window.informed(1);
  assert.equal(await isDone(next), true);
});

test('UP-19: more may be under way of a large file, so that far links are kept busy', async () => {
  const window = sendWindow(2560 * MB, never);
  window.informed(0);
  assert.equal(await isDone(window.pass(10 * MB)), true);
  assert.equal(await isDone(window.pass(10 * MB + 1)), false);
});

test('UP-19: where nothing is told, nothing is held back', async () => {
  assert.equal(await isDone(sendWindow(100 * MB, never).pass(100 * MB)), true);
});

test('UP-19: when what is told stops coming, nothing is held back for ever', async () => {
  const waits: (() => void)[] = [];
  const window = sendWindow(100 * MB, { random: () => 0, wait: () => new Promise((resolve) => void waits.push(resolve)) });
  window.informed(0);
  const next = window.pass(50 * MB);
  assert.equal(await isDone(next), false);
  window.informed(MB);
  waits.shift()!();
  assert.equal(await isDone(next), false, 'the server has told something meanwhile');
  waits.shift()!();
  assert.equal(await isDone(next), true);
});

test('UP-19: when the request is over nobody waits, and its watch ends', async () => {
  let stopped = false;
  const window = sendWindow(100 * MB, {
    random: () => 0,
    wait: (_ms, signal) =>
      new Promise((resolve) =>
        signal?.addEventListener('abort', () => {
          stopped = true;
          resolve();
        }),
      ),
  });
  window.informed(0);
  const next = window.pass(50 * MB);
  window.close();
  assert.equal(await isDone(next), true);
  assert.equal(stopped, true);
});

test('UP-19: gated chunks are the same chunks', async () => {
  const positions: number[] = [];
  const chunks = (async function* () {
    yield Buffer.from('ab');
    yield Buffer.from('c');
  })();
  const through: Uint8Array[] = [];
  for await (const chunk of gated(chunks, 10, { pass: async (position) => void positions.push(position) })) through.push(chunk);
  assert.equal(Buffer.concat(through).toString(), 'abc');
  assert.deepEqual(positions, [12, 13]);
});
