import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ClientV1 } from '../fixtures/client-v1.mjs';
import { photo } from '../support/photos.ts';
import { EMAIL, PASSWORD, World } from '../support/world.ts';

describe('a client of protocol version 1', () => {
  const world = new World();
  before(async () => {
    await world.serve();
    assert.equal((await world.account()).code, 0);
  });
  after(() => world.end());

  test('RD-10: the frozen client of version 1 links, sends, adds, pulls, fetches, deletes and restores, beside a device of today', async () => {
    const client = new ClientV1(world.url);
    await client.link(EMAIL, PASSWORD, 'Old tablet');
    const bytes = await photo();
    const { assetId, hash, result } = await client.add(bytes, 'old.jpg');
    assert.deepEqual(result, { status: 'applied' });
    assert.equal((await client.send(bytes)).sent, false);
    const acknowledged = await client.pull();
    assert.deepEqual(acknowledged, { n: 1, hash: client.previous });
    assert.deepEqual([client.asset(assetId).state, client.asset(assetId).fileName], ['live', 'old.jpg']);
    assert.deepEqual(await client.download(assetId, hash), bytes);

    const today = await world.device('Laptop');
    await today.sync();
    assert.deepEqual([...today.files().values()], [hash]);
    const own = await photo();
    today.put('new.jpg', own);
    await today.sync();
    await client.pull();
    const rows = [...client.rows.values()];
    const added = rows.find((row) => row.type === 'asset' && row.fileName === 'new.jpg') ?? assert.fail('new.jpg did not come');
    const original = rows.find((row) => row.type === 'resource' && row.assetId === added.id) ?? assert.fail('without bytes');
    assert.deepEqual(await client.download(added.id, original.hash), own);

    assert.deepEqual(await client.change('asset.trash', { assetId }), { status: 'applied' });
    await client.pull();
    assert.equal(client.asset(assetId).state, 'trashed');
    await today.sync();
    assert.equal([...today.files().values()].includes(hash), false);
    assert.deepEqual(await client.change('asset.restore', { assetId }), { status: 'applied' });
    await today.sync();
    assert.equal([...today.files().values()].includes(hash), true);
    assert.deepEqual(await client.change('asset.restore', { assetId }), { status: 'superseded', why: 'already-so', assetId: null });
  });
});
