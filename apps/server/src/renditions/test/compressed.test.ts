import { readStandIn } from '@rollcall/media';
import { drawNoise, drawPhoto, measure } from '@rollcall/media/drawing';
import { BYTES } from '@rollcall/protocol';
import { parseDigest } from '@rollcall/transfer';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { test } from 'node:test';
import { openAhead } from '../ahead.ts';
import { openAttempts } from '../attempts.ts';
import { renditionFile, viewFile } from '../files.ts';
import { openLane } from '../lane.ts';
import type { JobEnd } from '../job.ts';
import { openViewRows } from '../view-rows.ts';
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

const MEDIA = resolve(import.meta.dirname, '../../../../../../shared/media');
const noMedia = !existsSync(join(MEDIA, 'MANIFEST.tsv')) && 'no test media';

/** With a box behind it that holds nothing (ISO/IEC 14496-12, 8.1.2), so that a compressed version saves something. */
function larger(heic: Buffer): Buffer {
  const free = Buffer.alloc(heic.length * 4);
  free.writeUInt32BE(free.length);
  free.write('free', 4, 'latin1');
  return Buffer.concat([heic, free]);
}

test(
  'CV-16: where a device keeps no originals, the compressed version of a HEIC photo is made when the photo comes, of the same decoding; where none does, and of what costs little, when it is asked for',
  { skip: noMedia },
  async () => {
    const server = testServer();
    try {
      server.optimised.add(LIBRARY);
      const heic = larger(readFileSync(join(MEDIA, 'live/odd/IMG_7002.HEIC')));
      const add = (libraryId: string, n: number, name: string, bytes: Uint8Array): string => {
        const version = server.add(libraryId, assetIdOf(n), name, bytes);
        server.work.wake(libraryId);
        return version;
      };
      const [ahead, other] = [add(LIBRARY, 1, 'a.HEIC', heic), add(LIBRARY, 2, 'a.png', await drawNoise(300, 200))];
      const elsewhere = add(OTHER_LIBRARY, 3, 'a.HEIC', heic);
      await server.work.settled();
      const made = (version: string, what: 'compressed' | 'preview'): boolean =>
        existsSync(what === 'preview' ? renditionFile(server.dataDir, version, what) : viewFile(server.dataDir, version, what));
      for (const version of [ahead, other, elsewhere]) assert.ok(made(version, 'preview'));
      assert.deepEqual(
        [ahead, other, elsewhere].map((version) => made(version, 'compressed')),
        [true, false, false],
      );
      const atOnce = (await get(server, assetIdOf(1), ahead)).rawPayload;
      assert.deepEqual(await standInOf(atOnce), {
        intact: true,
        assetId: assetIdOf(1),
        of: createHash('sha256').update(heic).digest('hex'),
        kind: 'photo',
        fileName: 'a.HEIC',
        width: 600,
        height: 800,
      });
      await server.views.drop(ahead, 'compressed');
      assert.ok((await waited(server, assetIdOf(1), ahead)).rawPayload.equals(atOnce), 'the bytes that it has, made when asked for');
      const [its, plain] = await Promise.all(
        [ahead, elsewhere].map((version) => measure(readFileSync(renditionFile(server.dataDir, version, 'preview')))),
      );
      assert.deepEqual(its, plain);
    } finally {
      await server.close();
    }
  },
);

test('CV-18: what was made unasked takes room as other views do, and goes with its photo, also where the server ended before it was noted', async () => {
  const server = testServer();
  const views = openViews(server.context, () => false, 250);
  try {
    const rows = openViewRows(server.context.database, server.context.write);
    const ids = [1, 2, 3].map((n) => String(n).repeat(32));
    const files = ids.map((id) => viewFile(server.dataDir, id, 'compressed'));
    for (const [at, file] of files.entries()) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, Buffer.alloc(100));
      await views.made(ids[at]!, 'compressed');
      await rows.use(ids[at]!, 'compressed', at);
    }
    assert.deepEqual(files.map(existsSync), [false, true, true]);
    assert.deepEqual(
      ids.map((id) => rows.find(id, 'compressed')?.state),
      [undefined, 'ready', 'ready'],
    );
    writeFileSync(files[0]!, 'noted nowhere');
    for (const id of ids) await views.forget(id);
    assert.deepEqual(files.map(existsSync), [false, false, false]);
    await views.made(ids[1]!, 'compressed');
    assert.equal(rows.find(ids[1]!, 'compressed'), null, 'it was purged meanwhile');
  } finally {
    await views.close();
    await server.close();
  }
});

test(
  'EV-44: when a device begins to keep no originals, compressed versions of HEIC photos that came before are made before it asks',
  { skip: noMedia },
  async () => {
    const server = testServer();
    try {
      const heic = larger(readFileSync(join(MEDIA, 'live/odd/IMG_7002.HEIC')));
      const versions = [
        server.add(LIBRARY, assetIdOf(1), 'a.HEIC', heic),
        server.add(LIBRARY, assetIdOf(2), 'b.png', await drawNoise(300, 200)),
      ];
      server.work.wake(LIBRARY);
      await server.work.settled();
      const made = () => versions.map((version) => existsSync(viewFile(server.dataDir, version, 'compressed')));
      assert.deepEqual(made(), [false, false]);
      server.optimised.add(LIBRARY);
      server.work.ahead.wake();
      await server.work.settled();
      assert.deepEqual(made(), [true, false]);
      assert.equal(server.work.ahead.left(LIBRARY), 0);
      assert.equal((await get(server, assetIdOf(1), versions[0]!)).statusCode, 200, 'there at once');
    } finally {
      await server.close();
    }
  },
);

test('EV-44: what is made ahead is the oldest first and favourites last; how many are left is told; it ends with the setting, and where there is no more room', async () => {
  const server = testServer();
  try {
    const attempts = openAttempts(server.context.database, server.context.write);
    const ready = {
      state: 'ready',
      placeholder: 'x',
      measures: { likeness: null, sharpness: 1 },
      moves: false,
      screenshot: false,
    } as unknown as Parameters<typeof attempts.finish>[1];
    const names = new Map<string, string>();
    // More than are looked through at a time, and in another order than they came.
    for (const n of [...Array.from({ length: 70 }, (_, at) => 70 - at), 71]) {
      const name = n === 71 ? 'other.png' : `${n}.HEIC`;
      const resourceId = server.add(LIBRARY, assetIdOf(n), name, Buffer.from(name));
      names.set(resourceId, name);
      const subject = { libraryId: LIBRARY, assetId: assetIdOf(n), resourceId };
      await attempts.start(subject, 0);
      await attempts.finish(subject, ready, 0, 'told');
    }
    server.shelf(LIBRARY).assets.get(assetIdOf(1))!.favourite = true;
    server.shelf(LIBRARY).assets.get(assetIdOf(2))!.state = 'trashed';
    const made: string[] = [];
    let room = true;
    const ahead = openAhead({ libraries: server.context.libraries, optimising: () => [...server.optimised] }, attempts, {
      ahead: async (_, { resource, kind }) => {
        if (room) made.push(`${names.get(resource.id)} ${kind}`);
        return room;
      },
    });
    const work = async (until: () => boolean): Promise<void> => {
      while (!until() && (await ahead.next(idle)));
    };
    assert.equal(await ahead.next(idle), false, 'no device of any library keeps no originals');
    server.optimised.add(LIBRARY);
    await work(() => made.length > 0);
    assert.equal(ahead.left(LIBRARY), 68);
    server.optimised.clear();
    assert.equal(await ahead.next(idle), false);
    assert.deepEqual([made, ahead.left(LIBRARY)], [['3.HEIC compressed'], 0]);
    server.optimised.add(LIBRARY);
    made.length = 0;
    await work(() => false);
    assert.deepEqual(
      made,
      [...Array.from({ length: 68 }, (_, at) => at + 3), 1].map((n) => `${n}.HEIC compressed`),
    );
    ahead.again();
    made.length = 0;
    room = false;
    await work(() => false);
    assert.deepEqual([made, ahead.left(LIBRARY)], [[], 0]);
  } finally {
    await server.close();
  }
});

test('EV-44: ahead of all asking only so much is made as leaves room for what somebody asks for; what is being made is waited for, and not made twice', async () => {
  const server = testServer();
  const jobs: ((end: JobEnd) => void)[] = [];
  const worker: Worker = { run: () => new Promise((resolve) => void jobs.push(resolve)), stop: () => undefined };
  const views = openViews(
    server.context,
    () => false,
    1000,
    () => idle,
  );
  try {
    const wantedOf = (n: number) => {
      const id = server.add(LIBRARY, assetIdOf(n), `${n}.HEIC`, Buffer.from([n]));
      const resource = server.shelf(LIBRARY).assets.get(assetIdOf(n))!.resources[0]!;
      mkdirSync(dirname(viewFile(server.dataDir, id, 'compressed')), { recursive: true });
      return { resource, kind: 'compressed', name: `${n}.HEIC` } as const;
    };
    const [one, two] = [wantedOf(1), wantedOf(2)];
    const making = views.ahead(worker, one);
    while (jobs.length === 0) await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(await views.ask(one.resource, 'compressed', one.name), { state: 'being-made' });
    let left = false;
    const waiting = views.left(one.resource.id, 'compressed').then(() => (left = true));
    writeFileSync(viewFile(server.dataDir, one.resource.id, 'compressed'), Buffer.alloc(800));
    assert.equal(left, false);
    jobs[0]!({ end: 'answered', answer: { state: 'view-ready' } } as unknown as JobEnd);
    assert.equal(await making, true);
    await waiting;
    assert.equal((await views.ask(one.resource, 'compressed', one.name)).state, 'ready');
    assert.equal(await views.ahead(worker, two), false, '800 of 1,000 bytes are taken');
    assert.equal(await views.ahead(worker, one), true, 'it is there');
    assert.equal(jobs.length, 1);
  } finally {
    await views.close();
    await server.close();
  }
});
