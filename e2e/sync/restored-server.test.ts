import assert from 'node:assert/strict';
import { cpSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { photo } from '../support/photos.ts';
import { rollcall, until } from '../support/program.ts';
import { Visitor } from '../support/visitor.ts';
import { hashOf, World, type Device } from '../support/world.ts';

interface Status {
  upToDate: boolean;
  lost: number;
  serverPutBack: number | null;
  library: { assets: number };
}
interface Listed {
  lost: { assetId: string; fileName: string; part: string }[];
}

const TAKEN = { taken: '2021:05:05 05:05:05', model: 'Editcam' };

/** The same story with and without telling the server that it was put back. */
for (const told of [true, false]) {
  describe(`a server that was put back from a backup, ${told ? 'and told so' : 'without telling'}`, () => {
    const world = new World();
    const backup = join(world.root, 'backup');
    let a: Device;
    let b: Device;
    const bytes: Record<string, Buffer> = {};
    let onlyThere = '';
    before(async () => {
      await world.serve();
      assert.equal((await world.account()).code, 0);
      a = await world.device('Laptop');
      b = await world.device('Desktop');
      for (const name of [
        'kept',
        'edited',
        'deleted',
        'renamed',
        'purged',
        'returned',
        'new-a',
        'new-b',
        'web',
        'only-there',
        'new-edited',
      ]) {
        bytes[name] = await photo(name.includes('edited') ? TAKEN : {});
      }
    });
    after(() => world.end());

    const give = (device: Device, name: string): void => device.put(`${name}.jpg`, bytes[name] as Buffer);
    const has = (device: Device, name: string): boolean => [...device.files().values()].includes(hashOf(bytes[name] as Buffer));
    const sync = async (...devices: Device[]): Promise<void> => {
      for (const device of devices) await device.sync();
    };

    async function trashId(name: string): Promise<string> {
      const { items } = await a.json<{ items: { id: string; fileName: string }[] }>('trash', 'ls');
      return items.find(({ fileName }) => fileName === `${name}.jpg`)?.id ?? assert.fail(`${name} is not in the trash`);
    }

    /** What happens after the backup was made. */
    async function goOn(): Promise<void> {
      give(a, 'new-a');
      give(b, 'new-b');
      give(a, 'new-edited');
      await sync(a, b, a);
      bytes['edit'] = await photo({ ...TAKEN, colour: '#00ff00' });
      bytes['new-edit'] = await photo({ ...TAKEN, colour: '#0000ff' });
      writeFileSync(a.path('edited.jpg'), bytes['edit']);
      writeFileSync(a.path('new-edited.jpg'), bytes['new-edit']);
      renameSync(b.path('2024/05/renamed.jpg'), b.path('2024/05/another-name.jpg'));
      rmSync(a.path('deleted.jpg'));
      rmSync(a.path('purged.jpg'));
      await sync(a, b, a);
      assert.equal((await a.run('trash', 'restore', await trashId('returned'))).code, 0);
      const { items } = await a.json<{ items: { id: string; fileName: string }[] }>('trash', 'ls');
      assert.deepEqual(items.map(({ fileName }) => fileName).sort(), ['deleted.jpg', 'purged.jpg']);
      const visitor = await new Visitor(world.url).signIn();
      await visitor.add(bytes['web'] as Buffer, 'web.jpg');
      await sync(a, b);
      // Everything in Recently Deleted goes for good but what is brought back first.
      const deleted = await trashId('deleted');
      assert.equal((await a.run('trash', 'restore', deleted)).code, 0);
      assert.equal((await a.run('trash', 'empty', '--yes')).code, 0);
      await sync(a, b);
      rmSync(a.path('deleted.jpg'));
      await sync(a, b);
      // A photo that both know of, and neither has fetched.
      onlyThere = await visitor.add(bytes['only-there'] as Buffer, 'only-there.jpg');
      for (const device of [a, b]) await device.run('status');
    }

    test(`RS-2: devices notice by themselves, and give back what the backup lacks, byte for byte, edits too (${told ? 'told' : 'untold'})`, async () => {
      for (const name of ['kept', 'edited', 'deleted', 'renamed', 'purged', 'returned']) give(a, name);
      await sync(a, b);
      rmSync(a.path('returned.jpg'));
      await sync(a, b);
      await world.server?.stop();
      cpSync(world.data, backup, { recursive: true });
      await world.serveAgain();
      await goOn();
      for (const name of ['new-a', 'new-b', 'edit', 'new-edit', 'returned', 'web']) assert.equal(has(b, name), true, name);

      await world.server?.stop();
      rmSync(world.data, { recursive: true });
      cpSync(backup, world.data, { recursive: true });
      if (told) {
        const noted = await rollcall(['restored', '--data', world.data]);
        assert.equal(noted.code, 0, noted.err);
      }
      await world.serveAgain();

      await sync(a, b, a, b);
      assert.deepEqual(b.names(), a.names());
      for (const device of [a, b]) {
        for (const name of ['kept', 'edit', 'new-a', 'new-b', 'new-edit', 'returned', 'web'])
          assert.equal(has(device, name), true, `${name} on ${device.name}`);
        // Deleted after the backup: there again, and said so; nothing is lost.
        for (const name of ['deleted', 'purged']) assert.equal(has(device, name), true, `${name} on ${device.name}`);
        const proof = await device.run('verify');
        assert.equal(proof.code, 0, proof.out + proof.err);
        const status = await device.json<Status>('status');
        assert.deepEqual([status.upToDate, typeof status.serverPutBack, status.library.assets], [true, 'number', 10]);
        assert.match((await device.run('status')).out, /put back to an earlier state/);
      }
      // A device that joins now sees the same.
      const c = await world.device('Tablet');
      await sync(c);
      assert.deepEqual(c.names(), a.names());
    });

    test(`RS-3: a photo that was only on the server is listed as lost, on every device that knew of it, and told to the server (${told ? 'told' : 'untold'})`, async () => {
      for (const device of [a, b]) {
        const { lost } = await device.json<Listed>('ls');
        const photos = lost.filter(({ part }) => part === 'photo');
        assert.deepEqual(
          photos.map(({ assetId, fileName }) => [assetId, fileName]),
          [[onlyThere, 'only-there.jpg']],
        );
        // The original of what was added and edited since was only there, too.
        assert.deepEqual(
          lost.filter(({ part }) => part === 'original').map(({ fileName }) => fileName),
          ['new-edited.jpg'],
        );
        assert.equal((await device.json<Status>('status')).lost, 2);
        assert.match((await device.run('status')).out, /Lost with the server: 2/);
        const why = await device.json<{ primary: string; inSync: boolean; reasons: { check: number; words: string; cure: string }[] }>(
          'why',
          onlyThere,
        );
        assert.deepEqual([why.primary, why.inSync, why.reasons[0]?.check], ['lost-with-server', false, 5]);
      }
      const { devices } = await (await new Visitor(world.url).signIn()).devices();
      const told = devices.find(({ name }) => name === 'Laptop')?.roll?.lost;
      assert.equal(told?.count, 2);
      assert.equal(
        told.photos.some(({ assetId }) => assetId === onlyThere),
        true,
      );
    });

    test(`RS-4: it leaves the list when it is back, or when the person says so (${told ? 'told' : 'untold'})`, async () => {
      assert.equal((await b.run('lost', 'forget', onlyThere)).code, 0);
      assert.equal((await b.json<Status>('status')).lost, 1);
      assert.equal((await b.run('lost', 'forget', onlyThere)).code, 2);
      give(b, 'only-there');
      await sync(b, a);
      assert.equal((await a.json<Status>('status')).lost, 1);
      assert.equal(has(a, 'only-there'), true);
    });
  });
}

describe('a data folder that is in use, or is none', () => {
  const world = new World();
  after(() => world.end());

  test('RS-5: restored is refused while the server runs, and for a folder that is none', async () => {
    await world.serve();
    const running = await rollcall(['restored', '--data', world.data]);
    assert.deepEqual([running.code, running.out], [1, '']);
    assert.match(running.err, /Another Rollcall server is using/);
    const none = await rollcall(['restored', '--data', join(world.root, 'nothing')]);
    assert.equal(none.code, 1);
    assert.match(none.err, /not a data folder/);
    await until(() => world.server?.child.exitCode === null, 'the server to go on');
  });
});
