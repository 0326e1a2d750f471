import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIMITS } from '@rollcall/protocol';
import { commit, sums } from './ledger.ts';
import { appOf, someBytes, type TestApp } from './testing/app.ts';
import { ask, send } from './testing/http.ts';
import { sha256 } from './testing/transport.ts';

const photo = someBytes(1000);
const hash = sha256(photo);
const question = [{ hash, size: photo.length }];

async function sendIt(app: TestApp, as: string): Promise<void> {
  const [answer] = await ask(app, question, as);
  const done = await send(app, {
    method: 'PUT',
    path: `${answer!.path}/whole`,
    headers: { 'content-length': photo.length },
    body: photo,
    as,
  });
  assert.equal(done.status, 201);
}

test('UP-30: the same question gives the same upload, with its offset', async (t) => {
  const app = await appOf(t);
  const [first] = await ask(app, question);
  await send(app, {
    method: 'PATCH',
    path: first!.path,
    headers: { 'content-type': 'application/partial-upload', 'upload-offset': 0, 'upload-complete': '?0', 'content-length': 10 },
    body: photo.subarray(0, 10),
  });
  const [second] = await ask(app, question);
  assert.deepEqual(second, { answer: 'send', uploadId: first!.uploadId, path: first!.path, offset: 10 });
  assert.deepEqual(sums(app.context.database, 'lib'), { used: 0, reserved: 1000 });
});

test('UP-31: a device that sent all bytes is told that they are here; another device of the library must send them until they are committed', async (t) => {
  const app = await appOf(t);
  await sendIt(app, 'lib/one');
  assert.equal((await ask(app, question, 'lib/one'))[0]?.answer, 'have');
  assert.equal((await ask(app, question, 'lib/two'))[0]?.answer, 'send');
  commit(app.context.database, 'lib', hash);
  assert.equal((await ask(app, question, 'lib/two'))[0]?.answer, 'have');
});

test('UP-31: what another library holds has no say in any answer, and the bytes count for each', async (t) => {
  const app = await appOf(t);
  await sendIt(app, 'theirs/dev');
  commit(app.context.database, 'theirs', hash);
  const [mine] = await ask(app, question, 'mine/dev');
  const [unknown] = await ask(app, [{ hash: 'f'.repeat(64), size: 1000 }], 'mine/dev');
  assert.deepEqual({ ...mine, uploadId: '', path: '' }, { ...unknown, uploadId: '', path: '' });
  const none = await send(app, {
    method: 'PATCH',
    path: mine!.path,
    headers: { 'content-type': 'application/partial-upload', 'upload-offset': 0, 'upload-complete': '?1', 'content-length': 0 },
    as: 'mine/dev',
  });
  assert.equal(none.status, 400, 'nothing is complete without its bytes');
  await sendIt(app, 'mine/dev');
  assert.deepEqual(sums(app.context.database, 'mine'), { used: 0, reserved: 2000 });
  const blobs: string[] = [];
  for await (const blob of app.context.blobs.list()) blobs.push(blob.hash);
  assert.deepEqual(blobs, [hash], 'stored once');
});

test('UP-32: over the quota says what is needed and what is free, and holds nothing; questions are answered in order', async (t) => {
  const app = await appOf(t, { quota: 2500 });
  const answers = await ask(app, [
    { hash: 'a'.repeat(64), size: 2000 },
    { hash: 'b'.repeat(64), size: 600 },
    { hash: 'c'.repeat(64), size: 500 },
  ]);
  assert.deepEqual(
    answers.map(({ answer }) => answer),
    ['send', 'over-quota', 'send'],
  );
  assert.deepEqual([answers[1]?.needed, answers[1]?.free], [600, 500]);
  assert.deepEqual(sums(app.context.database, 'lib'), { used: 0, reserved: 2500 });
});

test('UP-32: many devices that ask at once never get more than the quota', async (t) => {
  const app = await appOf(t, { quota: 10_000 });
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      ask(
        app,
        [
          { hash: sha256(Buffer.from(`${n}`)), size: 900 },
          { hash: null, size: 300 },
        ],
        `lib/d${n}`,
      ),
    ),
  );
  const sending = answers.flat().reduce((sum, { answer }, at) => sum + (answer === 'send' ? (at % 2 === 0 ? 900 : 300) : 0), 0);
  assert.deepEqual(sums(app.context.database, 'lib'), { used: 0, reserved: sending });
  assert.ok(sending <= 10_000 && sending > 9000, String(sending));
});

test('UP-32: a raised quota, or room that was freed, is there at the next question', async (t) => {
  const app = await appOf(t, { quota: 500 });
  assert.equal((await ask(app, question))[0]?.answer, 'over-quota');
  app.setQuota('lib', 1000);
  assert.equal((await ask(app, question))[0]?.answer, 'send');
});

test('UP-33: bytes that are damaged or missing on the server are wanted again, and heal', async (t) => {
  const app = await appOf(t);
  await sendIt(app, 'lib/dev');
  commit(app.context.database, 'lib', hash);
  assert.equal((await ask(app, question))[0]?.answer, 'have');
  await app.context.blobs.quarantine(hash);
  assert.equal((await ask(app, question))[0]?.answer, 'send');
  await sendIt(app, 'lib/dev');
  assert.equal((await ask(app, question))[0]?.answer, 'have');
  assert.deepEqual(sums(app.context.database, 'lib'), { used: 1000, reserved: 0 });
});

test('UP-34: a file beyond the limit is refused as a question that cannot be', async (t) => {
  const app = await appOf(t);
  await assert.rejects(ask(app, [{ hash, size: LIMITS.fileSize + 1 }]), /400/);
  await assert.rejects(ask(app, [{ hash: 'x', size: 1 }]), /400/);
  await assert.rejects(ask(app, []), /400/);
});

test('UP-23: bytes that were told to be here stay for another day', async (t) => {
  const app = await appOf(t);
  await sendIt(app, 'lib/dev');
  app.advance(LIMITS.uploadIdle - 1000);
  assert.equal((await ask(app, question))[0]?.answer, 'have');
  app.advance(LIMITS.uploadIdle - 1000);
  await app.uploads.sweep();
  assert.equal((await ask(app, question))[0]?.answer, 'have');
  app.advance(LIMITS.uploadIdle + 1000);
  await app.uploads.sweep();
  assert.equal((await ask(app, question))[0]?.answer, 'send');
});
