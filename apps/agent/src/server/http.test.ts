import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect as dial, type Socket } from 'node:net';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { test } from 'node:test';
import { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { API } from '@rollcall/protocol';
import { FileFailure } from '@rollcall/transfer';
import { deviceTrouble, linkTrouble } from '../work/trouble.ts';
import { connect } from './connection.ts';

test('TL-7: a device sends its token to another machine over https only, however it came to the address, unless its person allowed it', async (t) => {
  const outside = Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal);
  if (!outside) return t.skip('this machine has no address but the loopback');
  const heard: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    heard.push(request);
    response.writeHead(404).end();
  }).listen(0, '0.0.0.0');
  await once(server, 'listening');
  t.after(() => server.close());
  const address = `http://${outside.address}:${(server.address() as AddressInfo).port}`;
  const refusing = connect(address, 'rcd_secret', false);
  t.after(() => refusing.close());
  const error: unknown = await refusing.call('session', {}).catch((reason: unknown) => reason);
  assert.deepEqual(linkTrouble(error), { code: 'tls-failed', evidence: { error: 'its address begins with http://, not https://' } });
  await assert.rejects(
    refusing.transport.request({
      method: 'GET',
      path: API.session.path,
      headers: {},
      body: null,
      onSent: undefined,
      signal: new AbortController().signal,
    }),
    /not encrypted/,
  );
  assert.equal(heard.length, 0, 'nothing left this machine');
  const allowed = connect(address, 'rcd_secret', true);
  t.after(() => allowed.close());
  await allowed.call('session', {}).catch(() => undefined);
  assert.equal(heard[0]?.headers.authorization, 'Bearer rcd_secret');
});

test('TL-14: a device that calls the server by a name which is not its own tells that, with the words of the server', () => {
  const words = 'This server does not go by the name nas.lan.';
  assert.deepEqual(deviceTrouble({ code: 'wrong-host', words, details: {}, status: 421 }), {
    code: 'server-unreachable',
    evidence: { error: words },
    lasting: false,
  });
});

test('IF-7: a file that became shorter while it was sent ends its request at once as changed; nobody waits for the rest', async (t) => {
  const server = createServer((request) => request.resume()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const connection = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, null, false);
  t.after(() => {
    connection.close();
    server.closeAllConnections();
    server.close();
  });
  const sending = connection.transport.request({
    method: 'PUT',
    path: '/x',
    headers: { 'content-length': '10' },
    body: Readable.from([Buffer.from('short')], { objectMode: false }),
    onSent: () => undefined,
    signal: undefined,
  });
  await assert.rejects(sending, (error: Error) => error instanceof FileFailure && error.code === 'bytes-changed');
});

/** Listens, and lets nobody in: after a few the system itself leaves everybody without an answer. */
const DEAF = `
  const { createServer } = require('node:net');
  const { parentPort } = require('node:worker_threads');
  const server = createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
  });`;

test('DR-49: nobody waits longer for a connection than for an answer: over a way that swallows all, a question ends with its patience', async (t) => {
  if (process.platform !== 'linux') return t.skip('how a system turns away those for whom it has no place is Linux’s own affair');
  const deaf = new Worker(DEAF, { eval: true });
  const sockets: Socket[] = [];
  t.after(async () => {
    for (const socket of sockets) socket.destroy();
    await deaf.terminate();
  });
  const [port] = (await once(deaf, 'message')) as [number];
  for (let at = 0; at < 16; at += 1) sockets.push(dial({ port, host: '127.0.0.1' }).on('error', () => undefined));
  const connection = connect(`http://127.0.0.1:${port}`, null, false);
  t.after(() => connection.close());
  const error: unknown = await connection.http.look(API.server.path, 200).catch((reason: unknown) => reason);
  assert.deepEqual(linkTrouble(error), { code: 'server-unreachable', evidence: { error: 'ETIMEDOUT' } });
  assert.equal((error as Error).message, 'no answer', 'our patience ended, and not the system’s');
});
