import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { REASON_CODES, tellReason, type Evidence, type ReasonCode } from '@rollcall/protocol';
import { hindrances, judgeCause, simulatedCause } from './judge.ts';
import { FAST_RATE, SLOW_RATE, slowSince, type WaySeen } from './seen.ts';
import { untilKnock } from './stuck.ts';

const SERVER = 'https://photos.example.org';
const seen = (over: Partial<WaySeen> = {}): WaySeen => ({
  unlinked: null,
  portal: null,
  simulated: null,
  interfaces: 'connected to eth0, which leads nowhere',
  server: SERVER,
  lastSuccess: 7,
  skew: null,
  pace: null,
  ...over,
});
const judged = (code: ReasonCode, error: string | null, over: Partial<WaySeen> = {}): ReasonCode =>
  judgeCause({ code, evidence: error === null ? {} : { error } }, seen(over)).code;

test('NW-1: a link that is not there, and a network that wants a sign-in, explain what else looks like a server that is away', () => {
  assert.equal(judged('server-unreachable', 'ETIMEDOUT'), 'server-unreachable');
  assert.equal(judged('server-unreachable', 'ETIMEDOUT', { unlinked: true }), 'offline');
  for (const code of ['server-unreachable', 'offline', 'tls-failed'] as const)
    assert.equal(judged(code, 'ETIMEDOUT', { portal: true }), 'captive-portal');
  // Its machine, or a proxy before it, has answered.
  for (const error of ['ECONNREFUSED', 'ECONNRESET', 'HTTP 502'])
    assert.equal(judged('server-unreachable', error, { unlinked: true, portal: true }), 'server-unreachable');
  // On a link that is there a name that nobody knows is the server's trouble.
  assert.equal(judged('offline', 'ENOTFOUND', { unlinked: false }), 'server-unreachable');
  assert.equal(judged('offline', 'ENOTFOUND'), 'offline');
  assert.equal(judged('offline', 'ENETUNREACH', { unlinked: false }), 'offline');
  assert.equal(judged('signed-out', null, { unlinked: true, portal: true }), 'signed-out');
});

test('NW-1: offline tells the networks that are seen, and a server that is away or busy when it last answered', () => {
  const evidence = (code: ReasonCode, error: string): Evidence => judgeCause({ code, evidence: { error } }, seen()).evidence;
  assert.deepEqual(evidence('offline', 'ENETUNREACH'), { error: 'ENETUNREACH', interface: 'connected to eth0, which leads nowhere' });
  assert.deepEqual(evidence('server-unreachable', 'ECONNREFUSED'), { error: 'ECONNREFUSED', lastSuccess: 7 });
  assert.deepEqual(evidence('server-busy', 'HTTP 503'), { error: 'HTTP 503', lastSuccess: 7 });
  assert.match(tellReason({ code: 'offline', since: 1, evidence: evidence('offline', 'ENETUNREACH') }).words, /offline: connected to eth0/);
});

test('NW-2: the page of a network that wants a sign-in is the one to which it leads, or stands at the server’s address; nothing else is told as a page', () => {
  const page = (told: string | null): unknown => judgeCause({ code: 'captive-portal', evidence: { page: told } }, seen()).evidence['page'];
  assert.equal(page('http://hotel.example/welcome?x=1'), 'http://hotel.example/welcome?x=1');
  for (const strange of [null, '/welcome', 'javascript:alert(1)', 'http://x\u001b[2J', `http://${'x'.repeat(600)}`, 'ftp://x'])
    assert.equal(page(strange), SERVER);
  assert.match(tellReason({ code: 'captive-portal', since: 1, evidence: { page: 'http://h/' } }).cure, /Open http:\/\/h\//);
});

test('NW-3: a slow link tells its rate, and whether the server or the way is slow; a clock that is far off tells by how much', () => {
  const pace = { rate: 20_000, slowSince: 5, loss: null, handshake: 40, answer: 60 };
  const [slow] = hindrances(seen({ pace }));
  assert.deepEqual([slow?.code, slow?.since, slow?.evidence['rate'], slow?.evidence['where']], ['slow-link', 5, 20_000, 'link']);
  assert.equal(hindrances(seen({ pace: { ...pace, answer: 3000 } }))[0]?.evidence['where'], 'server');
  assert.equal(hindrances(seen({ pace: { ...pace, handshake: 2500, answer: 4000 } }))[0]?.evidence['where'], 'link');
  assert.equal(hindrances(seen({ pace: { ...pace, handshake: null, answer: null } }))[0]?.evidence['where'], 'link');
  assert.deepEqual(hindrances(seen({ pace: { ...pace, slowSince: null } })), []);
  assert.deepEqual(hindrances(seen({ skew: { seconds: 60, since: 1 } })), []);
  const [off] = hindrances(seen({ skew: { seconds: -3600, since: 1 } }));
  assert.match(tellReason({ code: 'clock-skew', since: 1, evidence: off?.evidence ?? {} }).words, /60 min behind/);
});

test('NW-4: a rate is slow below one bound, and until it is above a higher one', () => {
  assert.equal(slowSince(null, SLOW_RATE, 9), null);
  assert.equal(slowSince(null, SLOW_RATE - 1, 9), 9);
  assert.equal(slowSince(4, SLOW_RATE, 9), 4);
  assert.equal(slowSince(4, FAST_RATE, 9), null);
});

test('NW-5: what is simulated of the way stands before what the server answers', () => {
  assert.equal(simulatedCause(seen({ unlinked: true, portal: true })), null);
  assert.equal(simulatedCause(seen({ simulated: 'unlinked' }))?.code, 'offline');
  assert.deepEqual(simulatedCause(seen({ simulated: 'portal' })), { code: 'captive-portal', evidence: { page: SERVER } });
});

test('NW-6: however long it lasts, a way that is barred is tried again within three seconds', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (tries, random) => {
      const wait = untilKnock(tries, random);
      assert.ok(wait > 100 && wait < 3000, String(wait));
    }),
  );
});

test('NW-1: of whatever cause, and whatever is seen, a reason comes out that tells words, an end and a cure', () => {
  const maybe = fc.constantFrom(true, false, null);
  fc.assert(
    fc.property(
      fc.constantFrom(...REASON_CODES),
      fc.constantFrom('ETIMEDOUT', 'HTTP 502', 'ENOTFOUND'),
      maybe,
      maybe,
      (code, error, unlinked, portal) => {
        const told = tellReason({ since: 1, ...judgeCause({ code, evidence: { error } }, seen({ unlinked, portal })) });
        assert.ok(told.words !== '' && told.ends.words !== '' && told.cure !== '');
      },
    ),
  );
});

test('DR-57: a slow link on which much is lost tells how much, where that is seen; the little that every link loses is not told', () => {
  const words = (loss: number | null): string => {
    const [slow] = hindrances(seen({ pace: { rate: 20_000, slowSince: 5, loss, handshake: 40, answer: 60 } }));
    return tellReason({ code: 'slow-link', since: 5, evidence: slow?.evidence ?? {} }).words;
  };
  assert.equal(words(8), 'The link is slow (20 kB a second; 8 % of what this device sends is lost), here or on the way to the server.');
  for (const little of [null, 0, 1]) assert.equal(words(little), 'The link is slow (20 kB a second), here or on the way to the server.');
});

test('DR-58: of a link over which nothing came for some seconds no speed is told', () => {
  const told = tellReason({ code: 'slow-link', since: 5, evidence: { rate: 0, where: 'link' } });
  assert.equal(told.words, 'The link is slow (next to nothing comes by), here or on the way to the server.');
});

test('DR-59: where much is lost on the way a late answer is not called the server’s fault; where little is, it is', () => {
  const where = (loss: number | null): unknown =>
    hindrances(seen({ pace: { rate: 20_000, slowSince: 5, loss, handshake: 40, answer: 3000 } }))[0]?.evidence['where'];
  assert.equal(where(8), 'link');
  for (const little of [null, 0, 1]) assert.equal(where(little), 'server');
});
