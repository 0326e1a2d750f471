import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { Dice } from './dice.ts';
import { Proxy } from './proxy.ts';
import { drawFault, type Fault } from './weather.ts';

/** Answers each request with what it got; `got` has the length of each body that came, whole or not. */
let upstream: Server;
const got: { readonly method: string; readonly bytes: number; readonly whole: boolean }[] = [];
let fault: Fault = { kind: 'none' };
const proxy = new Proxy(
  () => `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`,
  () => fault,
);
let url = '';
const body = Buffer.alloc(300_000, 'photo');

before(async () => {
  upstream = createServer((incoming, outgoing) => {
    let bytes = 0;
    incoming.on('data', (chunk: Buffer) => (bytes += chunk.length));
    incoming.on('error', () => undefined);
    incoming.on('close', () => got.push({ method: incoming.method ?? '', bytes, whole: incoming.complete }));
    incoming.on('end', () => {
      const headers = incoming.url?.startsWith('/api/v1/uploads/')
        ? { 'repr-digest': `sha-256=:${'A'.repeat(43)}=:`, 'upload-length': String(bytes) }
        : {};
      outgoing.writeHead(201, headers).end(Buffer.alloc(200_000, String(bytes)));
    });
  });
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
  url = await proxy.open();
});
after(() => {
  proxy.close();
  upstream.closeAllConnections();
  upstream.close();
});

async function ask(next: Fault, path = '/api/v1/x'): Promise<{ status: number; bytes: number } | 'broken'> {
  got.length = 0;
  fault = next;
  try {
    const answer = await fetch(`${url}${path}`, { method: 'PUT', body });
    return { status: answer.status, bytes: (await answer.arrayBuffer()).byteLength };
  } catch {
    return 'broken';
  }
}
/** What came upstream, once the last of it was told. */
async function came(count: number): Promise<typeof got> {
  for (let looks = 0; got.length < count && looks < 200; looks += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  return got;
}

test('TT-3: the network between breaks, delays, doubles, slows down and answers itself, as it was told', async () => {
  const fine = { status: 201, bytes: 200_000 };
  assert.deepEqual(await ask({ kind: 'none' }), fine);
  assert.deepEqual(await came(1), [{ method: 'PUT', bytes: body.length, whole: true }]);
  assert.equal(await ask({ kind: 'cut-request', after: 100_000 }), 'broken');
  assert.deepEqual(await came(1), [{ method: 'PUT', bytes: 100_000, whole: false }]);
  assert.equal(await ask({ kind: 'cut-answer', after: 1000 }), 'broken');
  assert.equal((await came(1))[0]?.whole, true, 'the server had it all');
  assert.equal(await ask({ kind: 'lose-answer' }), 'broken');
  assert.equal((await came(1))[0]?.whole, true);
  assert.deepEqual(await ask({ kind: 'delay', ms: 30 }), fine);
  for (const answer of ['first', 'second'] as const) {
    assert.deepEqual(await ask({ kind: 'duplicate', answer }), fine);
    assert.deepEqual(
      (await came(2)).map(({ bytes }) => bytes),
      [body.length, body.length],
    );
  }
  assert.deepEqual(await ask({ kind: 'throttle', bytesPerSecond: 3_000_000 }), fine);
  assert.equal(((await ask({ kind: 'too-large', limit: 1000 })) as { status: number }).status, 413);
  assert.deepEqual(await ask({ kind: 'too-large', limit: 1_000_000 }), fine);
  assert.equal(((await ask({ kind: 'bad-gateway' })) as { status: number }).status, 502);
  assert.equal(((await ask({ kind: 'portal' })) as { status: number }).status, 200);
  assert.deepEqual(got, [], 'nothing of it came to the server');
});

test('TT-11: only what was done to a request is counted', () => {
  const each = { 'cut-request': 1, 'cut-answer': 1, 'lose-answer': 1, delay: 1, duplicate: 2, throttle: 1, 'bad-gateway': 1, portal: 1 };
  assert.deepEqual(Object.fromEntries(proxy.traffic.faults), { ...each, 'too-large': 1 }, 'what was small enough was not refused');
});

test('TT-12: it is seen when a part of an upload has gone on to the server, and a part has not', async () => {
  const asked = ask({ kind: 'throttle', bytesPerSecond: 200_000 }, '/api/v1/uploads/1/whole');
  for (let looks = 0; proxy.inTheMiddle === 0 && looks < 1000; looks += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  assert.equal(proxy.inTheMiddle, 1);
  assert.deepEqual(got, []);
  await asked;
  assert.equal(proxy.inTheMiddle, 0);
});

test('TT-3: bytes of uploads are counted, and those that were finished', async () => {
  const sentBefore = proxy.traffic.sentBytes;
  await ask({ kind: 'none' }, '/api/v1/uploads/1/whole');
  assert.equal(proxy.traffic.sentBytes - sentBefore, body.length);
  assert.deepEqual([...proxy.traffic.finished.values()], [body.length]);
});

test('TT-4: the same seed draws the same, whoever else draws', () => {
  const draw = (name: string): string[] => {
    const dice = new Dice(7, name);
    return Array.from({ length: 50 }, () => JSON.stringify(drawFault('storm', dice, 1000)));
  };
  assert.deepEqual(draw('network'), draw('network'));
  assert.notDeepEqual(draw('network'), draw('people'));
  const kinds = new Set(
    Array.from({ length: 40 }, (_, seed) => draw(`${seed}`))
      .flat()
      .map((each) => (JSON.parse(each) as Fault).kind),
  );
  assert.equal(kinds.size, 10, 'every fault is drawn');
});
