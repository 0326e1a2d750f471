import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { photo } from '../support/photos.ts';
import { rollcall, until, type Ended } from '../support/program.ts';
import { World, type Device } from '../support/world.ts';

const DOCUMENT = readFileSync(new URL('../../docs/backup.md', import.meta.url), 'utf8');

interface Snapshot {
  count: number;
  added: { count: number };
  lacking: number;
}

describe('a cloud that is backed up, lost and put back', () => {
  const world = new World();
  const backup = join(world.root, 'backup');
  const passphrase = join(world.root, 'passphrase');
  const commands = [...DOCUMENT.matchAll(/^npx rollcall (.+)$/gm)].map(([, line = '']) => line);
  let a: Device;
  let b: Device;
  const stopTraffic = new AbortController();
  let traffic: Promise<void> = Promise.resolve();
  let sent = 0;
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    a = await world.device('Laptop');
    b = await world.device('Desktop');
  });
  after(async () => {
    stopTraffic.abort();
    await traffic;
    await world.end();
  });

  /** The next command of docs/backup.md, which must begin so. */
  function documented(begins: string, ...more: readonly string[]): Promise<Ended> {
    const line = commands.shift() ?? '';
    assert.ok(line.startsWith(`${begins} --`), `docs/backup.md says ${line} where ${begins} is to come`);
    const folders: Readonly<Record<string, string>> = {
      '/srv/photos': world.data,
      '/mnt/backup': backup,
      '/mnt/sealed': join(world.root, 'sealed'),
      '/root/passphrase': passphrase,
    };
    return rollcall([...line.split(' ').map((word) => folders[word] ?? word), ...more]);
  }

  async function give(device: Device): Promise<void> {
    sent += 1;
    device.put(`photo-${sent}.jpg`, await photo());
  }

  /** Photos come in one after another, until they are told to stop. */
  async function takePhotos(device: Device): Promise<void> {
    while (!stopTraffic.signal.aborted) {
      await give(device);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  test('BK-13: backed up under traffic, destroyed and restored, with devices that reconnect: nothing is lost, and all agree', async () => {
    for (let n = 0; n < 5; n += 1) await give(a);
    await a.sync();
    await a.start().line(/Keeping/);
    traffic = takePhotos(a);
    const before = sent;
    const first = await documented('backup', '--json');
    assert.equal(first.code, 0, first.err);
    assert.ok(sent > before, 'nothing came in while the backup was made');
    const { snapshot } = JSON.parse(first.out) as { snapshot: Snapshot };
    assert.equal(snapshot.lacking, 0);
    assert.ok(snapshot.count >= 5);
    const listed = await documented('backup list', '--json');
    assert.deepEqual((JSON.parse(listed.out) as { snapshots: Snapshot[] }).snapshots, [snapshot]);
    const second = await rollcall(['backup', '--data', world.data, '--to', backup, '--json']);
    assert.equal(second.code, 0, second.err);
    const next = (JSON.parse(second.out) as { snapshot: Snapshot }).snapshot;
    assert.equal(next.added.count, next.count - snapshot.count);
    const checked = await documented('backup check');
    assert.equal(checked.code, 0, checked.out + checked.err);
    assert.match(checked.out, /of 2 snapshots.* are as they were kept/);
    assert.match((await documented('backup prune')).out, /keep 2 snapshots/);

    // After the snapshot: more photos, one of them from the other device, which then has all of it.
    stopTraffic.abort();
    await traffic;
    await give(b);
    await b.sync();
    await until(() => a.names().length === sent, 'all photos to be on the first device');
    const all = a.names();
    assert.deepEqual([b.names(), all.length > next.count], [all, true]);

    // The disk with the cloud is gone, while a device is at work.
    await world.server?.kill();
    rmSync(world.data, { recursive: true });
    const restored = await documented('restore');
    assert.equal(restored.code, 0, restored.err);
    assert.match(restored.out, new RegExp(`${next.count} files? .*every byte`));
    assert.match(restored.out, /ann@example\.org.*: (?=.*Laptop)(?=.*Desktop)/);
    await world.serveAgain();
    await until(async () => {
      const { upToDate, serverPutBack, counts } = await a.json<{
        upToDate: boolean;
        serverPutBack: number | null;
        counts: { inSync: number };
      }>('status');
      return upToDate && serverPutBack !== null && counts.inSync === sent;
    }, 'the running device to give back what it has');
    await a.agent?.stop();
    await b.sync();
    await a.sync();
    for (const device of [a, b]) {
      assert.deepEqual(device.names(), all);
      const proof = await device.run('verify');
      assert.equal(proof.code, 0, proof.out + proof.err);
    }
    const scrubbed = await rollcall(['scrub', '--data', world.data, '--json']);
    assert.equal((JSON.parse(scrubbed.out) as { ok: boolean; blobs: number }).blobs, sent);
    assert.equal(scrubbed.code, 0, scrubbed.out);
    assert.equal(new Set(all).size, sent);
    writeFileSync(passphrase, 'burst swarm slender curve\n');
    const sealed = await documented('backup', '--json');
    assert.deepEqual([sealed.code, (JSON.parse(sealed.out) as { snapshot: Snapshot }).snapshot.count], [0, sent]);
    assert.deepEqual(commands, [], 'docs/backup.md has commands that nothing runs');
  });
});
