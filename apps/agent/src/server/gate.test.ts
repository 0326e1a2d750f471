import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { connect } from './connection.ts';
import { HeldBack, type Gate } from './gate.ts';
import { slowly, Tap } from './slowly.ts';

/** A server that notes who asks, and answers or lets wait. */
async function withServer(answers: boolean, run: (url: string, asked: string[]) => Promise<void>): Promise<void> {
  const asked: string[] = [];
  const server: Server = createServer((incoming, outgoing) => {
    asked.push(incoming.url ?? '');
    incoming.resume();
    if (answers) outgoing.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function gate(over: Partial<Gate>): Gate {
  return { admit: () => new AbortController().signal, pass: () => Promise.resolve(), slows: false, ...over };
}

test('SG-7: every request passes the gate first: what may not begin sends nothing, and what may not go on ends as held back', async () => {
  await withServer(false, async (url, asked) => {
    const connection = connect(url, null, false);
    const held = new AbortController();
    connection.guard(
      gate({
        admit: (cargo) => {
          if (cargo === 'photos') throw new HeldBack();
          return held.signal;
        },
      }),
    );
    const part = connection.transport.request({ method: 'GET', path: '/x', headers: {}, body: null, signal: undefined, onSent: undefined });
    await assert.rejects(part, HeldBack);
    assert.deepEqual(asked, []);
    const words = connection.call('server', {});
    while (asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    held.abort(new HeldBack());
    await assert.rejects(words, HeldBack);
    connection.close();
  });
});

test('SG-7: bytes pass the gate piece by piece, both ways, and are counted with their headers', async () => {
  await withServer(true, async (url) => {
    const connection = connect(url, null, false);
    const passed = { up: 0, down: 0 };
    const count = (bytes: number, way: 'up' | 'down'): Promise<void> => {
      passed[way] += bytes;
      return Promise.resolve();
    };
    connection.guard(gate({ pass: count, slows: true }));
    const body = Readable.from([Buffer.alloc(100_000)], { objectMode: false });
    const headers = { 'content-length': '100000' };
    const answer = await connection.transport.request({ method: 'PUT', path: '/x', headers, body, signal: undefined, onSent: undefined });
    let content = '';
    for await (const chunk of answer.body) content += Buffer.from(chunk).toString('utf8');
    assert.equal(content, '{}');
    assert.deepEqual(passed, { up: 100_000, down: 2 });
    assert.ok(connection.http.traffic > 100_100 && connection.http.traffic < 102_000, String(connection.http.traffic));
    connection.close();
    assert.ok(connection.http.traffic > 100_100, 'what went over connections that ended stays counted');
  });
});

test('SG-8: several streams through one tap share its rate, and a stream that may not go on ends with its source', async () => {
  const tap = new Tap();
  let now = 0;
  const began = performance.now();
  // 3 pieces of 10 bytes at 1,000 a second: the last may pass after 30 ms, whoever sends them.
  await Promise.all([tap.pass(10, 1000, now), tap.pass(10, 1000, now), tap.pass(10, 1000, now)]);
  assert.ok(performance.now() - began >= 28, 'a rate is a rate');
  now = 1_000_000;
  await tap.pass(0, 1000, now);
  const source = Readable.from([Buffer.alloc(50_000), Buffer.alloc(50_000)], { objectMode: false });
  let passed = 0;
  const stream = slowly(source, (bytes) => {
    passed += bytes;
    return passed > 40_000 ? Promise.reject(new HeldBack()) : Promise.resolve();
  });
  await assert.rejects(async () => {
    for await (const chunk of stream) void chunk;
  }, HeldBack);
  assert.ok(source.destroyed);
});
