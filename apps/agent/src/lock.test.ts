import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { takeDevice, takeTurn } from './lock.ts';

const root = mkdtempSync(join(tmpdir(), 'rollcall-lock-'));
after(() => rmSync(root, { recursive: true, force: true }));
let homes = 0;
const newHome = (): string => join(root, String((homes += 1)));

test('LK-1: an agent that starts while a command has its turn waits for it, and then runs', async () => {
  const home = newHome();
  const command = await takeTurn(home);
  assert.ok(command);
  let started = false;
  const agent = takeDevice(home).then((lock) => {
    started = true;
    return lock;
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.equal(started, false);
  command.release();
  const lock = await agent;
  assert.ok(lock);
  lock.release();
});

test('LK-2: one agent at a time; commands leave looking and carrying to the one that runs', async () => {
  const home = newHome();
  const agent = await takeDevice(home);
  assert.ok(agent);
  assert.equal(await takeDevice(home), null);
  assert.equal(await takeTurn(home), null);
  agent.release();
  const command = await takeTurn(home);
  assert.ok(command);
  command.release();
});

test('LK-3: commands that run at once have their turns one after the other, and none takes another for an agent', async () => {
  const home = newHome();
  let inside = 0;
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      const turn = await takeTurn(home);
      assert.ok(turn);
      inside += 1;
      assert.equal(inside, 1);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside -= 1;
      turn.release();
    }),
  );
});

test('LK-1: whoever looks whether an agent runs does not keep one from starting', async () => {
  const home = newHome();
  const looking = new AbortController();
  const looks = (async () => {
    while (!looking.signal.aborted) {
      (await takeTurn(home))?.release();
      await new Promise((resolve) => setImmediate(resolve));
    }
  })();
  for (let times = 0; times < 20; times++) {
    const agent = await takeDevice(home);
    assert.ok(agent);
    await new Promise((resolve) => setTimeout(resolve, 2));
    agent.release();
  }
  looking.abort();
  await looks;
});
