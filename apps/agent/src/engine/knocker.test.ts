import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Connection } from '../server/connection.ts';
import type { Knocked } from '../server/knock.ts';
import { Knocker } from './knocker.ts';

/** Knocks that are answered, or not, when the test says. */
function door(answered: () => void = () => undefined) {
  const open: PromiseWithResolvers<Knocked>[] = [];
  const heard: string[] = [];
  const connection = {
    knock: (_patience: number, signal: AbortSignal) => {
      const knock = Promise.withResolvers<Knocked>();
      open.push(knock);
      signal.addEventListener('abort', () => knock.reject(new Error('stopped')));
      return knock.promise;
    },
  } as unknown as Connection;
  const knocker = new Knocker(connection, {
    answered: () => {
      answered();
      heard.push('answered');
    },
    failed: (error) => heard.push(String(error)),
    broke: (error) => heard.push(`broke: ${String(error)}`),
  });
  return { open, heard, knocker };
}
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const ANSWER: Knocked = { handshake: 1, answer: 2, date: null, inHand: null };

test('NW-11: somebody knocks when nothing moves though something should, and not while anything does', async () => {
  const { open, knocker } = door();
  knocker.tick(true, 10, 1000);
  knocker.tick(true, 20, 9000);
  knocker.tick(true, 20, 9500);
  assert.equal(open.length, 0);
  knocker.tick(false, 20, 20_000);
  assert.equal(open.length, 0, 'nobody waits for anything');
  knocker.tick(true, 20, 22_000);
  assert.equal(open.length, 1);
  knocker.tick(true, 20, 23_000);
  assert.equal(open.length, 1, 'one at a time');
  open[0]?.resolve(ANSWER);
  await breathe();
  knocker.stop();
});

test('NW-11: that an older knock was not answered says nothing after a later one was', async () => {
  const { open, heard, knocker } = door();
  knocker.knock();
  knocker.knock();
  open[1]?.resolve(ANSWER);
  await breathe();
  assert.deepEqual(heard, ['answered']);
  await assert.rejects(open[0]?.promise ?? Promise.resolve(), /stopped/, 'nobody waits for the older one any more');
  await new Promise((resolve) => setTimeout(resolve, 1));
  knocker.knock();
  open[2]?.reject(new Error('refused'));
  await breathe();
  assert.deepEqual(heard, ['answered', 'Error: refused']);
  knocker.stop();
});

test('NW-14: what cannot be noted when somebody answers is told to the engine, and ends nothing', async () => {
  const { open, heard, knocker } = door(() => {
    throw new Error('database or disk is full');
  });
  knocker.knock();
  open[0]?.resolve(ANSWER);
  await breathe();
  assert.deepEqual(heard, ['broke: Error: database or disk is full']);
  knocker.stop();
});
