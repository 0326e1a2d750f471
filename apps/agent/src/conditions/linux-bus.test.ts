import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test, type TestContext } from 'node:test';
import { LinuxBus } from './linux-bus.ts';
import { MockBus, whyNoMockBus } from './testing/mock-bus.ts';

interface Listener {
  readonly address: string;
  /** Connections that were taken so far. */
  readonly taken: number;
}

/** A socket that takes every connection; what comes of it is the caller's. Gone with its test. */
async function listen(t: TestContext, take: (socket: Socket) => void): Promise<Listener> {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-odd-bus-'));
  const path = join(folder, 'socket');
  const open = new Set<Socket>();
  let taken = 0;
  const server = createServer((socket) => {
    taken += 1;
    open.add(socket);
    socket.on('error', () => undefined);
    take(socket);
  });
  server.listen(path);
  await once(server, 'listening');
  t.after(() => {
    for (const socket of open) socket.destroy();
    server.close();
    rmSync(folder, { recursive: true });
  });
  return {
    address: `unix:path=${path}`,
    get taken() {
      return taken;
    },
  };
}

/** Lets whoever comes in, as a bus does, and then says these bytes when it is called. */
const greets =
  (then: string) =>
  (socket: Socket): void => {
    socket.on('data', (chunk) => {
      const text = chunk.toString('latin1');
      if (text.includes('AUTH')) socket.write('OK 0123456789abcdef0123456789abcdef\r\n');
      else if (then !== '') socket.write(then);
    });
  };

const ODD: readonly (readonly [string, (socket: Socket) => void])[] = [
  ['that takes a call and never says a word', (socket) => void socket.resume()],
  ['that lets one in and never answers', greets('')],
  ['that answers with what is no message', greets('HTTP/1.1 400 Bad Request\r\n\r\n')],
  ['that refuses', (socket) => void socket.end('REJECTED\r\n')],
];

for (const [how, take] of ODD)
  test(`DR-55: a bus ${how} ends no program: nothing can be seen of it, and the next look asks again`, async (t) => {
    const listener = await listen(t, take);
    const probe = new LinuxBus(listener.address);
    t.after(() => probe.close());
    probe.watch(() => undefined);
    for (const look of [1, 2]) {
      const { link, battery } = await probe.look();
      assert.ok('unseen' in link && /cannot be reached/.test(link.unseen), JSON.stringify(link));
      assert.deepEqual(battery, link);
      assert.equal(listener.taken, look);
    }
  });

test('DR-55: an address that is none ends no program: nothing can be seen', async () => {
  for (const address of ['', 'nothing', 'unix:', 'tcp:host=127.0.0.1', 'tcp:host=127.0.0.1,port=70000', 'unixexec:path=/nonexistent/bus']) {
    const probe = new LinuxBus(address);
    probe.watch(() => undefined);
    const { link } = await probe.look();
    assert.ok('unseen' in link && /cannot be reached/.test(link.unseen), `${address}: ${JSON.stringify(link)}`);
    probe.close();
  }
});

test('DR-55: a bus that did not answer is seen when it answers', { skip: whyNoMockBus() ?? false }, async (t) => {
  const bus = await MockBus.open();
  t.after(() => bus.close());
  const [, path = ''] = /^unix:path=([^,]+)/.exec(bus.address) ?? [];
  let answers = false;
  const { address } = await listen(t, (socket) => {
    if (!answers) return void socket.resume();
    const real = createConnection(path);
    real.on('error', () => socket.destroy());
    socket.on('close', () => real.destroy());
    socket.pipe(real).pipe(socket);
  });
  const probe = new LinuxBus(address);
  t.after(() => probe.close());
  assert.ok('unseen' in (await probe.look()).link);
  answers = true;
  let { link } = await probe.look();
  for (let looks = 0; 'unseen' in link && looks < 20; looks += 1) link = (await probe.look()).link;
  assert.deepEqual(link, { is: 'wifi', source: 'NetworkManager' });
});
