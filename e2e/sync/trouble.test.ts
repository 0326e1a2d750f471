import assert from 'node:assert/strict';
import { existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import type { LibrarySummary } from '@rollcall/protocol';
import { largeVideo, photo } from '../support/photos.ts';
import { rollcall, until } from '../support/program.ts';
import { signInByPassword } from '../support/session.ts';
import { unfinishedUploads } from '../support/unfinished.ts';
import { EMAIL, hashOf, PASSWORD, World, type Device } from '../support/world.ts';

interface Synced {
  exit: number;
  sent: number;
  received: number;
  counts: { inSync: number; onDevice: number };
  reasons: { code: string; count: number }[];
}

describe('processes killed at any instant', () => {
  const world = new World();
  let a: Device;
  let b: Device;
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    a = await world.device('Laptop');
    b = await world.device('Desktop');
  });
  after(() => world.end());

  const size = 200_000_000;
  const video = largeVideo(size);

  /** Bytes of the largest upload that the server holds in part. */
  const sent = (): number => Math.max(0, ...unfinishedUploads(world.data));

  /** Bytes that a device holds of a photo that is being fetched. */
  function fetched(device: Device, hash: string): number {
    const part = `${device.folder}/.rollcall/incoming/${hash}`;
    return existsSync(part) ? statSync(part).size : 0;
  }

  test('E2E-20: the server is killed in mid-upload and started again: the upload goes on, and hardly anything is sent twice', async () => {
    a.put('film.mp4', video);
    const agent = a.start();
    await until(() => sent() > size * 0.2, 'a fifth of the video to be sent', 60_000);
    await world.server?.kill();
    const had = sent();
    assert.ok(had < size, 'the upload had not ended when the server was killed');
    await world.serveAgain();
    await until(async () => (await a.json<Synced>('status')).counts.inSync === 1, 'the video to be safe', 90_000);
    await agent.stop();
    const proof = await a.run('verify');
    assert.equal(proof.code, 0, proof.out);
  });

  test('E2E-21: the device is killed in mid-upload: the next sync sends only what is missing', async () => {
    const other = largeVideo(size + 1000);
    a.put('film2.mp4', other);
    a.start();
    await until(() => sent() > size * 0.3, 'a third of the video to be sent', 60_000);
    await a.agent?.kill();
    const had = sent();
    assert.ok(had < other.length, 'the upload had not ended when the device was killed');
    const synced = await a.json<Synced>('sync', '--once');
    assert.equal(synced.exit, 0);
    assert.ok(synced.sent <= other.length - had + 0.02 * other.length, `sent ${synced.sent} of ${other.length}, though ${had} had arrived`);
  });

  test('E2E-22: the device is killed in mid-download: it goes on where it was, and no half file is ever seen', async () => {
    b.start();
    await until(() => fetched(b, hashOf(video)) > size * 0.2, 'a fifth of the video to be fetched', 60_000);
    await b.agent?.kill();
    for (const hash of b.files().values()) assert.ok(new Set(a.files().values()).has(hash));
    const synced = await b.json<Synced>('sync', '--once');
    assert.equal(synced.exit, 0);
    assert.ok(synced.received < 2 * size, `fetched ${synced.received} again`);
    assert.deepEqual(b.names(), a.names());
    assert.equal((await b.run('verify')).code, 0);
  });

  test('E2E-23: killed again and again at random instants, both devices and the server, and nothing is lost or doubled', async () => {
    for (let round = 0; round < 6; round++) {
      for (let each = 0; each < 6; each++) a.put(`round${round}/r${round}p${each}.jpg`, await photo());
      b.put(`other${round}.jpg`, await photo());
      const agents = [a.start(), b.start()];
      await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 1200));
      if (round % 2 === 1) {
        await world.server?.kill();
        await world.serveAgain();
      }
      for (const agent of agents) await agent.kill();
    }
    for (const device of [a, b, a, b]) await device.sync();
    assert.deepEqual(b.names(), a.names());
    assert.equal(a.files().size, 2 + 6 * 7);
    for (const device of [a, b]) assert.equal((await device.run('verify')).code, 0);
    assert.deepEqual((await a.json<{ items: unknown[] }>('trash', 'ls')).items, []);
  });

  test('E2E-28: killed between putting a photo in its place and noting it, or in the middle of renaming it, a device has it once', async () => {
    const bytes = await photo();
    a.put('placed.jpg', bytes);
    await a.sync();
    // As a kill leaves it: where the photo goes is noted, it is there, and the fetched bytes still have their first name as well.
    const { items } = await a.json<{ items: { name: string; assetId: string; hash: string }[] }>('ls');
    const { assetId, hash } = items.find(({ name }) => name === 'placed.jpg') ?? assert.fail('the photo is not listed');
    await b.run('status');
    b.put('2024/05/placed.jpg', bytes);
    mkdirSync(b.path('.rollcall/incoming'), { recursive: true });
    linkSync(b.path('2024/05/placed.jpg'), b.path(`.rollcall/incoming/${hash}`));
    noteInStore(
      b,
      'insert into placing (path, asset_id, hash, wanted_name) values (?, ?, ?, ?)',
      '2024/05/placed.jpg',
      assetId,
      hash,
      'placed.jpg',
    );
    await b.sync();
    assert.deepEqual(b.names(), a.names());
    assert.deepEqual(readdirSync(b.path('.rollcall/incoming')), []);

    renameSync(a.path('placed.jpg'), a.path('renamed.jpg'));
    await a.sync();
    await b.run('status');
    linkSync(b.path('2024/05/placed.jpg'), b.path('2024/05/renamed.jpg'));
    noteInStore(
      b,
      'insert into placing (path, asset_id, hash, wanted_name) values (?, ?, ?, ?)',
      '2024/05/renamed.jpg',
      assetId,
      hash,
      'renamed.jpg',
    );
    await b.sync();
    assert.deepEqual(b.names(), a.names());
  });

  test('E2E-24: while the server is down every waiting photo says so, and goes on by itself when it is back', async () => {
    await world.server?.kill();
    a.put('waiting.jpg', await photo());
    const ended = await a.run('sync', '--once', '--wait', '2', '--json');
    assert.equal(ended.code, 5, ended.out + ended.err);
    const why = await a.json<{ primary: string; reasons: { code: string; check: number; class: string }[] }>('why', a.path('waiting.jpg'));
    assert.equal(why.primary, 'server-unreachable');
    assert.deepEqual([why.reasons[0]?.check, why.reasons[0]?.class], [2, 'failing']);
    assert.equal((await a.run('verify')).code, 1);
    const agent = a.start();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await world.serveAgain();
    await until(
      async () => (await b.once()).code === 0 && b.names().some((name) => name.startsWith('waiting.jpg')),
      'the photo on the other device',
      60_000,
    );
    await agent.stop();
  });

  test('E2E-27: an agent that is started while commands look at its device runs all the same', async () => {
    // A server that does not answer keeps the command busy.
    world.server?.child.kill('SIGSTOP');
    const looking = a.run('status');
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const agent = a.start();
    await looking;
    world.server?.child.kill('SIGCONT');
    await agent.line(/Keeping/);
    assert.equal(await agent.stop(), 0);
  });

  test('E2E-29: a running agent says within seconds that the server went away, and is in sync soon after it is back', async () => {
    const agent = a.start();
    const standing = (): Promise<{ upToDate: boolean; device: { conditions: { code: string }[] } }> => a.json('status');
    await until(async () => (await standing()).upToDate, 'the agent to be up to date');
    await world.server?.kill();
    // Nothing is sent or asked meanwhile, and the next regular question is half a minute away.
    await until(async () => (await standing()).device.conditions[0]?.code === 'server-unreachable', 'the agent to notice', 15_000);
    await world.serveAgain();
    await until(async () => (await standing()).upToDate, 'the agent to be up to date again', 60_000);
    await agent.stop();
  });

  test('E2E-25: the folder goes away and comes back: nothing is taken for deleted', async () => {
    renameSync(a.folder, `${a.folder}.away`);
    const ended = await a.run('sync', '--once', '--json');
    assert.equal(ended.code, 3);
    const status = await a.json<{ device: { conditions: { code: string }[] }; upToDate: boolean }>('status');
    assert.deepEqual(
      status.device.conditions.map((each) => each.code),
      ['folder-missing'],
    );
    assert.equal(status.upToDate, false);
    renameSync(`${a.folder}.away`, a.folder);
    await a.sync();
    assert.deepEqual((await a.json<{ items: unknown[] }>('trash', 'ls')).items, []);
  });

  test('E2E-26: a revoked device says so, keeps its photos, and can be linked again', async () => {
    const c = await world.device('Phone');
    await c.sync();
    const before = c.names();
    const agent = c.start();
    await agent.line(/Keeping/);
    await revokeInBrowser(world.url, 'Phone');
    c.put('new.jpg', await photo());
    await until(
      async () => (await c.json<{ primary: string | null }>('why', c.path('new.jpg'))).primary === 'device-revoked',
      'the running agent to say that its device was removed',
    );
    await agent.stop();
    const ended = await c.run('sync', '--once', '--json');
    assert.equal(ended.code, 3, ended.out + ended.err);
    assert.deepEqual(
      before.filter((name) => !c.names().includes(name)),
      [],
    );
    // As the reason says: link again, and nothing else.
    const again = await c.link();
    assert.equal(again.code, 0, again.err);
    await c.sync();
    rmSync(c.path('new.jpg'));
    await c.sync();
    await a.sync();
    await b.sync();
  });

  test('WA-4: a device that was removed is linked again while its agent runs: that lets go, and goes on by itself', async () => {
    const c = await world.device('Tablet');
    const agent = c.start();
    await agent.line(/Keeping/);
    await revokeInBrowser(world.url, 'Tablet');
    c.put('later.jpg', await photo());
    const why = () => c.json<{ primary: string | null; inSync: boolean }>('why', c.path('later.jpg'));
    await until(async () => (await why()).primary === 'device-revoked', 'the running agent to say that its device was removed', 120_000);
    // Who is refused has changed nothing, and the agent is back.
    const wrong = await c.link(EMAIL, 'not the password');
    assert.equal(wrong.code, 3, wrong.out);
    assert.match(wrong.err, /password/);
    // As the reason says: link again, and nothing else.
    const again = await c.link();
    assert.equal(again.code, 0, again.err);
    assert.match(again.out, /The agent that runs here goes on by itself\./);
    await until(async () => (await why()).inSync, 'the agent to go on', 120_000);
    assert.equal(agent.child.exitCode, null, 'it is the same process');
    assert.equal(await agent.stop(), 0);
    rmSync(c.path('later.jpg'));
    await c.sync();
    await a.sync();
    await b.sync();
  });

  test('WA-5: a device that the server no longer knows says that it is signed out, and what ends that; linked again while its agent runs, it goes on', async () => {
    const c = await world.device('Camera');
    const agent = c.start();
    await agent.line(/Keeping/);
    // As after a server was put back to before this device was linked: what it signs in with is nobody's there.
    await world.server?.stop();
    const database = new DatabaseSync(join(world.data, 'rollcall.sqlite'));
    const { changes } = database.prepare("DELETE FROM devices WHERE name = 'Camera'").run();
    database.close();
    assert.equal(changes, 1);
    await world.serveAgain();
    c.put('again.jpg', await photo());
    interface Told {
      primary: string | null;
      inSync: boolean;
      reasons: { words: string; cure: string; check: number }[];
    }
    const why = () => c.json<Told>('why', c.path('again.jpg'));
    const told = await until(
      async () => {
        const now = await why();
        return now.primary === 'signed-out' && now;
      },
      'the running agent to say that its device is signed out',
      120_000,
    );
    const [reason] = told.reasons;
    assert.deepEqual(
      [reason?.words, reason?.cure, reason?.check],
      ['This device is signed out.', 'Link this device again: rollcall link. The photos here stay.', 1],
    );
    const status = await c.run('status');
    assert.match(status.out, /This device is signed out\..*rollcall link/s);
    const again = await c.link();
    assert.equal(again.code, 0, again.err);
    await until(async () => (await why()).inSync, 'the agent to go on', 120_000);
    assert.equal(agent.child.exitCode, null, 'it is the same process');
    await until(async () => (await c.json<{ reasons: unknown[] }>('status')).reasons.length === 0, 'nothing to stand in the way', 120_000);
    assert.equal(await agent.stop(), 0);
    rmSync(c.path('again.jpg'));
    await c.sync();
    await a.sync();
    await b.sync();
  });
});

/** As the web app does it, with the password. */
async function revokeInBrowser(url: string, name: string): Promise<void> {
  const json = { 'content-type': 'application/json' };
  const signedIn = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ email: EMAIL, password: PASSWORD }),
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const { devices } = (await (await fetch(`${url}/api/v1/devices`, { headers: { cookie } })).json()) as {
    devices: { id: string; name: string }[];
  };
  const id = devices.find((device) => device.name === name)?.id;
  const revoked = await fetch(`${url}/api/v1/devices/${id}`, {
    method: 'DELETE',
    headers: { ...json, cookie },
    body: JSON.stringify({ password: PASSWORD }),
  });
  assert.equal(revoked.status, 200);
}

/** Writes into the state of a device that does not run. */
function noteInStore(device: Device, sql: string, ...values: string[]): void {
  const database = new DatabaseSync(join(device.home, 'device.sqlite'));
  database.prepare(sql).run(...values);
  database.close();
}

describe('a full cloud', () => {
  const world = new World();
  after(() => world.end());

  test('E2E-30: over the quota nothing moves; needed and free are told; freed space lets it go on by itself', async () => {
    await world.serve();
    const first = await photo({ size: 500 });
    const second = await photo({ size: 500 });
    const quota = Math.max(first.length, second.length) + 10_000;
    assert.equal((await world.account(undefined, ['--quota', String(quota)])).code, 0);
    const a = await world.device('Laptop');
    a.put('first.jpg', first);
    await a.sync();
    a.put('second.jpg', second);
    const ended = await a.run('sync', '--once', '--json');
    assert.equal(ended.code, 3, ended.out + ended.err);
    const why = await a.json<{ primary: string; reasons: { check: number; evidence: { needed: number; free: number } }[] }>(
      'why',
      a.path('second.jpg'),
    );
    assert.equal(why.primary, 'quota-full');
    assert.deepEqual(
      [why.reasons[0]?.check, why.reasons[0]?.evidence.needed, why.reasons[0]?.evidence.free],
      [3, second.length, quota - first.length],
    );
    assert.match((await a.run('sync', '--once')).out, /this needs [\d.]+ kB, [\d.]+ kB of [\d.]+ kB is free/);
    const agent = a.start();
    rmSync(a.path('first.jpg'));
    await until(async () => (await a.json<{ items: unknown[] }>('trash', 'ls')).items.length === 1, 'the first photo in the trash', 30_000);
    assert.equal((await a.run('trash', 'empty', '--yes')).code, 0);
    await until(async () => (await a.json<Synced>('status')).counts.inSync === 1, 'the second photo to be safe', 90_000);
    await agent.stop();
  });

  test(
    'OS-28: two devices that send at once never take more than there is room for; what has no place says what it needs and what is free, and comes when there is room',
    { timeout: 300_000 },
    async () => {
      const session = await signInByPassword(world.url);
      const room = (): Promise<LibrarySummary> => session.ok('library', {});
      const give = async (bytes: number): Promise<void> => {
        const { bytes: used } = await room();
        assert.equal((await rollcall(['account', 'quota', EMAIL, String(used + bytes), '--data', world.data])).code, 0);
      };
      const over: string[] = [];
      const watch = new AbortController();
      const watching = (async () => {
        for (; !watch.signal.aborted; await wait(20)) {
          const { bytes, reserved, quota } = await room();
          if (bytes + reserved > quota) over.push(`${bytes} and ${reserved} of ${quota}`);
        }
      })();
      try {
        const devices = [await world.device('Desktop'), await world.device('Phone')];
        for (const each of devices) assert.equal((await each.run('settings', 'set', 'direction', 'backup-only')).code, 0);
        const large = 3_000_000;
        const start = (await room()).bytes;
        await give(large * 1.5);
        for (const each of devices) await each.start().line(/Keeping/);
        for (const each of devices) each.put('large.mp4', largeVideo(large));
        interface Full {
          count: number;
          evidence: { needed: number; free: number };
        }
        const full = async (): Promise<Full[]> => {
          const all = await Promise.all(devices.map((each) => each.json<{ reasons: (Full & { code: string })[] }>('status')));
          return all.flatMap(({ reasons }) => reasons.filter(({ code }) => code === 'quota-full'));
        };
        const inCloud = async (): Promise<number> => (await room()).bytes;
        const [waits] = await until(
          async () => {
            const found = await full();
            return found.length === 1 && (await inCloud()) === start + large && found;
          },
          'one of them to have no place',
          90_000,
        );
        assert.deepEqual(waits?.evidence && [waits.evidence.needed, waits.evidence.free], [large, large / 2]);
        await give(large * 0.75);
        await until(async () => (await full())[0]?.evidence.free === large * 0.75, 'the room for a part of it to be told', 90_000);
        await give(large);
        await until(async () => (await full()).length === 0 && (await inCloud()) === start + 2 * large, 'both to be there', 90_000);

        const [small, fits] = [300_000, 5];
        await give(small * (fits + 0.5));
        const used = await inCloud();
        for (const each of devices) for (let n = 0; n < 4; n += 1) each.put(`small${n}.mp4`, largeVideo(small));
        const waiting = 2 * 4 - fits;
        await until(
          async () => (await full()).reduce((sum, { count }) => sum + count, 0) === waiting && (await inCloud()) === used + fits * small,
          'as many to be there as have a place',
          90_000,
        );
        await give(small * waiting);
        await until(async () => (await full()).length === 0 && (await inCloud()) === used + 8 * small, 'all to be there', 90_000);
      } finally {
        watch.abort();
        await watching;
      }
      assert.deepEqual(over, []);
    },
  );
});
