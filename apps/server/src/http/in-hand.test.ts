import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { API, IN_HAND_HEADER, MOST_ASKED, NONE_IN_HAND, REQUEST_HEADER } from '@rollcall/protocol';
import fastify from 'fastify';
import { takeBody } from '../bytes/take-body.ts';
import { Served } from '../testing/served.ts';
import { tellInHand } from './in-hand.ts';

test('CN-16: the server tells which of the requests that it is asked about it has in hand, until each is answered or broken', async (t) => {
  const served = await Served.start();
  t.after(() => served.close());
  const [one, two] = ['one'.padEnd(22, '1'), 'two'.padEnd(22, '2')];
  const inHand = async (asked: string): Promise<string | null> =>
    (await served.client().raw('GET', API.server.path, { headers: { [IN_HAND_HEADER]: asked } })).headers.get(IN_HAND_HEADER);
  const until = async (asked: string, said: RegExp): Promise<void> => {
    while (!said.test((await inHand(asked)) ?? '')) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const begin = (name: string) => {
    const headers = { 'content-type': 'application/json', 'content-length': '2', [REQUEST_HEADER]: name };
    const outgoing = request(`${served.url}${API.signIn.path}`, { method: 'POST', headers });
    outgoing.on('error', () => undefined);
    outgoing.write('{');
    return outgoing;
  };
  assert.equal(await inHand(`${one}, ${two}`), NONE_IN_HAND);
  const first = begin(one);
  const second = begin(two);
  await until(`${one}, ${two}`, new RegExp(`^${one}=\\d+, ${two}=\\d+$`));
  first.end('}');
  const [answer] = await once(first, 'response');
  (answer as NodeJS.ReadableStream).resume();
  await until(`${one}, ${two}`, new RegExp(`^${two}=`));
  second.destroy();
  await until(two, /^none$/);
  assert.equal(await inHand(`what, ${'x'.repeat(5000)}`), NONE_IN_HAND, 'what is no name is not looked for');
  const third = begin(one);
  await until(one, new RegExp(`^${one}=`));
  const many = [...Array.from({ length: MOST_ASKED }, () => two), one].join(',');
  assert.equal(await inHand(many), NONE_IN_HAND, 'more are not looked for at once');
  third.destroy();
  const silent = await served.client().raw('GET', API.server.path);
  assert.equal(silent.headers.get(IN_HAND_HEADER), null, 'nobody asked');
});

/** A server with a question that it works at, a body that it takes onto a slow disk, and an answer of so many bytes. */
async function slow(t: TestContext, answer: Buffer) {
  const worked = Promise.withResolvers<void>();
  const written = Promise.withResolvers<void>();
  const app = fastify();
  tellInHand(app);
  app.addContentTypeParser('application/octet-stream', (_request, _body, done) => done(null));
  app.get('/', async () => '');
  app.post('/work', () => worked.promise.then(() => ''));
  app.get('/large', async (_request, reply) => reply.send(answer));
  app.put('/body', async ({ raw }, reply) => {
    const append = async (): Promise<void> => written.promise;
    const incoming = { id: 'one', size: 0, append, empty: fail, hash: fail, close: fail };
    await takeBody({ request: raw, incoming, most: 100, onArrived: () => undefined, roomLeft: () => true }).ended;
    return reply.send('');
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  t.after(() => app.close());
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const told = async (name: string): Promise<string> =>
    (await fetch(url, { headers: { [IN_HAND_HEADER]: name, connection: 'close' } })).headers.get(IN_HAND_HEADER) ?? '';
  const until = async (name: string, said: RegExp): Promise<string> => {
    for (;;) {
      const tells = await told(name);
      if (said.test(tells)) return tells;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const ask = (method: string, path: string, name: string, headers: Record<string, string> = {}): ClientRequest => {
    const outgoing = request(`${url}${path}`, { method, agent: false, headers: { ...headers, [REQUEST_HEADER]: name } });
    outgoing.on('error', () => undefined);
    return outgoing;
  };
  return { worked, written, until, told, ask };
}

const fail = (): never => {
  throw new Error('nobody asks for that');
};
const NAMED = 'name'.padEnd(22, '1');
const countOf = (tells: string): number => Number(tells.slice(tells.indexOf('=') + 1));

test('CN-19: of a body that is not whole the server tells how far the way brought it, and while it writes that it works at it', async (t) => {
  const { written, until, told, ask } = await slow(t, Buffer.alloc(0));
  const outgoing = ask('PUT', '/body', NAMED, { 'content-type': 'application/octet-stream', 'content-length': '20' });
  outgoing.flushHeaders();
  const first = countOf(await until(NAMED, /=/));
  assert.equal(countOf(await told(NAMED)), first, 'nothing came');
  outgoing.write('some of it');
  await until(NAMED, new RegExp(`^${NAMED}$`));
  written.resolve();
  assert.ok(countOf(await until(NAMED, /=/)) > first);
  outgoing.destroy();
  await until(NAMED, /^none$/);
});

test('CN-19: of a question at which the server works it tells just that; of an answer that nobody takes how much of it went', async (t) => {
  const { worked, until, ask } = await slow(t, Buffer.alloc(64 * 1024 * 1024));
  const heavy = ask('POST', '/work', NAMED);
  heavy.end();
  await until(NAMED, new RegExp(`^${NAMED}$`));
  worked.resolve();
  await once(heavy, 'response');
  heavy.destroy();
  await until(NAMED, /^none$/);
  const large = ask('GET', '/large', NAMED);
  large.end();
  const [answer] = (await once(large, 'response')) as [IncomingMessage];
  const before = countOf(await until(NAMED, /=/));
  answer.resume();
  await once(answer, 'end');
  assert.ok(before < 64 * 1024 * 1024);
  await until(NAMED, /^none$/);
});
