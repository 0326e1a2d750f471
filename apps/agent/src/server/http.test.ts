import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { test } from 'node:test';
import { Readable } from 'node:stream';
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
