import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { test, type TestContext } from 'node:test';
import BetterSqlite from 'better-sqlite3';
import { fileURLToPath } from 'node:url';
import { accountCreate, accountList, serve, type Io } from './commands.ts';
import { accountQuota } from './quota-command.ts';
import { createOf } from './testing/photos.ts';
import { Client, PASSWORD, TestDevice, uuid } from './testing/served.ts';

function folder(t: TestContext): string {
  const made = mkdtempSync(join(tmpdir(), 'rollcall-serve-'));
  t.after(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** Streams that keep what was written. */
function io(): Io & { readonly out: () => string; readonly err: () => string } {
  const written = { out: '', err: '' };
  const stream = (to: 'out' | 'err'): Writable =>
    new Writable({
      write(chunk, _encoding, done) {
        written[to] += String(chunk);
        done();
      },
    });
  return {
    stdout: stream('out'),
    stderr: stream('err'),
    signal: new AbortController().signal,
    out: () => written.out,
    err: () => written.err,
  };
}

interface Process {
  readonly child: ChildProcess;
  readonly url: string;
  readonly out: () => string;
}

/** The server as a process, ready. */
async function started(t: TestContext, data: string, port = 0): Promise<Process> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./testing/serve-main.ts', import.meta.url)), data, String(port)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  t.after(() => child.kill('SIGKILL'));
  let out = '';
  let err = '';
  child.stderr.on('data', (chunk) => (err += String(chunk)));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      out += String(chunk);
      if (out.includes('\n')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${err}`)));
  });
  return { child, url: /http:\/\/\S+/.exec(out)?.[0] ?? '', out: () => out };
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

test('SV-1: the first line has the address, the second the way to the first account, until there is one', async (t) => {
  const data = folder(t);
  const first = await started(t, data);
  assert.match(first.out(), /^Rollcall is ready: http:\/\/127\.0\.0\.1:\d+\n/);
  while (!first.out().includes('/setup#token=')) await once(first.child.stdout!, 'data');
  const setupToken = readFileSync(join(data, 'setup-token'), 'utf8').trim();
  assert.ok(first.out().includes(`Create the owner account: ${first.url}/setup#token=${setupToken}`));
  const streams = io();
  assert.equal(await accountCreate({ server: first.url, email: 'a@x.org', password: PASSWORD, setupToken }, streams), 0);
  first.child.kill('SIGTERM');
  assert.equal(await ended(first.child), 0);
  const second = await started(t, data);
  second.child.kill('SIGINT');
  assert.equal(await ended(second.child), 0);
  assert.equal(second.out().split('\n').length, 2);
});

test('SV-2: a stop ends open streams, answers 0, and leaves everything in the one database file', async (t) => {
  const data = folder(t);
  const { child, url } = await started(t, data);
  await accountCreate(
    { server: url, email: 'a@x.org', password: PASSWORD, setupToken: readFileSync(join(data, 'setup-token'), 'utf8') },
    io(),
  );
  const client = new Client(() => url, {});
  await client.ok('signIn', { body: { email: 'a@x.org', password: PASSWORD } });
  const pokes = await new Client(() => url, { cookie: client.cookie ?? '' }).pokes();
  await pokes.next();
  child.kill('SIGTERM');
  assert.equal(await ended(child), 0);
  while ((await pokes.next()) !== null);
  assert.deepEqual(
    readdirSync(data).filter((name) => name.startsWith('rollcall.sqlite')),
    ['rollcall.sqlite'],
  );
});

test('SV-3: what was answered outlives a kill at any moment, and the chain goes on', async (t) => {
  const data = folder(t);
  const first = await started(t, data);
  let url = first.url;
  await accountCreate(
    { server: url, email: 'a@x.org', password: PASSWORD, setupToken: readFileSync(join(data, 'setup-token'), 'utf8') },
    io(),
  );
  const anyone = new Client(() => url, {});
  const { epoch } = await anyone.ok('server', {});
  const linked = await anyone.ok('link', {
    body: { email: 'a@x.org', password: PASSWORD, name: 'laptop', kind: 'folder', platform: 'p', version: '1' },
  });
  const device = new TestDevice(new Client(() => url, { authorization: `Bearer ${linked.token}` }), linked.deviceId, epoch);
  const { hash, size } = await device.client.upload(Buffer.from('a photo'));
  const create = device.next(createOf(uuid(), [{ hash, size }]));
  const answer = await device.client.ok('mutations', { body: { mutations: [create] } });
  const { cursor } = await device.client.ok('changes', { query: {} });
  first.child.kill('SIGKILL');
  await ended(first.child);

  ({ url } = await started(t, data));
  assert.deepEqual(await device.client.ok('mutations', { body: { mutations: [create] } }), answer);
  assert.equal((await anyone.ok('server', {})).epoch, epoch);
  assert.equal((await device.client.ok('library', {})).assets, 1);
  assert.ok((await device.client.ok('changes', { query: { cursor } })).changes.every(({ entity }) => entity.type === 'rendition'));
});

test('SV-4: a second server on a data folder is refused, and the first goes on', async (t) => {
  const data = folder(t);
  const { url, child } = await started(t, data);
  const streams = io();
  assert.equal(await serve({ data, port: 0, host: '127.0.0.1' }, streams), 1);
  assert.match(streams.err(), /Another Rollcall server is using/);
  assert.equal((await fetch(`${url}/api/v1/server`)).status, 200);
  child.kill('SIGKILL');
  await ended(child);
  const after = await started(t, data);
  after.child.kill('SIGTERM');
  assert.equal(await ended(after.child), 0);
});

test('SV-5: what keeps the server from starting is said, with what to do; the exit code is 1, or 3 where no later start would mend it', async (t) => {
  const data = folder(t);
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  t.after(() => taken.close());
  const { port } = taken.address() as AddressInfo;
  const blocked = join(data, 'a-file');
  writeFileSync(blocked, 'not a folder');
  const damaged = folder(t);
  writeFileSync(join(damaged, 'rollcall.sqlite'), 'this is not a database, but it is long enough to be looked at as one. '.repeat(100));
  const newer = folder(t);
  assert.equal(await serve({ data: newer, port: 0, host: '127.0.0.1' }, { ...io(), signal: AbortSignal.abort() }), 0);
  const database = new BetterSqlite(join(newer, 'rollcall.sqlite'));
  database.exec("INSERT INTO schema_steps (room, step) VALUES ('bytes', 999)");
  database.close();
  const attempts: [string, number, string, RegExp, number?][] = [
    [join(data, 'one'), port, '127.0.0.1', /Port \d+ is taken.*--port/],
    [join(blocked, 'below'), 0, '127.0.0.1', /cannot be written.*--data/],
    [blocked, 0, '127.0.0.1', /cannot be written.*--data/],
    [join(data, 'two'), 0, '192.0.2.1', /no address 192\.0\.2\.1.*--host/],
    [damaged, 0, '127.0.0.1', /damaged/, 3],
    [newer, 0, '127.0.0.1', /newer Rollcall/, 3],
  ];
  for (const [where, at, host, words, code = 1] of attempts) {
    const streams = io();
    assert.equal(await serve({ data: where, port: at, host }, streams), code);
    assert.match(streams.err(), words);
    assert.equal(streams.out(), '');
  }
});

test('SV-5: a start that failed leaves nothing open: the same folder can be served next', async (t) => {
  const data = folder(t);
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  assert.equal(await serve({ data, port: (taken.address() as AddressInfo).port, host: '127.0.0.1' }, io()), 1);
  taken.close();
  const { child } = await started(t, data);
  child.kill('SIGTERM');
  assert.equal(await ended(child), 0);
});

test('SV-6: accounts are made through the server, and listed from the data folder while it runs', async (t) => {
  const data = folder(t);
  const { url } = await started(t, data);
  const streams = io();
  assert.equal(await accountCreate({ server: url, email: 'a@x.org', password: PASSWORD, name: 'Anna' }, streams), 1);
  assert.match(streams.err(), /setup token/);
  const setupToken = readFileSync(join(data, 'setup-token'), 'utf8').trim();
  assert.equal(await accountCreate({ server: url, email: 'a@x.org', password: PASSWORD, name: 'Anna', setupToken }, streams), 0);
  assert.equal(await accountCreate({ server: url, email: 'b@x.org', password: PASSWORD, quota: 5000 }, streams), 0);
  const listed = io();
  assert.equal(await accountList({ data, json: true }, listed), 0);
  const { accounts } = JSON.parse(listed.out()) as { accounts: { id: string }[] };
  assert.deepEqual(
    accounts.map((each) => ({ ...each, id: undefined })),
    [
      { id: undefined, email: 'a@x.org', name: 'Anna', owner: true, assets: 0, bytes: 0, quota: 5_000_000_000, closesOn: null },
      { id: undefined, email: 'b@x.org', name: 'b', owner: false, assets: 0, bytes: 0, quota: 5000, closesOn: null },
    ],
  );
  const nowhere = io();
  assert.equal(await accountList({ data: join(data, 'nowhere'), json: false }, nowhere), 1);
  assert.match(nowhere.err(), /not a data folder/);
  const unreachable = io();
  assert.equal(await accountCreate({ server: 'http://127.0.0.1:1', email: 'a@x.org', password: PASSWORD }, unreachable), 1);
  assert.match(unreachable.err(), /does not answer/);
});

test('DR-41: one command gives an account more room, or less, while the server runs, and the next question for room knows; nothing that is stored goes', async (t) => {
  const data = folder(t);
  const { url } = await started(t, data);
  const streams = io();
  const setupToken = readFileSync(join(data, 'setup-token'), 'utf8').trim();
  assert.equal(await accountCreate({ server: url, email: 'a@x.org', password: PASSWORD, setupToken, quota: 5000 }, streams), 0);
  const raised = io();
  assert.equal(await accountQuota({ data, email: 'A@x.org', quota: 7_000_000_000, json: true }, raised), 0);
  assert.deepEqual(JSON.parse(raised.out()), { email: 'A@x.org', quota: 7_000_000_000, bytes: 0 });
  const listed = io();
  assert.equal(await accountList({ data, json: false }, listed), 0);
  assert.match(listed.out(), /of 7 GB$/m);
  const nobody = io();
  assert.equal(await accountQuota({ data, email: 'b@x.org', quota: 1, json: false }, nobody), 1);
  assert.match(nobody.err(), /no account b@x\.org here\. See them: rollcall account list/);
  const nowhere = io();
  assert.equal(await accountQuota({ data: join(data, 'nowhere'), email: 'a@x.org', quota: 1, json: false }, nowhere), 1);
  assert.match(nowhere.err(), /not a data folder/);
});

test('TL-8: the password of a new account is sent to another machine over https only, unless the person allowed it', async () => {
  const options = { server: 'http://192.0.2.1:1', email: 'a@x.org', password: PASSWORD };
  const refused = io();
  assert.equal(await accountCreate(options, refused), 2);
  assert.match(refused.err(), /not encrypted.*https:\/\/.*--insecure/);
  const allowed = io();
  // Nobody is at that address; that it is asked at all is what was allowed.
  assert.equal(await accountCreate({ ...options, server: 'http://127.example.invalid', insecure: true }, allowed), 1);
  assert.match(allowed.err(), /does not answer/);
});
