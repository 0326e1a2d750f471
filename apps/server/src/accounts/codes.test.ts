import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { CODE_LETTERS, codeOf, readCode, showCode, type RouteOutput } from '@rollcall/protocol';
import { PASSWORD, Served, type Client } from '../testing/served.ts';

const SELF = { name: 'Anna’s laptop', kind: 'folder', platform: 'linux 6.1', version: '1' } as const;
const MINUTE = 60_000;

/** A server whose clock the test moves, and a browser of Anna's. */
async function withAnna(t: TestContext): Promise<{ server: Served; browser: Client; time: { now: number } }> {
  const time = { now: Date.now() };
  const server = await Served.start({ clock: { now: () => time.now } });
  t.after(() => server.close());
  return { server, browser: await server.account('anna@x.org'), time };
}

const ask = (server: Served, headers: Record<string, string> = {}): Promise<RouteOutput<'askDeviceCode'>> =>
  server.client(headers).ok('askDeviceCode', { body: SELF });
const poll = (server: Served, { deviceCode }: { deviceCode: string }): Promise<RouteOutput<'deviceCodeToken'>> =>
  server.client().ok('deviceCodeToken', { body: { deviceCode } });
const named = ({ userCode }: { userCode: string }) => ({ params: { userCode } });
const of = ({ userCode }: { userCode: string }) => ({ params: { userCode }, body: {} });

test('SI-1: a code is eight letters, none of which is a vowel or looks like a digit, evenly drawn, and is read however it is typed', () => {
  assert.doesNotMatch(CODE_LETTERS, /[AEIOU0-9]/);
  const random = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const drawn = new Map<string, number>();
  for (let at = 0; at < 240; at += 8)
    for (const letter of codeOf(random.subarray(at, at + 8)) ?? '') drawn.set(letter, (drawn.get(letter) ?? 0) + 1);
  assert.deepEqual([...new Set(drawn.values())], [12], 'each letter as often as any other');
  assert.equal(drawn.size, CODE_LETTERS.length);
  assert.equal(codeOf(random.subarray(240)), null, 'bytes that would favour some letters are passed over');
  assert.equal(showCode('BCDFGHJK'), 'BCDF-GHJK');
  for (const typed of ['BCDF-GHJK', 'bcdf ghjk', ' BcDfGhJk\n', 'BCDF–GHJK']) assert.equal(readCode(typed), 'BCDFGHJK', typed);
  for (const typed of ['', 'BCDF-GHJ', 'BCDF-GHJKL', 'ABCD-EFGH', 'BCDF_GHJK', '12345678']) assert.equal(readCode(typed), null, typed);
});

test('SI-2: a device that asks for a code is let in once a person approved it, with a token of its own', async (t) => {
  const { server, browser, time } = await withAnna(t);
  const given = await ask(server, { 'x-forwarded-for': '203.0.113.5' });
  assert.match(given.userCode, /^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/);
  assert.deepEqual([given.expiresIn, given.interval, given.verificationPath], [600, 2, '/link']);
  assert.deepEqual(await poll(server, given), { standing: 'pending', interval: 2 });
  const seen = await browser.ok('deviceCode', { params: { userCode: given.userCode.toLowerCase() } });
  assert.deepEqual(seen, { ...SELF, address: '203.0.113.5', askedAt: time.now, expiresAt: time.now + 10 * MINUTE });
  await browser.ok('approveDeviceCode', of(given));
  time.now += 2000;
  const end = await poll(server, given);
  assert.ok(end.standing === 'approved');
  assert.equal(end.account.email, 'anna@x.org');
  const device = server.client({ authorization: `Bearer ${end.token}` });
  const { devices } = await device.ok('devices', {});
  const self = devices.find(({ id }) => id === end.deviceId);
  assert.deepEqual([self?.name, self?.kind, self?.self], [SELF.name, 'folder', true]);
});

test('SI-3: a code leads to one device: an answer that was lost is given again, and nothing else comes of the code', async (t) => {
  const { server, browser, time } = await withAnna(t);
  const given = await ask(server);
  await browser.ok('approveDeviceCode', of(given));
  const [first, second] = await Promise.all([poll(server, given), poll(server, given)]);
  assert.deepEqual(first, second);
  await server.restart();
  assert.deepEqual(await poll(server, given), first, 'also after a restart');
  assert.equal((await browser.ok('devices', {})).devices.filter(({ kind }) => kind === 'folder').length, 1);
  assert.equal(await browser.code('deviceCode', named(given)), 'not-found', 'it was used');
  assert.equal(await browser.code('approveDeviceCode', of(given)), 'not-found');
  assert.ok(first.standing === 'approved');
  await browser.ok('revokeDevice', { params: { deviceId: first.deviceId }, body: { password: PASSWORD } });
  assert.deepEqual(await poll(server, given), { standing: 'expired' }, 'not for a device whose access was taken away');
  time.now += 11 * MINUTE;
  assert.deepEqual(await poll(server, given), { standing: 'expired' });
});

test('SI-4: a denied device is told so, and a code that nobody approved in ten minutes is worth nothing', async (t) => {
  const { server, browser, time } = await withAnna(t);
  const [denied, late] = [await ask(server), await ask(server)];
  await browser.ok('denyDeviceCode', of(denied));
  assert.deepEqual(await poll(server, denied), { standing: 'denied' });
  assert.equal(await browser.code('approveDeviceCode', of(denied)), 'not-found');
  time.now += 10 * MINUTE + 1;
  assert.equal(await browser.code('approveDeviceCode', of(late)), 'not-found');
  assert.deepEqual(await poll(server, late), { standing: 'expired' });
  assert.deepEqual(await poll(server, { deviceCode: 'made-up' }), { standing: 'expired' });
  await server.server.context.accounts.forgetOldSessions();
  assert.deepEqual(server.server.context.database.prepare('SELECT * FROM device_codes').all(), [], 'what has expired is forgotten');
});

test('SI-5: a device that asks too soon is told to slow down, each time by five seconds more, up to a minute', async (t) => {
  const { server, time } = await withAnna(t);
  const given = await ask(server);
  const after = async (ms: number) => {
    time.now += ms;
    return poll(server, given);
  };
  assert.deepEqual(await after(0), { standing: 'pending', interval: 2 });
  assert.deepEqual(await after(2000), { standing: 'pending', interval: 2 });
  assert.deepEqual(await after(1000), { standing: 'slow-down', interval: 7 });
  assert.deepEqual(await after(2000), { standing: 'slow-down', interval: 12 });
  assert.deepEqual(await after(12_000), { standing: 'pending', interval: 12 });
  for (let n = 0; n < 20; n += 1) await after(0);
  assert.deepEqual(await after(0), { standing: 'slow-down', interval: 60 });
});

test('SI-6: both halves of a code are kept only as hashes', async (t) => {
  const { server, browser } = await withAnna(t);
  const given = await ask(server);
  await browser.ok('approveDeviceCode', of(given));
  const end = await poll(server, given);
  const { database } = server.server.context;
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").all() as {
    name: string;
  }[];
  const secrets = [
    given.deviceCode.slice(4),
    given.userCode,
    given.userCode.replace('-', ''),
    end.standing === 'approved' ? end.token.slice(4) : '?',
  ];
  for (const { name } of tables) {
    const text = JSON.stringify(database.prepare(`SELECT * FROM "${name}"`).all());
    for (const secret of secrets) assert.ok(!text.includes(secret), name);
  }
});

test('SI-7: guessing codes is limited for an account, and the answer says for how long', async (t) => {
  const { server, browser } = await withAnna(t);
  const given = await ask(server);
  for (let n = 0; n < 10; n += 1) assert.equal(await browser.code('deviceCode', { params: { userCode: 'BCDF-GHJK' } }), 'not-found');
  const answer = await browser.call('approveDeviceCode', of(given));
  assert.ok(!answer.ok && answer.refusal.code === 'rate-limited' && Number(answer.refusal.details['seconds']) > 0);
  assert.match(answer.refusal.words, /wrong codes/);
  await server.account('ben@x.org');
  assert.equal(await (await server.signIn('ben@x.org')).code('deviceCode', named(given)), 'ok', 'others are not held up');
  assert.equal(await browser.code('session', {}), 'ok');
});

test('SI-8: codes that wait are limited for an address and in all; what was approved or denied makes room', async (t) => {
  const { server, browser } = await withAnna(t);
  const from = (n: number) => ({ 'x-forwarded-for': `203.0.113.${n}` });
  const codes = [];
  for (let n = 0; n < 20; n += 1) codes.push(await ask(server, from(1)));
  const refused = await server.client(from(1)).call('askDeviceCode', { body: SELF });
  assert.ok(!refused.ok && refused.refusal.code === 'rate-limited' && refused.refusal.details['seconds'] === 600);
  await ask(server, from(2));
  await browser.ok('denyDeviceCode', of(codes[0]!));
  await ask(server, from(1));
  const { database } = server.server.context;
  const [pattern] = database.prepare('SELECT * FROM device_codes LIMIT 1').all() as Record<string, string>[];
  const columns = Object.keys(pattern!);
  const insert = database.prepare(
    `INSERT INTO device_codes (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
  );
  for (let n = 0; n < 1000; n += 1)
    insert.run({ ...pattern, state: 'waiting', device_hash: `d${n}`, user_hash: `u${n}`, address: `a${n}` });
  assert.equal(await server.client(from(3)).code('askDeviceCode', { body: SELF }), 'rate-limited');
});

test('SI-9: only a signed-in browser lets a device in; it becomes one of that browser’s account and of no other', async (t) => {
  const { server, browser } = await withAnna(t);
  const given = await ask(server);
  assert.equal(await server.client().code('approveDeviceCode', of(given)), 'signed-out');
  const device = await server.device('anna@x.org');
  assert.equal(await device.client.code('deviceCode', named(given)), 'forbidden');
  for (const name of ['approveDeviceCode', 'denyDeviceCode'] as const)
    assert.equal(await device.client.code(name, of(given)), 'forbidden', name);
  const ben = await server.account('ben@x.org');
  await ben.ok('approveDeviceCode', of(given));
  assert.equal(await browser.code('approveDeviceCode', of(given)), 'not-found');
  const end = await poll(server, given);
  assert.ok(end.standing === 'approved' && end.account.email === 'ben@x.org');
  assert.ok(!(await browser.ok('devices', {})).devices.some(({ id }) => id === end.deviceId));
  assert.equal(
    (
      await server.client().raw('POST', '/api/v1/device-codes', {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...SELF, kind: 'browser' }),
      })
    ).status,
    400,
  );
});
