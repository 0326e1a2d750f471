import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { largePhoto, photo } from '../support/photos.ts';
import { until } from '../support/program.ts';
import { signInByPassword } from '../support/session.ts';
import { EMAIL, hashOf, World } from '../support/world.ts';
import { cannotTrace, find, FOLDER, GONE, NAME, readCalls, SEND, SYNC, TABLE, traced, type Call } from './trace.ts';

const PROGRAM = fileURLToPath(new URL('../../bin/rollcall', import.meta.url));
const skip = await cannotTrace();

/** Runs the program under strace, and gives what it asked of the system once it has ended. */
function run(
  world: World,
  name: string,
  args: readonly string[],
): { readonly child: ChildProcess; readonly stop: () => void; readonly end: () => Promise<Call[]> } {
  const file = join(world.root, `${name}.trace`);
  const [program, ...tracer] = traced(file);
  const child = spawn(program, [...tracer, PROGRAM, ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
    // A group of its own, so that a signal reaches the program: the tracer itself does not listen.
    detached: true,
    env: { ...process.env, ROLLCALL_KEY_STORE: 'off' },
  });
  const ended = once(child, 'close');
  return {
    child,
    stop: () => void process.kill(-(child.pid as number), 'SIGTERM'),
    end: async () => {
      await ended;
      return readCalls(file);
    },
  };
}

/** The first of some calls that began when another was over. */
function next(earlier: Call | undefined, calls: readonly Call[], what: string): Call {
  assert.ok(earlier);
  return calls.find(({ began }) => began > earlier.ended) ?? assert.fail(`no ${what} after: ${earlier.name}(${earlier.text.slice(0, 200)}`);
}

describe('what is on disk before it is told', { skip }, () => {
  const world = new World();
  const bytes: Record<'whole' | 'pieces' | 'other', Buffer> = { whole: Buffer.of(), pieces: Buffer.of(), other: Buffer.of() };
  /** What still has to be stopped, whatever happens. */
  const stops: (() => void)[] = [];
  let served: Call[] = [];
  let sent: Call[] = [];
  let fetched: Call[] = [];
  let removed: Call[] = [];
  let evicted: Call[] = [];
  /** Of each that gives way: its hash before, and that of what takes its place. */
  const gaveWay = new Map<string, { readonly original: string; readonly small: string }>();
  let uploads: string[] = [];

  before(async () => {
    for (const name of ['whole', 'pieces', 'other'] as const) bytes[name] = await photo();
    const server = run(world, 'server', ['serve', '--data', world.data, '--port', '0']);
    stops.push(server.stop);
    let out = '';
    server.child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text));
    const [, url = ''] = await until(() => /(http:\/\/127\.0\.0\.1:\d+)/.exec(out), 'the server', 60_000);
    world.url = url;
    assert.equal((await world.account()).code, 0);
    const session = await signInByPassword(url);
    const asks = [bytes.whole, bytes.pieces].map((each) => ({ hash: hashOf(each), size: each.length, mime: 'image/jpeg' }));
    const { answers } = await session.ok('askUploads', { body: { asks } });
    uploads = answers.map((answer) => (answer.answer === 'send' ? answer.uploadId : assert.fail(answer.answer)));
    const half = Math.floor(bytes.pieces.length / 2);
    assert.equal((await session.send('PUT', `/api/v1/uploads/${uploads[0]}/whole`, bytes.whole)).status, 201);
    const append = (offset: number, end: number): Promise<Response> =>
      session.send('PATCH', `/api/v1/uploads/${uploads[1]}`, bytes.pieces.subarray(offset, end), {
        'content-type': 'application/partial-upload',
        'upload-offset': String(offset),
        'upload-complete': end === bytes.pieces.length ? '?1' : '?0',
      });
    assert.equal((await append(0, half)).status, 204);
    assert.equal((await append(half, bytes.pieces.length)).status, 201);

    const [a, b] = [await world.device('Laptop', EMAIL), await world.device('Desktop', EMAIL)];
    a.put('other.jpg', bytes.other);
    const syncOnce = (name: string, home: string): Promise<Call[]> => run(world, name, ['sync', '--once', '--home', home]).end();
    sent = await syncOnce('laptop', a.home);
    mkdirSync(b.folder, { recursive: true });
    fetched = await syncOnce('desktop', b.home);
    assert.equal(hashOf(readFileSync(b.path('2024/05/other.jpg'))), hashOf(bytes.other));
    rmSync(a.path('other.jpg'));
    await a.sync();
    removed = await syncOnce('desktop-again', b.home);
    assert.deepEqual([...b.files().keys()], []);
    a.put('Sea.jpg', await largePhoto({ width: 700 }));
    a.put(
      'Sky.png',
      await sharp(await largePhoto({ width: 500 }))
        .png()
        .toBuffer(),
    );
    await a.sync();
    const originals = a.files();
    const names = [...originals.keys()].map((name) => a.path(name));
    assert.equal((await a.run('settings', 'set', 'storage', 'optimise')).code, 0);
    evicted = await run(world, 'laptop-evicts', ['evict', ...names, '--home', a.home]).end();
    const small = a.files();
    assert.deepEqual([...small.keys()].sort(), ['Sea.jpg', 'Sky.png.jpg']);
    gaveWay.set('Sea.jpg', { original: originals.get('Sea.jpg') ?? '', small: small.get('Sea.jpg') ?? '' });
    gaveWay.set('Sky.png', { original: originals.get('Sky.png') ?? '', small: small.get('Sky.png.jpg') ?? '' });
    stops.pop()?.();
    served = await server.end();
  });
  after(async () => {
    for (const stop of stops) stop();
    await world.end();
  });

  for (const [at, kind] of (['whole', 'pieces'] as const).entries())
    test(`DU-1: an upload is answered after its bytes, their name, the folder and the ledger are on disk, in this order (${kind})`, () => {
      const [hash, upload = ''] = [hashOf(bytes[kind]), uploads[at]];
      const named = find(served, NAME, `incoming/${upload}`, `/${hash}"`)[0];
      assert.ok(named, 'the bytes get their name');
      const written = find(served, SEND, `incoming/${upload}>`).at(-1);
      const synced = next(written, find(served, SYNC, `incoming/${upload}>`), 'sync of the bytes');
      assert.ok(synced.ended < named.began, 'the bytes are synced before they get their name');
      const folder = next(named, find(served, SYNC, `blobs/${hash.slice(0, 2)}/${hash.slice(2, 4)}>`), 'sync of the folder');
      const row = next(folder, find(served, TABLE, 'rollcall.sqlite-wal>', hash), 'row that tells of the bytes');
      const ledger = next(row, find(served, SYNC, 'rollcall.sqlite-wal>'), 'sync of the database');
      const digest = Buffer.from(hash, 'hex').toString('base64');
      const answer = find(served, SEND, 'HTTP/1.1 201', digest)[0];
      assert.ok(answer && ledger.ended < answer.began, 'the answer comes last');
      // Another photo's folder may begin with the same two digits.
      const way = [`blobs/${hash.slice(0, 2)}"`, `blobs/${hash.slice(0, 2)}/${hash.slice(2, 4)}"`];
      const made = find(served, FOLDER, `blobs/${hash.slice(0, 2)}`).filter(({ text }) => way.some((each) => text.includes(each)));
      assert.ok(made.length > 0, 'its folders are made');
      for (const each of made) {
        const parent = /"(.*)\/[^/"]+"/.exec(each.text)?.[1] ?? '';
        const parentSynced = next(each, find(served, SYNC, `${parent}>`), `sync of ${parent}`);
        assert.ok(parentSynced.ended < answer.began, 'new folders are synced in theirs');
      }
    });

  test('DU-2: a change is answered after it is on disk', () => {
    const hash = hashOf(bytes.other);
    const row = find(served, TABLE, 'rollcall.sqlite-wal>', 'asset.create').at(0);
    const synced = next(row, find(served, SYNC, 'rollcall.sqlite-wal>'), 'sync of the database');
    const answer = find(served, SEND, 'HTTP/1.1 200', /acknowledged\\":|"acknowledged/, /applied/)[0];
    assert.ok(answer, `the answer to the change that adds ${hash}`);
    assert.ok(synced.ended < answer.began);
  });

  test('DU-3: a device’s change is on its disk before the cloud can have heard of it', () => {
    const request = find(sent, SEND, 'POST /api/v1/library/mutations')[0];
    assert.ok(request);
    const row = find(sent, TABLE, 'device.sqlite-wal>', 'asset.create').find(({ began }) => began < request.began);
    const synced = next(row, find(sent, SYNC, 'device.sqlite-wal>'), 'sync of the device’s database');
    assert.ok(synced.ended < request.began);
  });

  test('DU-4: a fetched photo is on disk before it gets its name, and the name before the row that tells of it', () => {
    const part = `.rollcall/incoming/${hashOf(bytes.other)}`;
    const named = find(fetched, NAME, part, '2024/05/other.jpg')[0];
    assert.ok(named);
    const written = find(fetched, SEND, `${part}>`).at(-1);
    const synced = next(written, find(fetched, SYNC, `${part}>`), 'sync of the bytes');
    assert.ok(synced.ended < named.began);
    const folder = next(named, find(fetched, SYNC, 'Desktop/2024/05>'), 'sync of the folder');
    const rows = find(fetched, TABLE, 'device.sqlite-wal>', '2024/05/other.jpg');
    assert.ok(
      rows.some(({ ended }) => ended < named.began),
      'where it goes is noted before',
    );
    next(folder, rows, 'row that tells of it');
    assert.deepEqual(
      rows.filter(({ began, ended }) => ended > named.began && began < folder.ended).map(({ text }) => text.slice(0, 100)),
      [],
    );
    for (const made of find(fetched, FOLDER, 'Desktop/2024')) {
      const parent = /"(.*)\/[^/"]+"/.exec(made.text)?.[1] ?? '';
      assert.ok(next(made, find(fetched, SYNC, `${parent}>`), `sync of ${parent}`).ended < named.began, 'new folders are synced in theirs');
    }
  });

  test('DU-5: a photo that was deleted elsewhere is off the disk before its row goes, and that it goes is noted before', () => {
    const gone = find(removed, GONE, '2024/05/other.jpg')[0];
    assert.ok(gone);
    const noted = find(removed, SYNC, 'device.sqlite-wal>').filter(({ ended }) => ended < gone.began);
    assert.ok(noted.length > 0, 'that it goes is on disk before');
    const folder = next(gone, find(removed, SYNC, 'Desktop/2024/05>'), 'sync of the folder');
    // Where it was is noted with it; a row of something else may be written at any time.
    const row = next(gone, find(removed, TABLE, 'device.sqlite-wal>', '2024/05/other.jpg'), 'row');
    assert.ok(folder.ended < row.began, 'the folder is on disk before its row is written');
  });

  /** The compressed version of what gives way, moved to its place: by then it is on disk, and so is the note of the original. */
  const inItsPlace = (name: string, place: string): Call => {
    const { original, small } = gaveWay.get(name) ?? assert.fail(name);
    const part = `.rollcall/incoming/${original}`;
    const named = find(evicted, NAME, part, `/${place}"`)[0] ?? assert.fail(`nothing is moved to ${place}`);
    const written = find(evicted, SEND, part).at(-1);
    const synced = next(written, find(evicted, SYNC, part), 'sync of the compressed version');
    assert.ok(synced.ended < named.began, 'the compressed version is on disk before it has its place');
    const noted = find(evicted, TABLE, 'device.sqlite-wal>', original, small).find(({ ended }) => ended < named.began);
    const onDisk = next(noted, find(evicted, SYNC, 'device.sqlite-wal>'), 'sync of the device’s database');
    assert.ok(onDisk.ended < named.began, 'that the original gives way is on disk before');
    return named;
  };

  test('DU-6: of an original that gives way the compressed version is on disk, and so is the note that it goes, before it takes its place', () => {
    const named = inItsPlace('Sea.jpg', 'Sea.jpg');
    const folder = next(named, find(evicted, SYNC, 'Laptop>'), 'sync of the folder');
    const row = find(evicted, TABLE, 'device.sqlite-wal>', 'Sea.jpg').at(-1);
    assert.ok(row && folder.ended < row.began, 'the folder is on disk before the row that tells of it');
  });

  test('DU-7: where the compressed version has another name, it and the row that tells of it are on disk before the original is removed', () => {
    const named = inItsPlace('Sky.png', 'Sky.png.jpg');
    const gone = find(evicted, GONE, '/Sky.png"')[0] ?? assert.fail('the original stays');
    const folder = next(named, find(evicted, SYNC, 'Laptop>'), 'sync of the folder');
    const row = next(folder, find(evicted, TABLE, 'device.sqlite-wal>', 'Sky.png.jpg'), 'row');
    const synced = next(row, find(evicted, SYNC, 'device.sqlite-wal>'), 'sync of the device’s database');
    assert.ok(synced.ended < gone.began, 'what tells of the compressed version is on disk before the original goes');
    next(gone, find(evicted, SYNC, 'Laptop>'), 'sync of the folder, without the original');
  });
});
