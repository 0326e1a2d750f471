import { drawPhoto, measure } from '@rollcall/media/drawing';
import assert from 'node:assert/strict';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { openAttempts } from '../attempts.ts';
import { renditionFile } from '../files.ts';
import { sweep } from '../sweep.ts';
import { assetIdOf, LIBRARY, OTHER_LIBRARY, testServer, type TestServer } from './server.ts';

const photo = (red: number, width = 1800, height = 1200): Promise<Uint8Array> => drawPhoto(width, height, [red, 90, 40]);
const url = (assetId: string, size: string, version?: string): string =>
  `/api/v1/assets/${assetId}/renditions/${size}${version === undefined ? '' : `?v=${version}`}`;
const asLibrary = (libraryId: string): { headers: Record<string, string> } => ({ headers: { 'x-library': libraryId } });

test('PI-1: a new photo gets a thumbnail of 512 px, a preview of 1440 px and a placeholder, served with an ETag', async () => {
  const server = testServer();
  try {
    const id = assetIdOf(1);
    const resource = server.add(LIBRARY, id, 'IMG_20230607_134555.jpg', await photo(200));
    assert.equal((await server.app.inject({ url: url(id, 'thumbnail'), ...asLibrary(LIBRARY) })).json().error.code, 'not-ready');
    server.work.wake(LIBRARY);
    await server.work.settled();

    const rendition = server.shelf(LIBRARY).renditions.get(id)!;
    assert.equal(rendition.state, 'ready');
    assert.equal(rendition.of, resource);
    assert.ok(Buffer.from(rendition.placeholder!, 'base64').length > 4);
    const noted = openAttempts(server.context.database, server.context.write).find({
      libraryId: LIBRARY,
      assetId: id,
      resourceId: resource,
    });
    assert.match(noted?.likeness ?? '', /^[0-9a-f]{16}$/);
    const thumbnail = await server.app.inject({ url: url(id, 'thumbnail', resource), ...asLibrary(LIBRARY) });
    const preview = await server.app.inject({ url: url(id, 'preview'), ...asLibrary(LIBRARY) });
    assert.equal(thumbnail.headers['content-type'], 'image/webp');
    assert.equal(thumbnail.headers['cache-control'], 'private, max-age=31536000, immutable');
    assert.equal(preview.headers['content-type'], 'image/jpeg');
    assert.equal(preview.headers['cache-control'], 'private, no-cache');
    assert.equal(preview.headers['x-content-type-options'], 'nosniff');
    const [small, large] = [await measure(thumbnail.rawPayload), await measure(preview.rawPayload)];
    assert.deepEqual([small.width, small.height, large.width, large.height], [512, 341, 1440, 960]);
    const again = await server.app.inject({
      url: url(id, 'thumbnail', resource),
      headers: { 'x-library': LIBRARY, 'if-none-match': String(thumbnail.headers['etag']) },
    });
    assert.equal(again.statusCode, 304);
  } finally {
    await server.close();
  }
});

test('PI-2: what the sender could not say is told to the library: date, size, and nothing of it is lost', async () => {
  const server = testServer();
  try {
    server.add(LIBRARY, assetIdOf(1), 'IMG_20230607_134555.jpg', await photo(10, 300, 200));
    server.work.wake(LIBRARY);
    await server.work.settled();
    const { fields } = server.shelf(LIBRARY).assets.get(assetIdOf(1))!;
    assert.equal(fields?.capturedAt, '2023-06-07T13:45:55');
    assert.equal(fields?.capturedSource, 'file-name');
    assert.deepEqual([fields?.width, fields?.height], [300, 200]);
  } finally {
    await server.close();
  }
});

test('PI-3, OB-5: what no picture can be made of says so in words, is not tried again, and is counted by how it ended', async () => {
  const server = testServer();
  try {
    server.add(LIBRARY, assetIdOf(1), 'damaged.jpg', Buffer.from('not a photo at all'));
    server.add(LIBRARY, assetIdOf(2), 'empty.jpg', Buffer.alloc(0));
    server.add(
      LIBRARY,
      assetIdOf(3),
      'drawing.svg',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><image href="/etc/passwd"/></svg>'),
    );
    server.work.wake(LIBRARY);
    await server.work.settled();
    for (const n of [1, 2, 3]) {
      const rendition = server.shelf(LIBRARY).renditions.get(assetIdOf(n))!;
      assert.equal(rendition.state, 'unavailable');
      assert.match(rendition.words!, /No picture can be made of/);
    }
    const tried = server.logged.length;
    server.shelf(LIBRARY).renditions.clear();
    server.work.wake(LIBRARY);
    await server.work.settled();
    assert.equal(server.shelf(LIBRARY).renditions.size, 3, 'the library is told again');
    assert.equal(server.logged.length, tried, 'and no worker opened them again');
    const families = server.context.figures.families();
    const samplesOf = (wanted: string) => families.find(({ name }) => name === wanted)?.samples ?? [];
    assert.deepEqual(samplesOf('rollcall_media_total'), [{ labels: { kind: 'pictures', end: 'unavailable' }, value: 3 }]);
    const timed = samplesOf('rollcall_media_seconds').filter(({ suffix }) => suffix === '_count');
    assert.deepEqual(timed, [{ suffix: '_count', labels: { kind: 'pictures' }, value: 3 }]);
  } finally {
    await server.close();
  }
});

test('PI-6: an edit gets its own picture, and going back to the original finds the first one again', async () => {
  const server = testServer();
  try {
    const id = assetIdOf(1);
    const original = server.add(LIBRARY, id, 'a.jpg', await photo(250));
    server.work.wake(LIBRARY);
    await server.work.settled();
    const edited = server.add(LIBRARY, id, 'a.jpg', await photo(5), 'edited');
    server.work.wake(LIBRARY);
    await server.work.settled();
    assert.equal(server.shelf(LIBRARY).renditions.get(id)!.of, edited);
    const red = async (version: string): Promise<number> =>
      (await measure((await server.app.inject({ url: url(id, 'thumbnail', version), ...asLibrary(LIBRARY) })).rawPayload)).mean[0]!;
    assert.ok((await red(original)) > 200 && (await red(edited)) < 50);
    server.shelf(LIBRARY).assets.get(id)!.shown = original;
    server.work.wake(LIBRARY);
    await server.work.settled();
    assert.equal(server.shelf(LIBRARY).renditions.get(id)!.of, original);
  } finally {
    await server.close();
  }
});

test('PI-7: pictures are made after a restart, and lost files are made again', async () => {
  const first = testServer();
  const id = assetIdOf(1);
  const resource = first.add(LIBRARY, id, 'a.jpg', await photo(120));
  await first.stop();
  const second = testServer(first);
  await second.work.settled();
  assert.equal(second.shelf(LIBRARY).renditions.get(id)?.state, 'ready');
  await second.stop();

  const folder = join(first.dataDir, 'renditions');
  assert.ok(existsSync(folder));
  await rm(folder, { recursive: true });
  first.shelf(LIBRARY).renditions.clear();
  const third = testServer(first);
  try {
    await third.work.settled();
    assert.equal((await third.app.inject({ url: url(id, 'thumbnail', resource), ...asLibrary(LIBRARY) })).statusCode, 200);
  } finally {
    await third.close();
  }
});

test('PI-8: a file over which the server itself ended three times is not tried again, and a plain stop does not count', async () => {
  const first = testServer();
  const id = assetIdOf(1);
  await first.work.settled();
  const resource = first.add(LIBRARY, id, 'a.jpg', await photo(120));
  first.context.database
    .prepare("INSERT INTO rendition_attempts (library, asset, resource, state, attempts, at) VALUES (?, ?, ?, 'started', 3, 0)")
    .run(LIBRARY, id, resource);
  await first.stop();
  const second = testServer(first);
  try {
    await second.work.settled();
    assert.equal(second.shelf(LIBRARY).renditions.get(id)?.state, 'unavailable');
    const calm = second.add(LIBRARY, assetIdOf(2), 'b.jpg', await photo(90));
    second.work.wake(LIBRARY);
    while (counted(second, calm) === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
    await second.work.close();
    assert.ok(counted(second, calm)!.attempts === 0 || counted(second, calm)!.state === 'ready');
  } finally {
    await second.close();
  }
});

test('PI-9: no picture of another library is shown, and none to nobody', async () => {
  const server = testServer();
  try {
    const [mine, theirs] = [assetIdOf(1), assetIdOf(2)];
    const resource = server.add(LIBRARY, mine, 'a.jpg', await photo(120));
    server.add(OTHER_LIBRARY, theirs, 'b.jpg', await photo(20));
    server.work.wake(LIBRARY);
    await server.work.settled();
    const code = async (path: string, libraryId?: string): Promise<number> =>
      (await server.app.inject({ url: path, ...(libraryId === undefined ? {} : asLibrary(libraryId)) })).statusCode;
    assert.equal(await code(url(mine, 'thumbnail', resource), LIBRARY), 200);
    assert.equal(await code(url(mine, 'thumbnail', resource)), 401);
    assert.equal(await code(url(mine, 'thumbnail', resource), OTHER_LIBRARY), 404);
    assert.equal(await code(url(theirs, 'thumbnail', resource), OTHER_LIBRARY), 404);
    assert.equal(await code(url(mine, 'huge', resource), LIBRARY), 404);
    assert.equal(await code(url(mine, 'thumbnail', '../../secret'), LIBRARY), 404);
    server.shelf(LIBRARY).assets.get(mine)!.state = 'purged';
    assert.equal(await code(url(mine, 'thumbnail', resource), LIBRARY), 404);
  } finally {
    await server.close();
  }
});

const counted = (server: TestServer, resource: string): { attempts: number; state: string } | undefined =>
  server.context.database
    .prepare<[string], { attempts: number; state: string }>('SELECT attempts, state FROM rendition_attempts WHERE resource = ?')
    .get(resource);

test('PI-11: when the disk takes no picture, it is made later, and the photo is not blamed', async () => {
  const server = testServer();
  try {
    const id = assetIdOf(1);
    writeFileSync(join(server.dataDir, 'renditions'), 'a file where the folder belongs');
    const resource = server.add(LIBRARY, id, 'a.jpg', await photo(120));
    server.work.wake(LIBRARY);
    while (!server.logged.some((line) => line.startsWith('pictures cannot be made now')))
      await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(server.shelf(LIBRARY).renditions.size, 0);
    assert.deepEqual(counted(server, resource), { attempts: 0, state: 'started' });
    await rm(join(server.dataDir, 'renditions'));
    await server.work.settled();
    assert.equal(server.shelf(LIBRARY).renditions.get(id)?.state, 'ready');
  } finally {
    await server.close();
  }
});

test('PI-11: bytes that are missing from the disk block nobody else', async () => {
  const server = testServer();
  try {
    const gone = server.add(LIBRARY, assetIdOf(1), 'gone.jpg', await photo(120));
    const { hash } = server
      .shelf(LIBRARY)
      .assets.get(assetIdOf(1))!
      .resources.find((each) => each.id === gone)!;
    await rm(join(server.dataDir, hash));
    server.add(LIBRARY, assetIdOf(2), 'there.jpg', await photo(121));
    server.work.wake(LIBRARY);
    await server.work.settled();
    assert.deepEqual([...server.shelf(LIBRARY).renditions.keys()], [assetIdOf(2)]);
  } finally {
    await server.close();
  }
});

test('PI-14: damaged bytes say nothing of the photo: its picture is made when they are whole again', async () => {
  const server = testServer();
  try {
    const bytes = await photo(120);
    const resource = server.add(LIBRARY, assetIdOf(1), 'a.jpg', bytes);
    const { hash } = server.shelf(LIBRARY).assets.get(assetIdOf(1))!.resources[0]!;
    writeFileSync(join(server.dataDir, hash), Buffer.from('what a disk made of it'));
    server.work.wake(LIBRARY);
    await server.work.settled();
    assert.equal(server.shelf(LIBRARY).renditions.size, 0);
    assert.equal(counted(server, resource)?.attempts, 0);
    writeFileSync(join(server.dataDir, hash), bytes);
    server.work.again();
    await server.work.settled();
    assert.equal(server.shelf(LIBRARY).renditions.get(assetIdOf(1))?.state, 'ready');
  } finally {
    await server.close();
  }
});

test('PI-12: the pictures of what was purged are deleted, and no others', async () => {
  const server = testServer();
  try {
    const [purged, kept] = [
      server.add(LIBRARY, assetIdOf(1), 'a.jpg', await photo(120)),
      server.add(LIBRARY, assetIdOf(2), 'b.jpg', await photo(121)),
    ];
    server.work.wake(LIBRARY);
    await server.work.settled();
    server.shelf(LIBRARY).assets.get(assetIdOf(1))!.state = 'purged';
    const attempts = openAttempts(server.context.database, server.context.write);
    const swept = { attempts, views: server.views };
    assert.equal(await sweep(server.context, swept, new AbortController().signal), 1);
    assert.deepEqual(
      [purged, kept].map((each) => existsSync(renditionFile(server.dataDir, each, 'thumbnail'))),
      [false, true],
    );
    assert.equal(counted(server, purged), undefined);
    assert.equal(await sweep(server.context, swept, new AbortController().signal), 0);
  } finally {
    await server.close();
  }
});

test('PI-13: while traffic is heavy pictures are made one after the other, with rests, and all of them when it is over', async () => {
  const server = testServer();
  try {
    const ids = [1, 2, 3, 4].map(assetIdOf);
    for (const [at, id] of ids.entries()) server.add(LIBRARY, id, `${at}.jpg`, await photo(20 * at, 300, 200));
    const made = (): number => ids.filter((id) => server.shelf(LIBRARY).renditions.has(id)).length;
    server.heavy = true;
    server.work.wake(LIBRARY);
    // The second lane made one, too, before it saw that it has to wait.
    while (made() < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(made(), 2);
    server.heavy = false;
    await server.work.settled();
    assert.equal(made(), 4);
  } finally {
    await server.close();
  }
});

test('SX-16: what lies beside photos is read by a worker, each once; what tells nothing is not read again, and what is not there waits', async () => {
  const server = testServer();
  try {
    const photo = server.add(LIBRARY, assetIdOf(1), 'IMG_1.jpg', await drawPhoto(300, 200, [10, 90, 40]));
    const beside = (n: number, name: string, bytes: Uint8Array | null): string => {
      const id = server.add(LIBRARY, assetIdOf(n), name, bytes ?? new Uint8Array([n]), 'sidecar');
      const of = server
        .shelf(LIBRARY)
        .assets.get(assetIdOf(n))!
        .resources.find((each) => each.id === id)!;
      if (bytes === null) rmSync(join(server.dataDir, of.hash));
      server.shelf(LIBRARY).unread.push({ assetId: assetIdOf(n), fileName: 'IMG_1.jpg', of });
      return id;
    };
    const text = (words: string): Uint8Array => new TextEncoder().encode(words);
    const told = beside(
      2,
      'IMG_1.jpg.json',
      text('{"title": "IMG_1.jpg", "description": "Sea", "photoTakenTime": {"timestamp": "1714998370"}}'),
    );
    const nothing = beside(3, 'IMG_1.xmp', text('<rdf:RDF'));
    server.work.wake(LIBRARY);
    await server.work.settled();
    assert.equal(server.shelf(LIBRARY).renditions.get(assetIdOf(1))?.of, photo);
    const { taken, unread } = server.shelf(LIBRARY);
    const fields = { caption: 'Sea', capturedAt: '2024-05-06T12:26:10Z', capturedSource: 'xmp' };
    assert.deepEqual(Object.fromEntries(taken), {
      [told]: { fields, knowsZone: false, adjusted: null },
      [nothing]: { fields: {}, knowsZone: false, adjusted: null },
    });
    assert.deepEqual(unread, []);
    assert.equal(taken.length, 2);
  } finally {
    await server.close();
  }
});
