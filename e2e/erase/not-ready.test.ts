import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { SignedReceipt } from '@rollcall/protocol';
import { photo } from '../support/photos.ts';
import { Device, hashOf, World } from '../support/world.ts';
import { Way } from './way.ts';

interface Answer {
  readonly ready: boolean;
  readonly missing: {
    readonly count: number;
    readonly first: { readonly what: string; readonly where: string; readonly why: string; readonly cure: string }[];
  };
  readonly receipt: SignedReceipt | null;
}

describe('a device that may not be erased', () => {
  const world = new World();
  const way = new Way(() => world.url);
  let a: Device;
  let b: Device;
  const bytes = new Map<string, Buffer>();
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
    a = new Device(world, 'Laptop');
    a.at = await way.open();
    mkdirSync(a.folder);
    const linked = await a.link();
    assert.equal(linked.code, 0, linked.err);
    b = await world.device('Desktop');
    for (const name of ['one.jpg', 'two.jpg', 'three.jpg', 'Trip/four.jpg']) {
      bytes.set(name, await photo());
      a.put(name, bytes.get(name) as Buffer);
    }
    await a.sync();
    await b.sync();
  });
  after(async () => {
    way.close();
    await world.end();
  });

  const blob = (hash: string): string => join(world.data, 'blobs', hash.slice(0, 2), hash.slice(2, 4), hash);
  async function ask(code = 1): Promise<Answer> {
    const ended = await a.run('verify', '--erase', '--json');
    assert.equal(ended.code, code, ended.out + ended.err);
    const answer = JSON.parse(ended.out) as Answer;
    assert.deepEqual([answer.ready, answer.receipt !== null, answer.missing.count === 0], [code === 0, code === 0, code === 0], ended.out);
    for (const { why, cure } of answer.missing.first) assert.ok(why.length > 0 && cure.length > 0, `${why}: ${cure}`);
    return answer;
  }
  /** What is named, and nothing else. */
  async function lacking(...names: string[]): Promise<Answer> {
    const answer = await ask();
    assert.deepEqual(answer.missing.first.map(({ what }) => what).sort(), [...names].sort(), JSON.stringify(answer.missing));
    return answer;
  }

  test('ER-25: a byte that rotted in the cloud is found, its photo named, and sent again by the next sync; then the device is ready', async () => {
    await ask(0);
    const hash = hashOf(bytes.get('two.jpg') as Buffer);
    const rotten = Buffer.from(bytes.get('two.jpg') as Buffer);
    rotten[100] = (rotten[100] ?? 0) ^ 1;
    writeFileSync(blob(hash), rotten);
    const { missing } = await lacking('two.jpg');
    assert.deepEqual([missing.first[0]?.where, missing.first[0]?.why], ['cloud', 'The cloud’s own copy is damaged.']);
    await a.sync();
    await ask(0);
    rmSync(blob(hash));
    assert.match((await lacking('two.jpg')).missing.first[0]?.why ?? '', /has lost its copy/);
    await a.sync();
    await ask(0);
  });

  test('ER-26: what was not sent, what is left out, and what changed here without a sync is named, each with why', async () => {
    a.put('new.jpg', await photo());
    assert.equal((await lacking('new.jpg')).missing.first[0]?.where, 'cloud');
    rmSync(a.path('new.jpg'));
    a.put('Trip/notes.txt', Buffer.from('where we were'));
    a.put('.hidden.jpg', await photo());
    await a.sync();
    assert.match(
      (await lacking('Trip/notes.txt', '.hidden.jpg')).missing.first.find(({ what }) => what.startsWith('Trip'))?.why ?? '',
      /Not a photo/,
    );
    rmSync(a.path('Trip/notes.txt'));
    rmSync(a.path('.hidden.jpg'));
    assert.equal((await a.run('settings', 'set', 'exclude-names', '*.png')).code, 0);
    a.put('left-out.png', await photo());
    await a.once();
    assert.match((await lacking('left-out.png')).missing.first[0]?.why ?? '', /A rule of this device leaves it out/);
    rmSync(a.path('left-out.png'));
    assert.equal((await a.run('settings', 'set', 'exclude-names', 'none')).code, 0);
    const edited = await photo();
    const before = readFileSync(a.path('one.jpg'));
    writeFileSync(a.path('one.jpg'), edited);
    await lacking('one.jpg');
    writeFileSync(a.path('one.jpg'), before);
    await a.sync();
    await ask(0);
  });

  test('ER-28: a file that comes, changes or goes while the roll is called makes it no', async () => {
    const during = (act: () => void | Promise<void>): void => {
      let isDone = false;
      way.before = async (path) => {
        if (path.endsWith('/lines') && !isDone) {
          isDone = true;
          await act();
        }
        return true;
      };
    };
    const late = await photo();
    during(() => a.put('late.jpg', late));
    assert.match((await lacking('late.jpg')).missing.first[0]?.why ?? '', /came while/);
    rmSync(a.path('late.jpg'));
    const two = readFileSync(a.path('two.jpg'));
    during(() => writeFileSync(a.path('two.jpg'), late));
    assert.match((await lacking('two.jpg')).missing.first[0]?.why ?? '', /changed while/);
    writeFileSync(a.path('two.jpg'), two);
    way.clear();
    await a.sync();
    during(() => renameSync(a.path('two.jpg'), join(world.root, 'away.jpg')));
    assert.ok((await ask()).missing.first.some(({ what, why }) => what === 'two.jpg' && /went while/.test(why)));
    renameSync(join(world.root, 'away.jpg'), a.path('two.jpg'));
    way.clear();
    await a.sync();
    await ask(0);
  });

  test('ER-29: a photo that is deleted elsewhere while the roll is called makes it no, on either side of the seal', async () => {
    for (const at of ['/lines', '/seal']) {
      let isDone = false;
      way.before = async (path) => {
        if (!path.endsWith(at) || isDone) return true;
        isDone = true;
        rmSync(b.path(relativeOf(b, 'one.jpg')));
        await b.sync();
        return true;
      };
      const { missing } = await ask();
      assert.ok(missing.count > 0 && isDone, at);
      way.clear();
      const trash = await b.json<{ items: { id: string }[] }>('trash', 'ls');
      assert.equal((await b.run('trash', 'restore', trash.items[0]?.id ?? '')).code, 0);
      await b.sync();
      await a.sync();
      await ask(0);
    }
  });

  test('ER-30: without the server, or where it goes in the middle, nothing is said to be ready, also not by what was proven before', async () => {
    for (const at of ['/proofs', '/lines', '/seal']) {
      way.before = async (path) => !path.endsWith(at);
      const { missing } = await lacking('This device');
      assert.equal(missing.first[0]?.where, 'cloud', at);
    }
    way.clear();
    let port = 0;
    way.before = async (path) => {
      if (path.endsWith('/seal') && port === 0) {
        port = Number(new URL(world.url).port);
        await world.server?.stop();
        await world.serve(port);
      }
      return true;
    };
    assert.match((await lacking('This device')).missing.first[0]?.why ?? '', /knows nothing of this roll call/);
    way.before = async () => false;
    const words = await a.run('verify', '--erase');
    assert.equal(words.code, 1);
    assert.match(words.out, /Laptop is not ready to erase/);
    way.clear();
    await ask(0);
  });

  test('ER-31: paused, with deletions that wait for an answer, or without its folder a device is not ready', async () => {
    assert.equal((await a.run('pause')).code, 0);
    assert.match((await lacking('This device')).missing.first[0]?.why ?? '', /paused/i);
    assert.equal((await a.run('resume')).code, 0);
    renameSync(a.folder, `${a.folder}.away`);
    await lacking('This device');
    renameSync(`${a.folder}.away`, a.folder);
    await ask(0);
    rmSync(a.path('Trip'), { recursive: true });
    rmSync(a.path('one.jpg'));
    rmSync(a.path('two.jpg'));
    assert.equal((await a.once()).code, 3);
    const held = await ask();
    assert.ok(
      held.missing.first.some(({ what, why }) => what === 'This device' && /went missing here/.test(why)),
      JSON.stringify(held.missing),
    );
    assert.equal((await a.run('held', 'keep')).code, 0);
    await a.sync();
    await ask(0);
    assert.ok(existsSync(a.path('Trip/four.jpg')));
  });
});

/** Where a device has the photo of a name. */
function relativeOf(device: Device, name: string): string {
  return [...device.files().keys()].find((path) => path.endsWith(name)) ?? name;
}
