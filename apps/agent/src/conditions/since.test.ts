import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { DeviceIdentity } from '@rollcall/core';
import { Obstacles } from '../engine/obstacles.ts';
import { writeMarker } from '../folder/marker.ts';
import { connect } from '../server/connection.ts';
import { openDeviceStore } from '../store/sqlite.ts';
import { deviceFolderTrouble } from '../work/folder-trouble.ts';
import { sinceSeen } from '../store/since-seen.ts';
import { roomSince } from './since.ts';
import { lookAtWay } from './way.ts';

const root = mkdtempSync(join(tmpdir(), 'rollcall-since-'));
after(() => rmSync(root, { recursive: true }));
const store = openDeviceStore(join(root, 'device.sqlite'));
const folder = join(root, 'photos');
const identity = { deviceId: 'd', libraryId: 'l', email: 'ann@example.org', server: 'http://127.0.0.1:1', folder } as DeviceIdentity;
const SEEN = { lastSuccess: null, skew: null, pace: null, unlinked: false, portal: null, simulated: null, interfaces: null, server: '' };
const QUIET = { serverChanged: () => undefined, reached: () => undefined, folderChanged: () => undefined, folderBack: () => undefined };
const obstacles = (): Obstacles => new Obstacles(store, identity, { seen: () => SEEN, hindered: [] }, QUIET);

test('CN-13: a folder that is away is so since it was first found away, by whichever program, and over a restart', async () => {
  mkdirSync(folder);
  writeMarker(folder, { deviceId: 'd', libraryId: 'l', email: 'ann@example.org' } as Parameters<typeof writeMarker>[1]);
  const first = obstacles();
  assert.ok(first.checkFolder());
  const there = sinceSeen(store, 'folder', 'there', Date.now());
  renameSync(folder, `${folder}.away`);
  assert.ok(!first.checkFolder());
  const since = first.folder?.since ?? 0;
  assert.ok(since >= there);
  while (Date.now() <= since) await new Promise((resolve) => setTimeout(resolve, 1));
  assert.equal(deviceFolderTrouble({ identity, home: root, store })?.since, since, 'a command says the same');
  const again = obstacles();
  again.checkFolder();
  assert.equal(again.folder?.since, since, 'so does a program that is begun anew');
  renameSync(`${folder}.away`, folder);
  assert.ok(again.checkFolder());
  assert.ok(sinceSeen(store, 'folder', 'there', Date.now()) > since, 'and it is there since it is back');
});

test('CN-13: little room is so since there was first so little, whatever the bytes; what is simulated, since it was said', () => {
  const free = (is: number, source = 'the file system') => ({ is, source, since: 9 });
  assert.deepEqual(roomSince(store, free(5e9), 100), { ...free(5e9), since: 100 });
  assert.deepEqual(roomSince(store, free(4e9), 200), { ...free(4e9), since: 100 });
  assert.deepEqual(roomSince(store, free(5e8), 300), { ...free(5e8), since: 300 });
  assert.deepEqual(roomSince(store, free(1, 'simulated'), 350), free(1, 'simulated'));
  assert.deepEqual(roomSince(store, free(4e8), 400), { ...free(4e8), since: 300 });
  assert.deepEqual(roomSince(store, free(4e8), 250), { ...free(4e8), since: 250 }, 'nothing began in the future');
  assert.deepEqual(roomSince(store, { unseen: 'no' }, 500), { unseen: 'no' });
});

test('CN-14: a server that does not answer is away since the run before met that, unless it has answered since', async () => {
  const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED', syscall: 'connect' });
  const met = async (): Promise<number> => {
    const run = obstacles();
    run.failed(refused);
    const since = run.server?.since ?? 0;
    while (Date.now() <= since) await new Promise((resolve) => setTimeout(resolve, 1));
    return since;
  };
  const since = await met();
  assert.equal(await met(), since);
  const run = obstacles();
  run.reached();
  run.failed(refused);
  assert.ok((run.server?.since ?? 0) > since);
});

/** Answers who it is, as this version. */
async function serves(port: number, version = '0.9.0'): Promise<Server> {
  const server = createServer((_, response) => response.end(JSON.stringify({ version, protocol: 2 })));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
const ends = async (server: Server): Promise<void> => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
};

test('CN-18: that the server answers, or does not, the safety of the way, and both versions are so since they were first found so; an agent and a command know it from one another', async (t) => {
  const own = openDeviceStore(join(root, 'way.sqlite'));
  let server = await serves(0);
  const { port } = server.address() as AddressInfo;
  const connection = connect(`http://127.0.0.1:${port}`, null, false);
  t.after(() => {
    connection.close();
    server.closeAllConnections();
    server.close();
    own.close();
  });
  const look = async (now: number): Promise<unknown[]> => {
    const way = await lookAtWay({ connection, store: own }, false, () => now);
    const names = ['server', 'tls', 'version', 'server-version'] as const;
    return names.map((name) => {
      const reading = way[name];
      return 'is' in reading ? [reading.is === false ? 'away' : 'seen', reading.since] : 'unseen';
    });
  };
  const all = (since: number): unknown[] => Array.from({ length: 4 }, () => ['seen', since]);
  assert.deepEqual(await look(100), all(100));
  assert.deepEqual(await look(200), all(100), 'nothing is new');
  await ends(server);
  const away = (since: number): unknown[] => [['away', since], ['seen', 100], ['seen', 100], 'unseen'];
  assert.deepEqual(await look(300), away(300));
  assert.deepEqual(await look(400), away(300), 'it is away for longer');
  server = await serves(port, '0.9.1');
  const [answers, tls, ours, theirs] = await look(500);
  assert.deepEqual(
    [answers, tls, ours, theirs],
    [
      ['seen', 500],
      ['seen', 100],
      ['seen', 100],
      ['seen', 500],
    ],
  );
  await ends(server);

  // An agent met it before anybody looked.
  const agent = new Obstacles(own, identity, { seen: () => SEEN, hindered: [] }, QUIET);
  const before = Date.now();
  agent.failed(Object.assign(new Error('refused'), { code: 'ECONNREFUSED', syscall: 'connect' }));
  const [met] = (await look(Date.now() + 60_000)) as [[string, number]];
  assert.equal(met[0], 'away');
  assert.ok(met[1] >= before && met[1] <= Date.now());
  server = await serves(port);
  agent.reached();
  const [back] = (await look(Date.now() + 60_000)) as [[string, number]];
  assert.equal(back[0], 'seen');
  assert.ok(back[1] >= met[1] && back[1] <= Date.now());
});
