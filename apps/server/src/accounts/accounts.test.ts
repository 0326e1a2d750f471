import assert from 'node:assert/strict';
import { existsSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { API } from '@rollcall/protocol';
import { PASSWORD, Served, uuid } from '../testing/served.ts';

async function served(t: TestContext, options: Parameters<typeof Served.start>[0] = {}): Promise<Served> {
  const started = await Served.start(options);
  t.after(() => started.close());
  return started;
}
const account = (email: string, more: Record<string, unknown> = {}) => ({ body: { email, password: PASSWORD, ...more } });

test('AC-1: the first account needs the setup token, and becomes the owner; the token is then worth nothing', async (t) => {
  const server = await served(t);
  const client = server.client();
  assert.deepEqual([(await client.ok('server', {})).setupNeeded, (await client.ok('server', {})).registrationOpen], [true, true]);
  assert.equal(await client.code('createAccount', account('a@x.org')), 'setup-token-wrong');
  assert.equal(await client.code('createAccount', account('a@x.org', { setupToken: 'wrong' })), 'setup-token-wrong');
  const file = join(server.data, 'setup-token');
  assert.equal(statSync(file).mode & 0o777, 0o600);
  const made = await client.ok('createAccount', account('A@x.org', { setupToken: server.setupToken(), name: 'Anna' }));
  assert.deepEqual(
    [made.account.owner, made.account.email, made.account.name, made.library.quota],
    [true, 'a@x.org', 'Anna', 5_000_000_000],
  );
  assert.equal(existsSync(file), false);
  assert.equal((await client.ok('server', {})).setupNeeded, false);
});

test('AC-1: the setup token holds over a restart, until it is used', async (t) => {
  const server = await served(t);
  const token = server.setupToken();
  await server.restart();
  assert.equal(server.server.setupToken, token);
  await server.account('a@x.org');
  await server.restart();
  assert.equal(server.server.setupToken, null);
  assert.equal(existsSync(join(server.data, 'setup-token')), false);
});

test('AC-1: of two first accounts made at once only one is', async (t) => {
  const server = await served(t);
  const setupToken = server.setupToken();
  const codes = await Promise.all(
    ['a', 'b'].map((name) =>
      server.client({ 'x-forwarded-for': '203.0.113.9' }).code('createAccount', account(`${name}@x.org`, { setupToken })),
    ),
  );
  assert.deepEqual(codes.sort(), ['already-set-up', 'ok']);
});

test('AC-2: a further account is made on the server’s own machine only', async (t) => {
  const server = await served(t, { origins: ['http://photos.example.org'] });
  await server.account('a@x.org');
  assert.equal(await server.client().code('createAccount', account('b@x.org', { quota: 1234 })), 'ok');
  for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via', 'x-forwarded-host']) {
    const proxied = server.client({ [header]: '203.0.113.9' });
    assert.equal(await proxied.code('createAccount', account('c@x.org')), 'registration-closed', header);
    assert.equal((await proxied.ok('server', {})).registrationOpen, false, header);
  }
  assert.match(await withHost(server, 'photos.example.org'), /^HTTP\/1.1 403 [\s\S]*registration-closed/);
  assert.match(await withHost(server, `localhost:${server.server.port}`), /^HTTP\/1.1 200 /);
});

test('AC-2: another address of this machine is not this machine itself', async (t) => {
  const outside = Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal);
  if (!outside) return t.skip('this machine has no address but the loopback');
  const { isLoopbackAddress, isLoopbackName } = await import('../http/origin.ts');
  assert.equal(isLoopbackAddress(outside.address), false);
  assert.equal(isLoopbackName(outside.address), false);
});

/** A request with a Host header of one's own, which `fetch` would not send. */
function withHost(server: Served, host: string): Promise<string> {
  const body = JSON.stringify({ email: `${uuid()}@x.org`, password: PASSWORD });
  return new Promise((resolve, reject) => {
    const socket = connect(server.server.port, '127.0.0.1');
    let text = '';
    socket
      .on('data', (chunk) => (text += String(chunk)))
      .on('end', () => resolve(text))
      .on('error', reject);
    socket.write(
      `POST ${API.createAccount.path} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
    );
  });
}

test('AC-3: an e-mail address has one account, however it is written', async (t) => {
  const server = await served(t);
  await server.account('a@x.org');
  assert.equal(await server.client().code('createAccount', account('A@X.org')), 'email-taken');
  assert.equal(await server.client().code('createAccount', { body: { email: 'b@x.org', password: 'short' } }), 'bad-request');
  assert.equal(await server.client().code('createAccount', { body: { email: 'nobody', password: PASSWORD } }), 'bad-request');
});

test('AC-4: sign-in takes the right password only, sets a cookie that scripts cannot read, and sign-out ends it', async (t) => {
  const server = await served(t);
  await server.account('a@x.org');
  const client = server.client();
  assert.equal(await client.code('signIn', { body: { email: 'a@x.org', password: 'not the password' } }), 'wrong-password');
  assert.equal(await client.code('signIn', { body: { email: 'nobody@x.org', password: PASSWORD } }), 'wrong-password');
  const answer = await client.raw('POST', API.signIn.path, {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'a@x.org', password: PASSWORD }),
  });
  const cookie = answer.headers.get('set-cookie') ?? '';
  assert.match(cookie, /^rollcall_session=[^;]+;.*HttpOnly;.*SameSite=Lax/);
  assert.doesNotMatch(cookie, /Secure/);
  const browser = server.client({ cookie: cookie.split(';')[0]! });
  assert.equal((await browser.ok('session', {})).account.email, 'a@x.org');
  await server.restart();
  assert.equal(await browser.code('session', {}), 'ok');
  await browser.ok('signOut', {});
  assert.equal(await browser.code('session', {}), 'signed-out');
  assert.equal(await browser.code('library', {}), 'signed-out');
});

test('AC-43: why a password was not right stands in the log, without whose it was, and in no answer', async (t) => {
  const noted: unknown[] = [];
  const server = await served(t, { log: (words, facts) => void (words === 'a password was not right' && noted.push(facts)) });
  await server.account('a@x.org');
  const refuse = (email: string) => server.client().call('signIn', { body: { email, password: 'not the password' } });
  const answers = [await refuse('A@x.org'), await refuse('nobody@x.org')];
  server.server.context.database.prepare('UPDATE "account" SET "password" = NULL').run();
  answers.push(await refuse('a@x.org'));
  assert.deepEqual(noted, [{ why: 'another-password' }, { why: 'no-such-account' }, { why: 'no-password' }]);
  assert.equal(new Set(answers.map((answer) => JSON.stringify(answer))).size, 1);
});

test('AC-4: behind a proxy with https the cookie is sent over https only', async (t) => {
  const server = await served(t);
  await server.account('a@x.org');
  const answer = await server.client({ 'x-forwarded-proto': 'https' }).raw('POST', API.signIn.path, {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'a@x.org', password: PASSWORD }),
  });
  assert.match(answer.headers.get('set-cookie') ?? '', /; Secure/);
});

test('AC-5: wrong passwords are limited for an e-mail address from one place, and the answer says for how long; others sign in', async (t) => {
  const server = await served(t);
  await server.account('a@x.org');
  await server.account('b@x.org');
  const client = server.client();
  for (let n = 0; n < 10; n += 1)
    assert.equal(
      await client.code('link', {
        body: { email: 'a@x.org', password: `wrong ${n}`, name: 'x', kind: 'folder', platform: 'p', version: '1' },
      }),
      'wrong-password',
    );
  const answer = await client.call('signIn', { body: { email: 'a@x.org', password: PASSWORD } });
  assert.ok(!answer.ok && answer.refusal.code === 'rate-limited' && Number(answer.refusal.details['seconds']) > 0);
  assert.equal(await client.code('signIn', { body: { email: 'b@x.org', password: PASSWORD } }), 'ok');
});

test('AC-5: behind a proxy on this machine the limit is for the place that the proxy tells, and not for the proxy', async (t) => {
  const server = await served(t);
  await server.account('a@x.org');
  const from = (address: string) => server.client({ 'x-forwarded-for': `203.0.113.1, ${address}` });
  for (let n = 0; n < 10; n += 1) await from('198.51.100.7').code('signIn', { body: { email: 'a@x.org', password: `wrong ${n}` } });
  assert.equal(await from('198.51.100.7').code('signIn', { body: { email: 'a@x.org', password: PASSWORD } }), 'rate-limited');
  assert.equal(await from('198.51.100.8').code('signIn', { body: { email: 'a@x.org', password: PASSWORD } }), 'ok');
});

test('AC-5: right passwords are not limited', async (t) => {
  const server = await served(t);
  await server.account('a@x.org');
  for (let n = 0; n < 12; n += 1) await server.device('a@x.org', `device ${n}`);
  assert.equal((await (await server.signIn('a@x.org')).ok('devices', {})).devices.filter(({ kind }) => kind === 'folder').length, 12);
});

test('AC-6: a device’s token is told once and kept only as a hash', async (t) => {
  const server = await served(t);
  await server.account('a@x.org');
  const { token } = await server
    .client()
    .ok('link', { body: { email: 'a@x.org', password: PASSWORD, name: 'laptop', kind: 'folder', platform: 'p', version: '1' } });
  assert.match(token, /^rcd_[A-Za-z0-9_-]{43}$/);
  server.server.context.database.pragma('wal_checkpoint(TRUNCATE)');
  const tables = server.server.context.database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all() as { name: string }[];
  for (const { name } of tables)
    assert.ok(!JSON.stringify(server.server.context.database.prepare(`SELECT * FROM "${name}"`).all()).includes(token.slice(4)), name);
  assert.equal(
    await server.client({ authorization: `Bearer ${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}` }).code('library', {}),
    'signed-out',
  );
});

test('AC-7: devices are listed and renamed; each asker sees which is itself', async (t) => {
  const server = await served(t);
  const browser = await server.account('a@x.org');
  const device = await server.device('a@x.org');
  await browser.ok('renameDevice', { params: { deviceId: device.deviceId }, body: { name: 'Kitchen laptop' } });
  const { devices } = await device.client.ok('devices', {});
  assert.deepEqual(devices.map(({ kind, self }) => [kind, self]).sort(), [
    ['browser', false],
    ['folder', true],
  ]);
  assert.equal(devices.find(({ self }) => self)?.name, 'Kitchen laptop');
});

test('AC-8: a revoked device is told so at once, its stream ends, and its name stays in the history', async (t) => {
  const server = await served(t);
  const browser = await server.account('a@x.org');
  const device = await server.device('a@x.org');
  const pokes = await device.client.pokes();
  t.after(() => pokes.stop());
  const params = { deviceId: device.deviceId };
  assert.equal(await browser.code('revokeDevice', { params, body: {} }), 'wrong-password');
  assert.equal(await browser.code('revokeDevice', { params, body: { password: 'not the password' } }), 'wrong-password');
  assert.equal(await device.client.code('library', {}), 'ok');
  await browser.ok('revokeDevice', { params, body: { password: PASSWORD } });
  await pokes.until('revoked');
  assert.equal(await pokes.next(), null);
  assert.equal(await device.client.code('library', {}), 'device-revoked');
  assert.equal(
    await device.client.code('mutations', { body: { mutations: [device.next({ name: 'asset.trash', args: { assetId: uuid() } })] } }),
    'device-revoked',
  );
  assert.ok(!(await browser.ok('devices', {})).devices.some(({ id }) => id === device.deviceId));
  assert.equal(await browser.code('revokeDevice', { params, body: { password: PASSWORD } }), 'not-found');
  await server.restart();
  assert.equal(await device.client.code('library', {}), 'device-revoked');
});

test('AC-8: a device takes away its own access without a password, and no other’s', async (t) => {
  const server = await served(t);
  await server.account('a@x.org');
  const [one, two] = [await server.device('a@x.org', 'one'), await server.device('a@x.org', 'two')];
  assert.equal(await one.client.code('revokeDevice', { params: { deviceId: two.deviceId }, body: { password: PASSWORD } }), 'forbidden');
  await one.client.ok('revokeDevice', { params: { deviceId: one.deviceId }, body: {} });
  assert.equal(await one.client.code('library', {}), 'device-revoked');
  assert.equal(await two.client.code('library', {}), 'ok');
});

test('AC-8: revoking a browser signs it out', async (t) => {
  const server = await served(t);
  const [one, two] = [await server.account('a@x.org'), await server.signIn('a@x.org')];
  const { deviceId } = await one.ok('session', {});
  await two.ok('revokeDevice', { params: { deviceId }, body: { password: PASSWORD } });
  assert.equal(await one.code('session', {}), 'signed-out');
  assert.equal(await two.code('session', {}), 'ok');
});

test('AC-8: what a revoked device was sending is given up, and its room is free at once', async (t) => {
  const server = await served(t);
  const browser = await server.account('a@x.org', 20);
  const [one, two] = [await server.device('a@x.org'), await server.device('a@x.org')];
  const ask = async (device: typeof one, digit: string): Promise<string | undefined> =>
    (await device.client.ok('askUploads', { body: { asks: [{ hash: digit.repeat(64), size: 15, mime: 'image/jpeg' }] } })).answers[0]
      ?.answer;
  assert.equal(await ask(one, '1'), 'send');
  assert.equal(await ask(two, '2'), 'over-quota');
  await browser.ok('revokeDevice', { params: { deviceId: one.deviceId }, body: { password: PASSWORD } });
  assert.equal(await ask(two, '2'), 'send');
});

test('AC-9: what only a device may do is forbidden to a browser', async (t) => {
  const server = await served(t);
  const browser = await server.account('a@x.org');
  const { deviceId } = await browser.ok('session', {});
  const mutation = { deviceId, epoch: 'e', n: 1, previous: '0'.repeat(64), name: 'asset.trash', args: { assetId: uuid() } } as const;
  assert.equal(await browser.code('mutations', { body: { mutations: [mutation] } }), 'forbidden');
  const counts = { onDevice: 0, inSync: 0, moving: 0, waiting: 0, held: 0, failing: 0, needsYou: 0, excluded: 0 };
  assert.equal(
    await browser.code('roll', {
      body: { full: true, counts, incoming: 0, pendingRemovals: 0, reasons: [], upToDate: true, entries: [], removed: [] },
    }),
    'forbidden',
  );
});

test('AC-10: signed-in browsers are bounded: one more signs out the one that signed in longest ago', async (t) => {
  const server = await served(t);
  const first = await server.account('a@x.org');
  const { account, library } = await first.ok('session', {});
  const { accounts, database } = server.server.context;
  const insert = database.prepare(
    'INSERT INTO "session" ("id", "token", "userId", "expiresAt", "createdAt", "updatedAt") VALUES (?, ?, ?, ?, ?, ?)',
  );
  const [now, later] = [new Date().toISOString(), new Date(Date.now() + 86_400_000).toISOString()];
  for (let n = 0; n < 49; n += 1) {
    insert.run(`s${n}`, `token-${n}`, account.id, later, now, now);
    const browser = { account_id: account.id, library_id: library.id, name: 'x', kind: 'browser', platform: '', version: '1' } as const;
    await accounts.devices.browser(browser, `s${n}`);
  }
  assert.equal(await first.code('session', {}), 'ok');
  const last = await server.signIn('a@x.org');
  assert.equal(await first.code('session', {}), 'signed-out');
  assert.equal((await last.ok('devices', {})).devices.length, 50);
});

test('PW-4: a browser is told to drop what it has kept by itself when a person signs out, and when another one signs in', async (t) => {
  const server = await served(t);
  await server.account('a@x.org');
  await server.account('b@x.org');
  const sent = async (name: 'signIn' | 'signOut', body: unknown, cookie = '') => {
    const headers = { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...(cookie === '' ? {} : { cookie }) };
    const { method, path } = API[name];
    const answer = await server.client().raw(method, path, { headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    assert.equal(answer.status, 200);
    return { told: answer.headers.get('clear-site-data'), cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' };
  };
  const [a, b] = ['a@x.org', 'b@x.org'].map((email) => ({ email, password: PASSWORD }));
  const first = await sent('signIn', a);
  assert.equal(first.told, null);
  const again = await sent('signIn', a, first.cookie);
  assert.equal(again.told, null);
  const other = await sent('signIn', b, again.cookie);
  assert.equal(other.told, '"cache"');
  assert.equal((await sent('signIn', a, 'rollcall_session=long-ended')).told, '"cache"');
  assert.equal((await sent('signOut', undefined, other.cookie)).told, '"cache"');
});

test('AC-11: a browser that signs in again stays the device that it was, under the name that it was given; its earlier session is worth nothing', async (t) => {
  const server = await served(t);
  const first = await server.account('a@x.org');
  const { deviceId } = await first.ok('session', {});
  await first.ok('renameDevice', { params: { deviceId }, body: { name: 'The one in the kitchen' } });
  const again = await first.ok('signIn', account('a@x.org'));
  assert.equal(again.deviceId, deviceId);
  const browser = server.client({ cookie: first.cookie ?? '' });
  const { devices } = await browser.ok('devices', {});
  assert.deepEqual(
    devices.map(({ name, self }) => [name, self]),
    [['The one in the kitchen', true]],
  );
  assert.equal(await first.code('session', {}), 'signed-out');
});

test('AC-11: another person at the same browser, and a browser that was signed out, are new devices', async (t) => {
  const server = await served(t);
  const anna = await server.account('a@x.org');
  await server.account('b@x.org');
  const of = (client: typeof anna) => client.ok('session', {}).then(({ deviceId }) => deviceId);
  const annas = await of(anna);
  const ben = await anna.ok('signIn', account('b@x.org'));
  assert.notEqual(ben.deviceId, annas);
  assert.equal(await anna.code('session', {}), 'signed-out', 'Anna’s session is over: the browser has another cookie');
  const again = await server.signIn('a@x.org');
  const second = await of(again);
  await again.ok('signOut', {});
  const third = await again.ok('signIn', account('a@x.org'));
  assert.notEqual(third.deviceId, second);
  const { devices } = await server.client({ cookie: again.cookie ?? '' }).ok('devices', {});
  assert.deepEqual(
    devices.map(({ id }) => id),
    [third.deviceId],
  );
});
