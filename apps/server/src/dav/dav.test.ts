import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { LIMITS, type Device } from '@rollcall/protocol';
import { makeAppPassword } from '../accounts/app-passwords.ts';
import { sums } from '../bytes/ledger.ts';
import { DavClient } from '../testing/dav-client.ts';
import { createOf } from '../testing/photos.ts';
import { PASSWORD, Served, uuid, type Client, type TestDevice } from '../testing/served.ts';

let server: Served;
let now = Date.now();

before(async () => {
  server = await Served.start({ clock: { now: () => now } });
  shared = await home();
});
after(() => server.close());

/** Somebody with an app of their own. */
interface Home {
  readonly email: string;
  readonly browser: Client;
  readonly deviceId: string;
  readonly app: DavClient;
  readonly accountId: string;
  readonly libraryId: string;
}
let homes = 0;

/** An account of its own. */
async function home(quota?: number): Promise<Home> {
  const email = `home${(homes += 1)}@x.org`;
  const browser = await server.account(email, quota);
  const { account, library } = await browser.ok('session', {});
  return app({ email, browser, accountId: account.id, libraryId: library.id });
}
/** One more app of an account, made without its password: to check that takes time. */
async function app(of: Omit<Home, 'app' | 'deviceId'>, name = 'PhotoSync'): Promise<Home> {
  const { accounts, database, write } = server.server.context;
  const made = await write(() =>
    makeAppPassword(database, accounts.devices, { account_id: of.accountId, library_id: of.libraryId, name, version: '1' }),
  );
  return { ...of, deviceId: made.deviceId, app: new DavClient(() => server.url, of.email, made.password) };
}
let shared: Home;
/** A new app of an account that several tests have; each sees what its own app brought. */
const oneMore = (): Promise<Home> => app(shared);

/** A picture of so many bytes, which no other has. */
function picture(size = 500): Buffer {
  return Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), randomBytes(size - 20)]);
}
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const reserved = ({ libraryId }: Home): number => sums(server.server.context.database, libraryId).reserved;

async function deviceOf({ browser, deviceId }: Home): Promise<Device> {
  const found = (await browser.ok('devices', {})).devices.find(({ id }) => id === deviceId);
  assert.ok(found);
  return found;
}
async function itemsOf({ browser, deviceId }: Home): Promise<{ path: string; codes: string[]; assetId: string | null }[]> {
  const { items } = await browser.ok('deviceItems', { params: { deviceId }, query: {} });
  return items
    .map(({ path, reasons, assetId }) => ({ path, assetId, codes: reasons.map(({ code }) => code) }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
/** Those that its app has brought. */
async function photosOf({
  browser,
  deviceId,
}: Home): Promise<{ id: string; fileName: string; capturedAt: string; addedBy: string | null; state: string }[]> {
  const { changes } = await browser.ok('changes', { query: {} });
  return changes.flatMap(({ entity }) => (entity.type === 'asset' && entity.addedBy === deviceId ? [entity] : []));
}
const statusOf = async (asked: Promise<{ readonly status: number }>): Promise<number> => (await asked).status;

test('DV-6: an app password is made with the account’s own, told once, kept as a hash, and is a device that only brings photos', async () => {
  const { browser, email } = await oneMore();
  assert.equal(await browser.code('createAppPassword', { body: { name: 'x' } }), 'wrong-password');
  assert.equal(await browser.code('createAppPassword', { body: { name: 'x', password: 'another one' } }), 'wrong-password');
  const made = await browser.ok('createAppPassword', { body: { name: 'PhotoSync on my phone', password: PASSWORD } });
  assert.deepEqual([made.user, made.path], [email, '/dav/']);
  assert.match(made.password, /^([a-z2-9]{4}-){4}[a-z2-9]{4}$/);
  const dump = JSON.stringify(server.server.context.database.prepare('SELECT * FROM devices').all());
  assert.ok(!dump.includes(made.password) && !dump.includes(made.password.replaceAll('-', '')));
  const told = (await browser.ok('devices', {})).devices.find(({ id }) => id === made.deviceId);
  assert.deepEqual([told?.name, told?.kind, told?.app, told?.silent, told?.roll], ['PhotoSync on my phone', 'phone', 'webdav', null, null]);
  // However it is typed.
  const typed = new DavClient(() => server.url, email.toUpperCase(), made.password.replaceAll('-', ' ').toUpperCase());
  assert.equal(await statusOf(typed.ask('OPTIONS', '/dav/')), 204);
  assert.equal(
    await browser.code('giveOrder', { params: { deviceId: made.deviceId }, body: { order: { kind: 'sync-now' } } as never }),
    'bad-request',
  );
});

test('DV-7: only an app password opens the door, over https or from this machine, and guessing is slow', async () => {
  const { browser, email, app } = await oneMore();
  const other = 'another@x.org';
  const device = await server.device(email);
  const ask = (headers: Record<string, string>) =>
    new DavClient(() => server.url, email, null).ask('PROPFIND', '/dav/', { headers: { depth: '0', ...headers } });
  const basic = (user: string, password: string) => ({ authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` });
  const token = (device.client.headers['authorization'] ?? '').slice('Bearer '.length);
  const elsewhere = { 'x-forwarded-for': '203.0.113.20', 'x-forwarded-proto': 'https' };
  for (const headers of [
    {},
    { cookie: browser.headers['cookie'] ?? '' },
    { authorization: device.client.headers['authorization'] ?? '' },
    { ...elsewhere, ...basic(email, token) },
    { ...elsewhere, ...basic(email, PASSWORD) },
  ]) {
    const answer = await ask(headers);
    assert.equal(answer.status, 401);
    assert.match(answer.headers['www-authenticate'] ?? '', /^Basic realm="Rollcall"/);
    assert.match(answer.text, /app password.*own password is not taken here/);
    assert.equal(answer.headers['set-cookie'], undefined);
  }
  const made = await browser.ok('createAppPassword', { body: { name: 'x', password: PASSWORD } });
  assert.equal((await ask({ ...elsewhere, ...basic(other, made.password) })).status, 401, 'another’s e-mail address');
  assert.equal((await ask({ ...elsewhere, ...basic(email, made.password) })).status, 207);
  const plain = await ask({ 'x-forwarded-for': '203.0.113.20', ...basic(email, made.password) });
  assert.deepEqual([plain.status, plain.headers['www-authenticate']], [403, undefined]);
  assert.match(plain.text, /https only/);
  assert.equal((await ask({ ...basic(email, made.password), 'sec-fetch-site': 'cross-site' })).status, 403);
  assert.equal((await ask({ ...basic(email, made.password), origin: 'https://elsewhere.example' })).status, 403);
  const guesser = { 'x-forwarded-for': '203.0.113.21', 'x-forwarded-proto': 'https' };
  const answers = [];
  for (let n = 0; n < 11; n += 1) answers.push((await ask({ ...guesser, ...basic(email, `guess ${n}`) })).status);
  assert.deepEqual([answers.at(-2), answers.at(-1)], [401, 429]);
  assert.equal(await statusOf(app.ask('OPTIONS', '/dav/')), 204, 'whose password is right is let in');
  assert.ok(await server.signIn(email), 'and signing in is not slowed by it');
});

test('DV-8: a file that is put is a photo of the library, brought by that app; the same again is none more, other bytes of that name are', async () => {
  const anna = await oneMore();
  const { app } = anna;
  const first = picture();
  const put = await app.put('/dav/Upload/IMG_1.JPG', first, { 'x-oc-mtime': '1500000000' });
  assert.deepEqual([put.status, put.headers['x-oc-mtime'], put.headers['etag']], [201, 'accepted', `"${hashOf(first).slice(0, 32)}"`]);
  const [photo] = await photosOf(anna);
  assert.deepEqual([photo?.fileName, photo?.addedBy, photo?.capturedAt], ['IMG_1.JPG', anna.deviceId, '2017-07-14T02:40:00.000Z']);
  assert.equal(reserved(anna), 0);
  assert.equal(await statusOf(app.put('/dav/Upload/IMG_1.JPG', first)), 204);
  assert.equal((await photosOf(anna)).length, 1);
  const second = picture();
  assert.equal(await statusOf(app.put('/dav/Upload/IMG_1.JPG', second)), 204);
  assert.equal((await photosOf(anna)).filter(({ state }) => state === 'live').length, 2, 'the old one stays');
  assert.deepEqual((await app.ask('GET', '/dav/Upload/IMG_1.JPG')).bytes, second);
  const chunked = await app.ask('PUT', '/dav/Upload/IMG_2.JPG', { body: picture(300_000), chunked: true });
  assert.equal(chunked.status, 201);
  assert.equal((await app.ask('PUT', '/dav/Upload/IMG_3.JPG', { body: first, chunked: true })).status, 201);
  const asked = await app.ask('PUT', '/dav/Upload/IMG_4.JPG', { body: picture(), headers: { expect: '100-continue' } });
  assert.deepEqual([asked.status, asked.continued], [201, true]);
  assert.equal((await photosOf(anna)).length, 4);
  assert.equal(reserved(anna), 0);
  const { roll, lastSeenAt } = await deviceOf(anna);
  assert.deepEqual([roll?.counts.onDevice, roll?.counts.inSync, roll?.upToDate], [5, 5, true]);
  assert.ok(Math.abs((lastSeenAt ?? 0) - now) < 60_000);
  assert.ok((await itemsOf(anna)).every(({ codes, assetId }) => codes.length === 0 && assetId !== null));
  const { places } = await anna.browser.ok('assetPlaces', { params: { assetId: photo!.id } });
  assert.deepEqual(
    places.map(({ where }) => where),
    ['cloud'],
    'what the app’s phone has now nobody knows',
  );
});

test('DV-8: two who put one name at once lose nothing', async () => {
  const anna = await oneMore();
  const both = [picture(200_000), picture(200_000)];
  const statuses = await Promise.all(both.map((bytes) => statusOf(anna.app.put('/dav/Upload/same.jpg', bytes))));
  assert.ok(statuses.every((status) => status === 201 || status === 204));
  assert.equal((await photosOf(anna)).length, 2);
  assert.deepEqual(await anna.app.list('/dav/Upload/'), ['/dav/Upload/same.jpg']);
});

test('DV-9: what is not taken is refused with its reason, and the app’s roll tells it until it comes after all', async () => {
  const anna = await home(10_000);
  const { app } = anna;
  const full = await app.put('/dav/Upload/large.jpg', picture(20_000));
  assert.deepEqual([full.status, /needs 20 kB, and 10 kB are free/.test(full.text)], [507, true]);
  const streamed = await app.ask('PUT', '/dav/Upload/streamed.jpg', { body: picture(20_000), chunked: true });
  assert.equal(streamed.status, 507);
  const text = await app.put('/dav/Upload/notes.txt', 'no picture');
  assert.deepEqual([text.status, /not a photo or video \(text/.test(text.text)], [415, true]);
  const held = await app.ask('PUT', '/dav/Upload/held.jpg', { body: picture(20_000), headers: { expect: '100-continue' } });
  assert.deepEqual([held.status, held.continued], [507, false], 'no byte of it is sent');
  assert.deepEqual(
    (await itemsOf(anna)).map(({ path, codes }) => [path, ...codes]),
    [
      ['held.jpg', 'quota-full'],
      ['large.jpg', 'quota-full'],
      ['notes.txt', 'not-a-photo'],
      ['streamed.jpg', 'quota-full'],
    ],
  );
  const { counts, reasons } = (await deviceOf(anna)).roll ?? assert.fail('no roll');
  assert.deepEqual([counts.onDevice, counts.needsYou, counts.excluded], [4, 3, 1]);
  assert.deepEqual(reasons.map(({ code, count }) => [code, count]).toSorted(), [
    ['not-a-photo', 1],
    ['quota-full', 3],
  ]);
  const named = await anna.browser.ok('itemsNamed', { query: { name: 'large' } });
  assert.deepEqual(
    named.items.map(({ device, entry }) => [device, entry.reasons[0]?.code]),
    [['PhotoSync', 'quota-full']],
  );
  assert.deepEqual(await app.list('/dav/Upload/'), []);
  assert.equal(reserved(anna), 0);
  const database = server.server.context.database;
  database.prepare('UPDATE libraries SET quota = 1000000 WHERE id = ?').run(anna.libraryId);
  assert.equal(await statusOf(app.put('/dav/Upload/large.jpg', picture(20_000))), 201);
  assert.deepEqual((await itemsOf(anna)).find(({ path }) => path === 'large.jpg')?.codes, []);
  now += 31 * 86_400_000;
  await app.put('/dav/Upload/new.jpg', picture());
  assert.deepEqual(
    (await itemsOf(anna)).flatMap(({ codes }) => codes),
    [],
    'what never came again is forgotten after a month',
  );
});

test('DV-9: what was deleted is not brought back by an app that still has it', async () => {
  const anna = await oneMore();
  const bytes = picture();
  await anna.app.put('/dav/Upload/a.jpg', bytes);
  const [photo] = await photosOf(anna);
  const act = (change: object) => anna.browser.ok('actions', { body: { actions: [{ id: uuid(), change }], password: PASSWORD } as never });
  await act({ name: 'asset.trash', args: { assetId: photo!.id } });
  const trashed = await anna.app.put('/dav/Upload/again.jpg', bytes);
  assert.deepEqual([trashed.status, /was deleted from the library before/.test(trashed.text)], [409, true]);
  const { changes } = await anna.browser.ok('changes', { query: {} });
  const seq = changes.find(({ entity }) => entity.type === 'asset' && entity.id === photo!.id)?.seq;
  await act({ name: 'asset.purge', args: { assetId: photo!.id }, expect: seq });
  assert.equal(await statusOf(anna.app.put('/dav/Upload/again.jpg', bytes)), 409);
  assert.equal(reserved(anna), 0, 'the room of what was refused is free again');
  assert.deepEqual((await itemsOf(anna)).find(({ path }) => path === 'again.jpg')?.codes, ['deleted-before']);
  assert.equal(await statusOf(anna.app.ask('GET', '/dav/Upload/a.jpg')), 404);
});

test('DV-10: of what breaks off nothing stays, and a part of a file is not taken for one', async () => {
  const anna = await oneMore();
  const incoming = (): string[] => readdirSync(join(server.data, 'incoming'), { recursive: true, encoding: 'utf8' });
  const before = incoming();
  const bytes = picture(400_000);
  for (const how of [{}, { chunked: true as const }]) {
    const broken = await anna.app.ask('PUT', '/dav/Upload/broken.jpg', { body: bytes, breakAfter: 300_000, ...how });
    assert.equal(broken.status, 0);
  }
  // The server sees the end of each connection by itself.
  while (incoming().length > before.length || reserved(anna) > 0) await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(await anna.app.list('/dav/Upload/'), []);
  assert.deepEqual(await photosOf(anna), []);
  const part = await anna.app.put('/dav/Upload/part.jpg', bytes, { 'content-range': 'bytes 0-399999/800000' });
  assert.deepEqual([part.status, /from its beginning/.test(part.text)], [400, true]);
  assert.equal(await statusOf(anna.app.put('/dav/Upload/packed.jpg', bytes, { 'content-encoding': 'gzip' })), 415);
  assert.equal(await statusOf(anna.app.put('/dav/Upload/broken.jpg', bytes)), 201, 'and it comes whole the next time');
});

test('DV-11: under a name of what is not done nothing is a photo, and it becomes one when it gets its own', async () => {
  const anna = await oneMore();
  const { app } = anna;
  const bytes = picture();
  assert.equal(await statusOf(app.put('/dav/Upload/IMG_1.JPG.partial', bytes, { 'x-oc-mtime': '1500000000' })), 201);
  assert.equal(await statusOf(app.put('/dav/Upload/._IMG_1.JPG', 'what macOS puts beside it')), 201);
  assert.deepEqual(await photosOf(anna), []);
  assert.deepEqual((await app.ask('GET', '/dav/Upload/IMG_1.JPG.partial')).bytes, bytes);
  assert.equal(await statusOf(app.move('/dav/Upload/IMG_1.JPG.partial', `${server.url}/dav/Upload/IMG_1.JPG`)), 201);
  const [photo] = await photosOf(anna);
  assert.deepEqual([photo?.fileName, photo?.capturedAt], ['IMG_1.JPG', '2017-07-14T02:40:00.000Z']);
  assert.deepEqual(await itemsOf(anna), [{ path: 'IMG_1.JPG', codes: [], assetId: photo?.id }]);
  await app.put('/dav/Upload/text.part', 'no picture');
  assert.equal(await statusOf(app.move('/dav/Upload/text.part', '/dav/Upload/text.jpeg.txt')), 415);
  assert.equal(await statusOf(app.move('/dav/Upload/IMG_1.JPG', '/dav/Upload/text.part', { overwrite: 'F' })), 412);
  assert.equal(await statusOf(app.move('/dav/Upload/IMG_1.JPG', '/dav/Upload/other.jpg')), 201);
  assert.deepEqual(await app.list('/dav/Upload/'), ['/dav/Upload/._IMG_1.JPG', '/dav/Upload/other.jpg', '/dav/Upload/text.part']);
  for (const name of ['._IMG_1.JPG', 'other.jpg', 'text.part']) assert.equal(await statusOf(app.ask('DELETE', `/dav/Upload/${name}`)), 204);
  assert.equal(reserved(anna), 0, 'what was no photo gives its room back');
  assert.deepEqual(
    (await photosOf(anna)).map(({ state }) => state),
    ['live'],
    'and a photo stays, whatever becomes of its name',
  );
  await app.put('/dav/Upload/empty.jpg', '');
  assert.equal((await photosOf(anna)).length, 1, 'a name without bytes is no photo yet');
  assert.equal(await statusOf(app.put('/dav/Upload/empty.jpg', picture())), 204);
  assert.equal((await photosOf(anna)).length, 2);
});

test('DV-12: an app makes folders, moves and copies them, and nothing in the library changes by that', async () => {
  const anna = await oneMore();
  const { app } = anna;
  const mkcol = (path: string, body?: string) => statusOf(app.ask('MKCOL', path, body === undefined ? {} : { body }));
  assert.equal(await mkcol('/dav/Upload/2024/05/'), 409);
  assert.equal(await statusOf(app.put('/dav/Upload/2024/a.jpg', picture())), 409);
  assert.deepEqual(
    [await mkcol('/dav/Upload/2024'), await mkcol('/dav/Upload/2024/05/'), await mkcol('/dav/Upload/2024')],
    [201, 201, 405],
  );
  assert.equal(await mkcol('/dav/Upload/x', '<a/>'), 415);
  assert.equal(await mkcol('/dav/Upload/'), 405);
  await app.put('/dav/Upload/2024/05/%F0%9F%98%80%20a.jpg', picture());
  assert.equal(await statusOf(app.put('/dav/Upload/2024/05', picture())), 405);
  assert.equal(await statusOf(app.move('/dav/Upload/2024/', '/dav/Upload/2024/05/in')), 409);
  assert.equal(await statusOf(app.move('/dav/Upload/2024/', '/dav/Upload/phone')), 201);
  assert.deepEqual(await app.list('/dav/Upload/phone/05/'), ['/dav/Upload/phone/05/%F0%9F%98%80%20a.jpg']);
  assert.equal(await statusOf(app.ask('COPY', '/dav/Upload/phone', { headers: { destination: '/dav/Upload/copy/' } })), 201);
  assert.deepEqual(await app.list('/dav/Upload/copy/05'), ['/dav/Upload/copy/05/%F0%9F%98%80%20a.jpg']);
  assert.equal(await statusOf(app.ask('COPY', '/dav/Upload/phone', { headers: { destination: '/dav/Upload/flat', depth: '0' } })), 201);
  assert.deepEqual(await app.list('/dav/Upload/flat'), []);
  assert.equal(await statusOf(app.ask('DELETE', '/dav/Upload/phone/')), 204);
  assert.deepEqual(await app.list('/dav/Upload/'), ['/dav/Upload/copy/', '/dav/Upload/flat/']);
  assert.equal((await photosOf(anna)).length, 1);
  assert.equal(await statusOf(app.ask('DELETE', '/dav/Upload/')), 403);
  const insert = server.server.context.database.prepare(
    "INSERT INTO drop_box (device_id, folder, name, is_a, size, mime, came_at) VALUES (?, '', ?, 'folder', 0, '', 0)",
  );
  for (let n = 0; n < LIMITS.dropBoxFolders; n += 1) insert.run(anna.deviceId, `folder ${n}`);
  assert.equal(await mkcol('/dav/Upload/one-more'), 507);
});

test('DV-13: who has locked a name is the one that changes it', async () => {
  const { app } = await oneMore();
  await app.put('/dav/Upload/a.jpg', picture());
  const info =
    '<D:lockinfo xmlns:D="DAV:"><D:lockscope><D:exclusive/></D:lockscope><D:locktype><D:write/></D:locktype><D:owner>me &amp; you</D:owner></D:lockinfo>';
  const lock = await app.ask('LOCK', '/dav/Upload/a.jpg', { body: info, headers: { timeout: 'Second-30' } });
  const token = /^<(urn:uuid:[^>]+)>$/.exec(String(lock.headers['lock-token']))?.[1];
  assert.deepEqual([lock.status, /<D:timeout>Second-30</.test(lock.text), /<D:owner>me &amp; you</.test(lock.text)], [200, true, true]);
  const mine = { if: `(<${token}>)` };
  assert.equal(await statusOf(app.ask('LOCK', '/dav/Upload/a.jpg', { body: info })), 423);
  const put = await app.put('/dav/Upload/a.jpg', picture());
  assert.deepEqual([put.status, /lock-token-submitted/.test(put.text)], [423, true]);
  assert.equal(await statusOf(app.put('/dav/Upload/a.jpg', picture(), mine)), 204);
  assert.equal(await statusOf(app.put('/dav/Upload/a.jpg', picture(), { if: '(<urn:uuid:made-up>)' })), 412);
  assert.equal(await statusOf(app.move('/dav/Upload/a.jpg', '/dav/Upload/b.jpg')), 423);
  assert.equal(await statusOf(app.ask('DELETE', '/dav/Upload/a.jpg')), 423);
  assert.equal(await statusOf(app.ask('LOCK', '/dav/Upload/a.jpg', { headers: mine })), 200, 'more time');
  assert.equal(await statusOf(app.ask('UNLOCK', '/dav/Upload/a.jpg', { headers: { 'lock-token': '<urn:uuid:made-up>' } })), 409);
  assert.equal(await statusOf(app.ask('UNLOCK', '/dav/Upload/a.jpg', { headers: { 'lock-token': `<${token}>` } })), 204);
  assert.equal(await statusOf(app.ask('DELETE', '/dav/Upload/a.jpg')), 204);
  assert.equal(await statusOf(app.ask('LOCK', '/dav/Upload/new.jpg', { body: info })), 201, 'a name that is locked is there');
  assert.deepEqual(await app.list('/dav/Upload/'), ['/dav/Upload/new.jpg']);
  assert.equal(await statusOf(app.ask('LOCK', '/dav/Library/', { body: info })), 403);
  assert.equal(await statusOf(app.ask('LOCK', '/dav/Upload/x.jpg', { body: '<!DOCTYPE x><x/>' })), 400);
});

test('DV-14: a folder is told of one at a time, by what is asked of it, and what Windows says of a file is heard', async () => {
  const { app } = await home(1_000_000);
  await app.put('/dav/Upload/a.jpg', picture(1000));
  const find = (path: string, depth: string | null, body?: string) =>
    app.ask('PROPFIND', path, { ...(body === undefined ? {} : { body }), headers: depth === null ? {} : { depth } });
  for (const depth of ['infinity', null]) {
    const all = await find('/dav/', depth);
    assert.deepEqual([all.status, /propfind-finite-depth/.test(all.text)], [403, true]);
  }
  assert.deepEqual(await app.list('/dav'), ['/dav/Upload/', '/dav/Library/', '/dav/Albums/']);
  const room = await find(
    '/dav/',
    '0',
    '<propfind xmlns="DAV:"><prop><quota-used-bytes/><quota-available-bytes/><none/></prop></propfind>',
  );
  assert.match(room.text, /quota-used-bytes>1000<.*quota-available-bytes>999000<.*none\/><\/D:prop><D:status>HTTP\/1\.1 404/);
  const names = await find('/dav/Upload/a.jpg', '1', '<propfind xmlns="DAV:"><propname/></propfind>');
  assert.match(names.text, /<D:getetag\/>/);
  assert.equal((await find('/dav/Upload/none.jpg', '0')).status, 404);
  assert.equal((await find('/dav/Else/', '0')).status, 404);
  const patch = (body: string) =>
    app.ask('PROPPATCH', '/dav/Upload/a.jpg', {
      body: `<D:propertyupdate xmlns:D="DAV:" xmlns:Z="urn:schemas-microsoft-com:">${body}</D:propertyupdate>`,
    });
  const windows = await patch(
    '<D:set><D:prop><Z:Win32LastModifiedTime>Fri, 14 Jul 2017 02:40:00 GMT</Z:Win32LastModifiedTime><Z:Win32FileAttributes>00000020</Z:Win32FileAttributes></D:prop></D:set>',
  );
  assert.deepEqual([windows.status, /200 OK/.test(windows.text), /403/.test(windows.text)], [207, true, false]);
  assert.match((await find('/dav/Upload/a.jpg', '0')).text, /getlastmodified>Fri, 14 Jul 2017 02:40:00 GMT</);
  const both = await patch(
    '<D:set><D:prop><D:getlastmodified>Sat, 15 Jul 2017 02:40:00 GMT</D:getlastmodified><colour xmlns="urn:x">red</colour></D:prop></D:set>',
  );
  assert.match(both.text, /colour[^]*403 Forbidden[^]*getlastmodified[^]*424/);
  assert.match((await find('/dav/Upload/a.jpg', '0')).text, /getlastmodified>Fri, 14 Jul 2017/, 'nothing is changed then');
  assert.equal(await statusOf(app.ask('POST', '/dav/Upload/a.jpg', { body: 'x' })), 405);
  const options = await app.ask('OPTIONS', '/dav/Library/');
  assert.deepEqual([options.headers['dav'], /PROPFIND/.test(String(options.headers['allow']))], ['1, 2', true]);
});

/** The photo of some bytes, as a linked device adds it. */
async function added(device: TestDevice, fileName: string, capturedAt: string, bytes: Buffer, more: object = {}): Promise<string> {
  const create = createOf(uuid(), [await device.client.upload(bytes)]);
  assert.ok(create.name === 'asset.create');
  const { args } = create;
  assert.deepEqual(await device.send({ ...create, args: { ...args, fields: { ...args.fields, fileName, capturedAt, ...more } } }), [
    { status: 'applied' },
  ]);
  return args.assetId;
}

test('DV-15: the library is read by month and by album, as a device’s folder shows it, and nothing is written there', async () => {
  const anna = await home();
  const { app, browser } = anna;
  const device = await server.device(anna.email);
  const bytes = {
    still: picture(),
    film: picture(),
    other: picture(),
    hidden: picture(),
    trashed: picture(),
    edit: picture(),
    odd: picture(),
  };
  const still = await added(device, 'IMG_1.JPG', '2024-05-06T14:26:10', bytes.still);
  const film = await device.client.upload(bytes.film);
  await device.send({
    name: 'resource.attach',
    args: { assetId: still, resource: { role: 'live-video', ...film, mime: 'video/quicktime', fileName: 'IMG_1.MOV', modifiedAt: null } },
  });
  const other = await added(device, 'IMG_1.JPG', '2024-05-07T14:26:10+02:00', bytes.other);
  await added(device, 'hidden.jpg', '2024-05-07T14:26:10', bytes.hidden, { hidden: true });
  const trashed = await added(device, 'trashed.jpg', '2024-05-07T14:26:10', bytes.trashed);
  await added(device, 'odd.jpg', '-0044-03-15T00:00:00', bytes.odd);
  const edit = await device.client.upload(bytes.edit);
  const [first, second] = [`01900000-0000-7000-8000-00000000000${homes % 10}`, uuid()];
  const results = await device.send(
    { name: 'asset.trash', args: { assetId: trashed } },
    {
      name: 'asset.edit',
      args: { assetId: other, rendering: { role: 'edited', ...edit, mime: 'image/jpeg', fileName: null, modifiedAt: null } },
      expect: null,
    },
    { name: 'album.create', args: { albumId: first, kind: 'folder', fields: { title: 'Trips', order: 'by-hand', cover: null } } },
    { name: 'album.create', args: { albumId: second, fields: { title: 'Rome / 2024', order: 'by-hand', cover: null, folder: first } } },
    { name: 'album.add', args: { albumId: second, assetId: other, position: 'a0' } },
    { name: 'album.add', args: { albumId: second, assetId: trashed, position: 'a1' } },
  );
  assert.ok(
    results.every(({ status }) => status === 'applied'),
    JSON.stringify(results),
  );
  assert.deepEqual(await app.list('/dav/Library/'), ['/dav/Library/2024/', '/dav/Library/undated/']);
  assert.deepEqual(await app.list('/dav/Library/2024'), ['/dav/Library/2024/05/']);
  const month = await app.list('/dav/Library/2024/05/');
  assert.deepEqual(
    month.map(decodeURIComponent),
    ['IMG_1.JPG', 'IMG_1.MOV', 'IMG_1 (2).JPG'].map((name) => `/dav/Library/2024/05/${name}`),
  );
  assert.deepEqual(await app.list('/dav/Library/undated/'), ['/dav/Library/undated/odd.jpg']);
  const read = async (path: string) => (await app.ask('GET', path)).bytes;
  assert.deepEqual(await Promise.all([...month, '/dav/Library/undated/odd.jpg'].map(read)), [
    bytes.still,
    bytes.film,
    bytes.edit,
    bytes.odd,
  ]);
  assert.deepEqual(await app.list('/dav/Albums/'), ['/dav/Albums/Trips/']);
  const [album] = await app.list('/dav/Albums/Trips/');
  assert.equal(album, '/dav/Albums/Trips/Rome%20_%202024/');
  assert.deepEqual((await app.list(album)).map(decodeURIComponent), ['/dav/Albums/Trips/Rome _ 2024/IMG_1.JPG']);
  assert.deepEqual(await read(`${album}IMG_1.JPG`), bytes.edit);
  const head = await app.ask('HEAD', month[0]!);
  assert.deepEqual(
    [head.status, head.headers['content-length'], head.headers['etag']],
    [200, '500', `"${hashOf(bytes.still).slice(0, 32)}"`],
  );
  const range = await app.ask('GET', month[0]!, { headers: { range: 'bytes=100-199' } });
  assert.deepEqual([range.status, range.bytes], [206, bytes.still.subarray(100, 200)]);
  assert.equal(await statusOf(app.ask('GET', month[0]!, { headers: { 'if-none-match': String(head.headers['etag']) } })), 304);
  // What is hidden while its folder is remembered is not to be seen either.
  await browser.ok('actions', {
    body: { actions: [{ id: uuid(), change: { name: 'asset.set', args: { assetId: other, fields: { hidden: true } } } }] },
  });
  assert.equal(await statusOf(app.ask('GET', `${album}IMG_1.JPG`)), 404);
  assert.equal((await app.list('/dav/Library/2024/05/')).length, 2);
  for (const path of [
    '/dav/Library/2024/06/',
    '/dav/Library/2024/05/none.jpg',
    '/dav/Library/2024/05/hidden.jpg',
    '/dav/Library/24/5',
    '/dav/Albums/None',
  ])
    assert.equal(await statusOf(app.ask('PROPFIND', path, { headers: { depth: '0' } })), 404, path);
  for (const [method, path] of [
    ['PUT', '/dav/Library/2024/05/new.jpg'],
    ['DELETE', month[0]!],
    ['MKCOL', '/dav/Albums/New'],
    ['PROPPATCH', month[0]!],
    ['PUT', '/dav/new.jpg'],
  ] as const) {
    const answer = await app.ask(method, path, method === 'PUT' ? { body: picture() } : {});
    assert.deepEqual([answer.status, /read-only/.test(answer.text)], [403, true], `${method} ${path}`);
  }
  assert.equal(await statusOf(app.move(month[0]!, '/dav/Upload/x.jpg')), 403);
  assert.equal(await statusOf(app.ask('COPY', month[0]!, { headers: { destination: '/dav/Upload/x.jpg' } })), 403);
});

test('DV-16: an app sees nothing of another account, and nothing of what another app has brought', async () => {
  const [anna, bert] = [await oneMore(), await home()];
  await anna.app.put('/dav/Upload/secret.jpg', picture(), { 'x-oc-mtime': '1500000000' });
  const second = await app(anna, 'FolderSync');
  for (const { app } of [bert, second]) {
    assert.deepEqual(await app.list('/dav/Upload/'), []);
    for (const method of ['GET', 'DELETE', 'PROPFIND'])
      assert.equal(await statusOf(app.ask(method, '/dav/Upload/secret.jpg', { headers: { depth: '0' } })), 404);
    assert.equal(await statusOf(app.move('/dav/Upload/secret.jpg', '/dav/Upload/mine.jpg')), 404);
  }
  assert.deepEqual(await bert.app.list('/dav/Library/'), []);
  assert.equal(await statusOf(bert.app.ask('GET', '/dav/Library/2017/07/secret.jpg')), 404);
  assert.ok((await second.app.list('/dav/Library/2017/07/')).includes('/dav/Library/2017/07/secret.jpg'), 'the library is the account’s');
});

test('DV-17: an app password that was taken away ends at once, also what is on its way, and its photos stay', async () => {
  const anna = await oneMore();
  await anna.app.put('/dav/Upload/a.jpg', picture());
  const large = picture(3_000_000);
  const under = anna.app.ask('PUT', '/dav/Upload/b.jpg', { body: large, headers: { expect: '100-continue' } });
  assert.equal(await anna.browser.code('revokeDevice', { params: { deviceId: anna.deviceId }, body: {} }), 'wrong-password');
  await anna.browser.ok('revokeDevice', { params: { deviceId: anna.deviceId }, body: { password: PASSWORD } });
  assert.ok([401, 201].includes((await under).status));
  const answer = await anna.app.ask('OPTIONS', '/dav/');
  assert.deepEqual([answer.status, /was taken away/.test(answer.text)], [401, true]);
  assert.equal(
    (await anna.browser.ok('devices', {})).devices.some(({ id }) => id === anna.deviceId),
    false,
  );
  assert.ok((await photosOf(anna)).some(({ fileName }) => fileName === 'a.jpg'));
  const left = server.server.context.database.prepare('SELECT count(*) AS n FROM drop_box WHERE device_id = ?').get(anna.deviceId);
  assert.deepEqual(left, { n: 0 });
});
