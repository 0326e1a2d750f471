import { readStandIn } from '@rollcall/media';
import { drawNoise, drawPhoto, measure } from '@rollcall/media/drawing';
import { BYTES } from '@rollcall/protocol';
import { parseDigest } from '@rollcall/transfer';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { viewFile } from '../files.ts';
import { openLane } from '../lane.ts';
import type { JobEnd } from '../job.ts';
import { openViews } from '../views.ts';
import { openWorker, WORKER_LIMITS, type Worker } from '../workers.ts';
import { assetIdOf, LIBRARY, OTHER_LIBRARY, testServer, type TestServer } from './server.ts';

const PATIENT = { prefer: 'respond-async, wait=20' };

async function get(server: TestServer, assetId: string, version: string, headers: Record<string, string> = {}) {
  const url = `${BYTES.view(assetId, 'compressed')}?v=${version}`;
  return server.app.inject({ url, headers: { 'x-library': LIBRARY, ...headers } });
}

/** Waits for it by asking, however slow the machine is. */
async function waited(server: TestServer, assetId: string, version: string, headers: Record<string, string> = {}) {
  for (;;) {
    const answer = await get(server, assetId, version, { ...PATIENT, ...headers });
    if (answer.statusCode !== 404 || answer.json().error.details.never === true) return answer;
  }
}

const standInOf = (bytes: Buffer) =>
  readStandIn({ size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length) });

test('CV-10: a device asks once and waits for a compressed version; it comes with a digest of its bytes, whole or in ranges, and says inside what it stands for', async () => {
  const server = testServer();
  try {
    const id = assetIdOf(1);
    const original = await drawNoise(2100, 300);
    const version = server.add(LIBRARY, id, 'IMG_1.PNG', original);
    const whole = await waited(server, id, version);
    assert.deepEqual(
      [whole.statusCode, whole.headers['content-type'], whole.headers['preference-applied']],
      [200, 'image/jpeg', 'wait=20'],
    );
    const { width, height } = await measure(whole.rawPayload);
    assert.deepEqual([width, height], [2048, 293]);
    const of = createHash('sha256').update(original).digest('hex');
    const mark = { assetId: id, of, kind: 'photo', fileName: 'IMG_1.PNG', width: 2100, height: 300 };
    assert.deepEqual(await standInOf(whole.rawPayload), { intact: true, ...mark });
    const digest = createHash('sha256').update(whole.rawPayload).digest('hex');
    assert.equal(parseDigest(whole.headers['repr-digest']?.toString()), digest);
    const part = await get(server, id, version, { range: 'bytes=2-5' });
    assert.deepEqual([part.statusCode, part.headers['content-range']], [206, `bytes 2-5/${whole.rawPayload.length}`]);
    assert.deepEqual(part.rawPayload, whole.rawPayload.subarray(2, 6));
    assert.equal(parseDigest(part.headers['repr-digest']?.toString()), digest, 'of all of them');
    assert.equal((await get(server, id, version, { 'if-none-match': String(whole.headers['etag']) })).statusCode, 304);
    const url = `${BYTES.view(id, 'compressed')}?v=${version}`;
    const elsewhere = await server.app.inject({ url, headers: { 'x-library': OTHER_LIBRARY, ...PATIENT } });
    assert.deepEqual([elsewhere.statusCode, elsewhere.json().error.code], [404, 'not-found']);
    assert.equal((await server.app.inject({ url, headers: PATIENT })).statusCode, 401);
  } finally {
    await server.close();
  }
});

test('CV-10: who does not ask to wait is answered at once; where none is made that is told, and it is not tried again', async () => {
  const server = testServer();
  try {
    const version = server.add(LIBRARY, assetIdOf(1), 'plain.jpg', await drawPhoto(60, 40, [1, 2, 3]));
    const first = await get(server, assetIdOf(1), version);
    assert.deepEqual(
      [first.json().error.code, first.json().error.details, first.headers['preference-applied']],
      ['not-ready', {}, undefined],
    );
    const never = await waited(server, assetIdOf(1), version);
    assert.deepEqual(never.json().error.details, { never: true });
    assert.match(never.json().error.words, /hardly smaller/);
    const tried = server.logged.length;
    await waited(server, assetIdOf(1), version);
    assert.equal(server.logged.length, tried);
  } finally {
    await server.close();
  }
});

test('CV-11: a compressed version that the disk changed is not given to a device, but made anew', async () => {
  const server = testServer();
  try {
    const version = server.add(LIBRARY, assetIdOf(1), 'a.png', await drawNoise(300, 200));
    const made = (await waited(server, assetIdOf(1), version)).rawPayload;
    const file = viewFile(server.dataDir, version, 'compressed');
    const rotten = readFileSync(file);
    rotten[rotten.length - 100]! ^= 4;
    writeFileSync(file, rotten);
    const answer = await get(server, assetIdOf(1), version);
    assert.deepEqual([answer.statusCode, answer.json().error.details, existsSync(file)], [404, {}, false]);
    assert.deepEqual((await waited(server, assetIdOf(1), version)).rawPayload, made);
  } finally {
    await server.close();
  }
});

test('CV-11: the server ends while devices wait: they are answered', async () => {
  const server = testServer();
  try {
    const versions = await Promise.all(
      [1, 2, 3, 4, 5, 6].map(async (n) => server.add(LIBRARY, assetIdOf(n), `${n}.png`, await drawNoise(300 + n, 200))),
    );
    const asked = versions.map((version, n) => get(server, assetIdOf(n + 1), version, PATIENT));
    const [first] = await Promise.all([asked[0], server.work.close()]);
    for (const answer of [first, ...(await Promise.all(asked))]) assert.ok([200, 404].includes(answer!.statusCode));
  } finally {
    await server.close();
  }
});

/** Holds each piece of work until it is let go. */
function heldWork() {
  const held = new Map<string, () => void>();
  const began: string[] = [];
  return {
    began,
    work: (_: Worker, wanted: string) => {
      began.push(wanted);
      return new Promise<void>((resolve) => void held.set(wanted, resolve));
    },
    async end(wanted: string) {
      held.get(wanted)!();
      for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    },
  };
}
const idle: Worker = { run: async (): Promise<JobEnd> => ({ end: 'stopped' }), stop: () => undefined };

test('CV-12: as many are made at a time as there are workers, in the order in which they were asked for; what somebody looks at, the last first', async () => {
  for (const [lastFirst, order] of [
    [false, ['a', 'b', 'c', 'd', 'e']],
    [true, ['a', 'b', 'e', 'd', 'c']],
  ] as const) {
    const { work, began, end } = heldWork();
    const lane = openLane<string>({
      workers: [idle, idle],
      mostWaiting: 3,
      lastFirst,
      work,
      failed: (error) => assert.fail(String(error)),
    });
    for (const each of ['a', 'b', 'c', 'd', 'e', 'f', 'a']) lane.add(each, each);
    assert.deepEqual(began, ['a', 'b']);
    assert.ok(lane.has('e') && !lane.has('f'), 'no more wait than may');
    const heard: string[] = [];
    void lane.left('c').then(() => heard.push('c'));
    await lane.left('f');
    for (const each of order) {
      await end(each);
      assert.ok(!lane.has(each));
    }
    assert.deepEqual(began, order);
    assert.deepEqual(heard, ['c']);
    await lane.settled();
  }
});

test('CV-12: nobody who looks at a photo waits for what devices have made', async () => {
  const server = testServer();
  const stuck = Promise.withResolvers<JobEnd>();
  const views = openViews(
    server.context,
    () => false,
    undefined,
    (waitedFor) =>
      waitedFor === 'by-a-device'
        ? { run: () => stuck.promise, stop: () => stuck.resolve({ end: 'stopped' }) }
        : openWorker({ ...WORKER_LIMITS, waitedFor }),
  );
  try {
    server.add(LIBRARY, assetIdOf(1), 'a.png', await drawNoise(30, 20));
    const resource = server.shelf(LIBRARY).assets.get(assetIdOf(1))!.resources[0]!;
    assert.equal((await views.ask(resource, 'compressed', 'a.png')).state, 'being-made');
    assert.equal((await views.ask(resource, 'full', 'a.png')).state, 'being-made');
    await views.left(resource.id, 'full');
    assert.equal((await views.ask(resource, 'full', 'a.png')).state, 'ready');
    assert.equal((await views.ask(resource, 'compressed', 'a.png')).state, 'being-made');
  } finally {
    await views.close();
    await server.close();
  }
});

test('CV-12: one that cannot be made holds up none of the others; what waits when the lane is closed is dropped, and told', async () => {
  const { work, began, end } = heldWork();
  const failures: unknown[] = [];
  const lane = openLane<string>({
    workers: [idle],
    mostWaiting: 10,
    lastFirst: false,
    work: (worker, wanted) => (wanted === 'bad' ? Promise.reject(new Error('no')) : work(worker, wanted)),
    failed: (error) => failures.push(error),
  });
  for (const each of ['bad', 'good', 'waits']) lane.add(each, each);
  await lane.left('bad');
  assert.deepEqual([failures.length, began], [1, ['good']]);
  const closed = lane.close();
  await lane.left('waits');
  lane.add('late', 'late');
  assert.ok(!lane.has('late'));
  await end('good');
  await closed;
  assert.deepEqual(began, ['good']);
});
