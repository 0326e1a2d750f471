import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { test, type TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { API, IN_HAND_HEADER, MIN_SUPPORTED, NONE_IN_HAND, PROTOCOL_VERSION, REQUEST_HEADER, type ServerInfo } from '@rollcall/protocol';
import { putAnew } from './anew.ts';
import { connect, type Connection } from './connection.ts';
import { InHand } from './in-hand.ts';

/** A request of which the test says how it gets on. */
function request(inHand: InHand, body = 0) {
  const own = { count: 0, held: false, ends: 0, name: '' };
  const end = (): void => {
    own.ends += 1;
    inHand.over(own.name);
  };
  own.name = inHand.begin({ body, moved: () => own.count, held: () => own.held, end }, 0);
  return own;
}
/** Asks at these times, in each of which the server says this; the times at which something was asked. */
function asks(inHand: InHand, said: string | null, until: number, from = 0): number[] {
  const asked: number[] = [];
  for (let now = from; now <= until; now += 250) {
    const names = inHand.due(now);
    if (names.length === 0) continue;
    asked.push(now);
    inHand.heard(names, said, now, now);
  }
  return asked;
}

test('CN-16: what the server does not have in hand, asked twice, is lost within three seconds; what moves is not even asked about', () => {
  const inHand = new InHand();
  const lost = request(inHand);
  const moving = request(inHand);
  for (let now = 0; now <= 3000; now += 250) {
    moving.count += 1;
    const names = inHand.due(now);
    assert.equal(names.includes(moving.name), false);
    inHand.heard(names, '', now, now);
    if (now < 2000) assert.equal(lost.ends, 0, 'once is not enough: the answer may just be coming');
  }
  assert.deepEqual([lost.ends, moving.ends], [1, 0]);
});

test('CN-16: that at which the server works is waited for, and asked about more and more seldom; so is all at a server that does not tell', () => {
  for (const tells of [true, false]) {
    const inHand = new InHand();
    const heavy = request(inHand);
    const asked = asks(inHand, tells ? heavy.name : null, 120_000);
    assert.equal(heavy.ends, 0);
    assert.ok(asked.length <= 9, `asked ${asked.length} times in two minutes`);
  }
});

test('CN-16: what waits for this device itself is not lost', () => {
  const inHand = new InHand();
  const own = request(inHand);
  own.held = true;
  asks(inHand, '', 20_000);
  assert.equal(own.ends, 0);
});

test('CN-16: a large body that something on the way may be keeping is waited for as long as others took, and longer after each that was given up', () => {
  const inHand = new InHand();
  const first = request(inHand, 400_000);
  asks(inHand, '', 21_000);
  assert.equal(first.ends, 0, 'as if the link were slow');
  asks(inHand, '', 24_000, 21_250);
  assert.equal(first.ends, 1);
  const second = request(inHand, 400_000);
  asks(inHand, '', 60_000);
  assert.equal(second.ends, 0, 'perhaps the first one was only slow');
  inHand.answered(second.name, 60_000);
  inHand.over(second.name);
  const known = new InHand();
  const quick = request(known, 400_000);
  known.answered(quick.name, 100);
  known.over(quick.name);
  const third = request(known, 400_000);
  asks(known, '', 4000);
  assert.equal(third.ends, 1, 'others came by at once');
});

test('CN-16: what the server had in hand, and has no more, is lost whatever its body: its answer did not come', () => {
  const inHand = new InHand();
  const own = request(inHand, 10_000_000);
  asks(inHand, own.name, 1500);
  asks(inHand, '', 8000, 1750);
  assert.equal(own.ends, 1);
});

test('CN-16: two answers that come together are one: what is on its way may be there a moment later', () => {
  const inHand = new InHand();
  const own = request(inHand);
  const first = inHand.due(1000);
  const second = inHand.due(2000);
  assert.deepEqual([first, second], [[own.name], [own.name]]);
  inHand.heard(first, '', 1000, 2600);
  inHand.heard(second, '', 2000, 2610);
  assert.equal(own.ends, 0);
  asks(inHand, '', 4000, 3000);
  assert.equal(own.ends, 1);
});

test('CN-19: a transfer for which the server waits, and on whose way nothing comes between two questions, is lost; one that is slow and moves never is', () => {
  for (const body of [0, 60_000_000]) {
    const inHand = new InHand();
    const others = request(inHand, 8_000_000);
    inHand.answered(others.name, 1000);
    inHand.over(others.name);
    const dead = request(inHand, body);
    assert.equal(asks(inHand, `${dead.name}=77`, 6000).length > 1, true);
    assert.equal(dead.ends, 1);
    const slow = request(inHand, body);
    for (let now = 0; now <= 120_000; now += 250) {
      const names = inHand.due(now);
      // So little comes by that nothing of it shows here for long: the device has given all to its system.
      if (names.length > 0) inHand.heard(names, `${slow.name}=${Math.floor(now / 1000)}`, now, now);
    }
    assert.equal(slow.ends, 0);
  }
});

test('CN-19: a body that comes in pieces with long pauses between is waited for as long as others took', () => {
  const inHand = new InHand();
  const others = request(inHand, 1_000_000);
  inHand.answered(others.name, 20_000);
  inHand.over(others.name);
  const slow = request(inHand, 12_000_000);
  for (let now = 0; now <= 200_000; now += 250) {
    const names = inHand.due(now);
    if (names.length > 0) inHand.heard(names, `${slow.name}=${Math.floor(now / 9000)}`, now, now);
  }
  assert.equal(slow.ends, 0);
});

test('CN-19: what was on its way when one was given up is lost as soon, and what begins after that is waited for much longer', () => {
  const inHand = new InHand();
  const others = request(inHand, 3_000_000);
  inHand.answered(others.name, 100);
  inHand.over(others.name);
  const one = request(inHand, 3_000_000);
  asks(inHand, `${one.name}=5`, 1000);
  const other = request(inHand, 3_000_000);
  asks(inHand, `${one.name}=5, ${other.name}=5`, 6000, 1250);
  assert.deepEqual([one.ends, other.ends], [1, 1]);
  const again = request(inHand, 3_000_000);
  asks(inHand, `${again.name}=5`, 12_000);
  assert.equal(again.ends, 0);
  asks(inHand, `${again.name}=5`, 16_000, 12_250);
  assert.equal(again.ends, 1);
  // One that comes by quickly shows that the way is as it was.
  const quick = request(inHand, 3_000_000);
  inHand.answered(quick.name, 100);
  inHand.over(quick.name);
  const later = request(inHand, 3_000_000);
  asks(inHand, `${later.name}=5`, 4000);
  assert.equal(later.ends, 1);
});

test('CN-19: a transfer at which the server works is waited for, whatever it was before', () => {
  const inHand = new InHand();
  const own = request(inHand);
  asks(inHand, `${own.name}=5`, 1500);
  asks(inHand, own.name, 60_000, 1750);
  assert.equal(own.ends, 0);
  asks(inHand, `${own.name}=5`, 95_000, 60_250);
  assert.equal(own.ends, 1);
});

const SEALED = { digest: '0'.repeat(64), told: { files: 1, standIns: 0, leftOut: { count: 0, first: [] } } };
const INFO: ServerInfo = {
  name: 'rollcall',
  version: '1',
  protocol: PROTOCOL_VERSION,
  minSupported: MIN_SUPPORTED,
  epoch: 'e',
  setupNeeded: false,
  registrationOpen: false,
  time: 1,
};

/** A server before which some requests are swallowed; it tells what it has in hand, and of what is swallowed in the midst that it waits. */
async function swallowing(t: TestContext, swallows: (incoming: IncomingMessage) => boolean | 'in the midst') {
  const came: string[] = [];
  const held = new Map<string, string>();
  const left: ServerResponse[] = [];
  const server = createServer((incoming, outgoing) => {
    const path = incoming.url ?? '';
    const name = String(incoming.headers[REQUEST_HEADER]);
    const asked = incoming.headers[IN_HAND_HEADER];
    if (asked === undefined) came.push(path);
    const swallowed = asked === undefined && swallows(incoming);
    if (swallowed === true) return void left.push(outgoing);
    held.set(name, swallowed === false ? name : `${name}=5`);
    outgoing.once('close', () => held.delete(name));
    if (swallowed === 'in the midst') return void outgoing.writeHead(200, { 'content-length': '100' }).write('half of it');
    if (typeof asked === 'string')
      outgoing.setHeader(
        IN_HAND_HEADER,
        asked
          .split(', ')
          .flatMap((each) => held.get(each) ?? [])
          .join(', ') || NONE_IN_HAND,
      );
    outgoing.setHeader('content-type', 'application/json');
    outgoing.end(JSON.stringify(INFO));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const connection = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, null, false);
  t.after(() => {
    connection.close();
    server.closeAllConnections();
    server.close();
  });
  return { connection, came, left };
}

/** Asks after what hangs, as an engine does, until this is over. */
async function watching<T>(connection: Connection, what: Promise<T>): Promise<T> {
  const stop = new AbortController();
  const over = what.finally(() => stop.abort());
  over.catch(() => undefined);
  while (!stop.signal.aborted) {
    await connection.askAfter(stop.signal);
    await wait(50);
  }
  return over;
}

test('CN-16: a question that was swallowed is put anew by itself as soon as the way carries', async (t) => {
  let swallowed = 0;
  const { connection, came } = await swallowing(t, () => (swallowed += 1) === 1);
  const answer = await watching(connection, connection.call('server', {}));
  assert.ok(answer.ok);
  assert.deepEqual(came, [API.server.path, API.server.path], 'nobody who asked was told of it');
});

test('CN-16: an answer that came whole, and that nobody has taken yet, is not lost', async (t) => {
  const { connection } = await swallowing(t, () => false);
  const { body } = await connection.transport.request({
    method: 'GET',
    path: '/x',
    headers: {},
    body: null,
    onSent: undefined,
    signal: undefined,
  });
  await watching(connection, wait(4000));
  let text = '';
  for await (const chunk of body) text += Buffer.from(chunk).toString('utf8');
  assert.deepEqual(JSON.parse(text), INFO);
});

test('CN-16: a fetch that was swallowed ends at once, for whoever fetches to begin anew', async (t) => {
  const { connection, left } = await swallowing(t, () => true);
  const fetching = connection.transport.request({
    method: 'GET',
    path: '/x',
    headers: {},
    body: null,
    onSent: undefined,
    signal: undefined,
  });
  await assert.rejects(watching(connection, fetching), /begun anew/);
  assert.equal(left.length, 1);
});

test('CN-19: a fetch that is swallowed in its midst ends at once, for whoever fetches to go on from there', async (t) => {
  const { connection } = await swallowing(t, () => 'in the midst');
  const fetching = async (): Promise<string> => {
    const { body } = await connection.transport.request({
      method: 'GET',
      path: '/x',
      headers: {},
      body: null,
      onSent: undefined,
      signal: undefined,
    });
    let text = '';
    try {
      for await (const chunk of body) text += Buffer.from(chunk).toString('utf8');
    } catch {
      return text;
    }
    return assert.fail('it came to its end');
  };
  assert.equal(await watching(connection, fetching()), 'half of it');
});

test('CN-20: what a person asks for by a command, and what is signed once, is not put anew though it may be lost', async (t) => {
  const asked = async (ask: (connection: Connection) => Promise<unknown>): Promise<void> => {
    const { connection, came } = await swallowing(t, ({ url }) => url !== API.server.path);
    const state = { over: false };
    const asking = ask(connection)
      .catch(() => undefined)
      .finally(() => (state.over = true));
    await watching(connection, wait(3500));
    assert.deepEqual([came.length, state.over], [2, false], 'it still waits for its answer');
    connection.beginAnew();
    await asking;
    assert.equal(came.length, 2);
  };
  await Promise.all([
    asked((connection) => connection.call('keepAccount', {})),
    asked((connection) => connection.call('sealProof', { params: { proofId: 'p' }, body: SEALED })),
  ]);
});

test('CN-19: an upload that waits for the disk from which it is read is not lost, and is when it was read and nothing comes by', async (t) => {
  const { connection } = await swallowing(t, () => 'in the midst');
  const upload = (body: Readable): Promise<unknown> =>
    connection.transport.request({
      method: 'PUT',
      path: '/x',
      headers: { 'content-length': '4' },
      body,
      onSent: undefined,
      signal: undefined,
    });
  const body = new Readable({ read: () => undefined });
  const state = { over: false };
  const uploading = upload(body).finally(() => (state.over = true));
  uploading.catch(() => undefined);
  await watching(connection, wait(3500));
  assert.equal(state.over, false);
  body.push('1234');
  body.push(null);
  const { body: answer } = (await uploading) as { body: Readable };
  await assert.rejects(watching(connection, text(answer)));
});

test('CN-20: a question that is lost each time is put four times, and one that something else kept away once', async () => {
  let put = 0;
  const lost = putAnew(async (tell) => {
    put += 1;
    tell();
    throw new Error('begun anew');
  });
  await assert.rejects(lost, { code: 'ETIMEDOUT' });
  assert.equal(put, 4);
  const refused = putAnew(async () => {
    put += 1;
    throw new Error('refused');
  });
  await assert.rejects(refused, /refused/);
  assert.equal(put, 5);
});
