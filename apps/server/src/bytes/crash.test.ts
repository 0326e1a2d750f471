import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, truncate, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { uploadResource } from '@rollcall/transfer';
import { ask, send } from './testing/http.ts';
import { temporaryFolder } from './testing/app.ts';
import { bytesSource, madeSource, nodeTransport, sha256, shortPace } from './testing/transport.ts';

// Real processes, killed with SIGKILL.

interface Served {
  readonly port: number;
  readonly child: ChildProcess;
  /** The next line that it prints. */
  line(): Promise<string>;
  kill(): Promise<void>;
}

async function serve(test: { after(work: () => Promise<void>): void }, dataDir: string, ...more: string[]): Promise<Served> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.resolve('./testing/server-process.ts')), dataDir, ...more], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const line = async (): Promise<string> => (await lines.next()).value as string;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const kill = (): Promise<void> => {
    child.kill('SIGKILL');
    return gone;
  };
  test.after(kill);
  return { port: Number(await line()), child, line, kill };
}

async function hashOfFile(path: string): Promise<string> {
  const digest = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) digest.update(chunk as Buffer);
  return digest.digest('hex');
}
const blobPath = (dataDir: string, hash: string): string => join(dataDir, 'blobs', hash.slice(0, 2), hash.slice(2, 4), hash);

test('UP-40: a server killed in mid-upload and started again costs what was in flight: under 2 % of 600 MB is sent twice', async (t) => {
  const dataDir = await temporaryFolder(t);
  let server = await serve(t, dataDir);
  const source = madeSource(600_000_000);
  const [ticket] = await ask(server, [{ hash: source.hash, size: source.size }]);
  let restarted: Promise<void> | null = null;
  const result = await uploadResource({
    transport: nodeTransport(() => server.port, 'lib/dev'),
    ticket: ticket!,
    source,
    hash: source.hash,
    pace: { random: () => 0.5, wait: (ms, signal) => (restarted && ms < 5000 ? restarted : shortPace.wait(ms, signal)) },
    onProgress: ({ offset }) => {
      if (offset < source.size * 0.4 || restarted) return;
      restarted = server.kill().then(async () => {
        server = await serve(t, dataDir);
      });
    },
  });
  assert.ok(result.ok, JSON.stringify(result));
  assert.ok(restarted, 'the server was killed');
  assert.equal(await hashOfFile(blobPath(dataDir, source.hash)), source.hash);
  const again = (source.handed() - source.size) / source.size;
  t.diagnostic(`sent twice: ${(again * 100).toFixed(2)} % of 600 MB`);
  assert.ok(again < 0.02, `${again}`);
});

test('UP-41: killed after the blob has its name and before the ledger knows, the bytes are not sent again', async (t) => {
  const dataDir = await temporaryFolder(t);
  const photo = Buffer.alloc(3_000_000, 'photo');
  const first = await serve(t, dataDir, 'pause');
  const [ticket] = await ask(first, [{ hash: sha256(photo), size: photo.length }]);
  const sending = uploadResource({
    transport: nodeTransport(() => first.port, 'lib/dev'),
    ticket: ticket!,
    source: bytesSource(photo),
    hash: sha256(photo),
    pace: shortPace,
    tries: 1,
  });
  assert.equal(await first.line(), 'kept');
  await first.kill();
  assert.equal((await sending).ok, false);
  const second = await serve(t, dataDir);
  const head = await send(second, { method: 'HEAD', path: ticket!.path });
  assert.deepEqual([head.headers['upload-offset'], head.headers['upload-complete']], [String(photo.length), '?0']);
  const [same] = await ask(second, [{ hash: sha256(photo), size: photo.length }]);
  assert.deepEqual(same, { ...ticket, offset: photo.length });
  const result = await uploadResource({
    transport: nodeTransport(() => second.port, 'lib/dev'),
    ticket: same,
    source: bytesSource(photo),
    hash: sha256(photo),
    pace: shortPace,
  });
  assert.deepEqual(result, { ok: true, hash: sha256(photo), size: photo.length, sent: 0 });
});

test('UP-42: an upload that was answered finished is there after the server is killed at that moment', async (t) => {
  const dataDir = await temporaryFolder(t);
  const first = await serve(t, dataDir);
  const photos = Array.from({ length: 20 }, (_, n) => Buffer.alloc(200_000, `photo ${n}`));
  const tickets = await ask(
    first,
    photos.map((photo) => ({ hash: sha256(photo), size: photo.length })),
  );
  const finished: string[] = [];
  const transport = nodeTransport(() => first.port, 'lib/dev');
  await Promise.all(
    photos.map(async (photo, n) => {
      const result = await uploadResource({
        transport,
        ticket: tickets[n]!,
        source: bytesSource(photo),
        hash: sha256(photo),
        pace: shortPace,
        tries: 1,
      });
      if (!result.ok) return;
      finished.push(result.hash);
      if (finished.length === 7) await first.kill();
    }),
  );
  assert.ok(finished.length >= 7);
  const second = await serve(t, dataDir);
  const answers = await ask(
    second,
    finished.map((hash) => ({ hash, size: 200_000 })),
  );
  assert.deepEqual(
    answers.map(({ answer }) => answer),
    finished.map(() => 'have'),
  );
  for (const hash of finished) assert.equal(await hashOfFile(blobPath(dataDir, hash)), hash);
});

test('UP-43: a tail that was lost with the power is caught by the hash, and the upload begins again', async (t) => {
  const dataDir = await temporaryFolder(t);
  const source = madeSource(20_000_000);
  let server = await serve(t, dataDir);
  const [ticket] = await ask(server, [{ hash: source.hash, size: source.size }]);
  const torn = Buffer.alloc(9_000_000, 'not what was sent');
  await send(server, {
    method: 'PATCH',
    path: ticket!.path,
    headers: { 'content-type': 'application/partial-upload', 'upload-offset': 0, 'upload-complete': '?0', 'content-length': torn.length },
    body: torn,
  });
  await server.kill();
  await truncate(join(dataDir, 'incoming', ticket!.uploadId), 8_000_000);
  server = await serve(t, dataDir);
  const [same] = await ask(server, [{ hash: source.hash, size: source.size }]);
  assert.equal(same?.offset, 8_000_000);
  const result = await uploadResource({
    transport: nodeTransport(() => server.port, 'lib/dev'),
    ticket: same,
    source,
    hash: source.hash,
    pace: shortPace,
  });
  assert.equal(result.ok, true);
  assert.equal(await hashOfFile(blobPath(dataDir, source.hash)), source.hash);
});

test('UP-44: bytes that no ticket knows are removed at the start', async (t) => {
  const dataDir = await temporaryFolder(t);
  const first = await serve(t, dataDir);
  const [ticket] = await ask(first, [{ hash: 'a'.repeat(64), size: 10 }]);
  await first.kill();
  await writeFile(join(dataDir, 'incoming', 'f'.repeat(32)), 'left behind');
  await writeFile(join(dataDir, 'incoming', ticket!.uploadId), 'abc');
  const second = await serve(t, dataDir);
  assert.deepEqual(await readdir(join(dataDir, 'incoming')), [ticket!.uploadId]);
  assert.equal((await send(second, { method: 'HEAD', path: ticket!.path })).headers['upload-offset'], '3');
});
