import assert from 'node:assert/strict';
import type { Asset } from '@rollcall/protocol';
import { test } from 'node:test';
import { standsFor } from '../group/bursts.ts';
import { frameOf, holdTogether, type Frame, type FrameRows } from './bursts.ts';
import { fieldsOf } from './fields.ts';
import { createOf, id, ModelLibrary, resource } from './model.testing.ts';
import type { AssetRows } from './rows.ts';
import { purged } from './state.ts';

const PIXEL = { make: 'Google', model: 'Pixel 3', lens: null };

test('BU-1: a frame tells its burst by the identifier in its file, else by a name with a moment in it, and the camera', () => {
  assert.deepEqual(frameOf('IMG_0658.JPG', 'd4e4b3d1', null), { key: 'D4E4B3D1', at: null });
  assert.deepEqual(frameOf('IMG_20200101_120000_BURST001_COVER.jpg', 'x', PIXEL), { key: 'X', at: null });
  const named = frameOf('IMG_20200101_120000_BURST001_COVER.jpg', null, PIXEL);
  assert.deepEqual(named, { key: 'img_20200101_120000\ngoogle pixel 3', at: null });
  assert.deepEqual(frameOf('img_20200101_120000_burst002.jpg', null, { ...PIXEL, make: 'GOOGLE' }), named);
  assert.notDeepEqual(frameOf('IMG_20200101_120000_BURST002.jpg', null, { ...PIXEL, model: 'Pixel 4' }), named);
  assert.equal(frameOf('PXL_20231118_092735142.BURST-01.COVER.jpg', null, null)?.key, 'pxl_20231118_092735142\n');
  for (const none of ['IMG_0658.JPG', 'party_burst1.jpg', 'IMG_20200101_120000.jpg']) assert.equal(frameOf(none, null, PIXEL), null, none);
  const timed = (name: string) => frameOf(name, null, PIXEL);
  const [first, second] = [timed('00000IMG_00000_BURST20230704213015000.jpg'), timed('00000IMG_00001_BURST20230704213015100_COVER.jpg')];
  assert.equal(first?.key, second?.key);
  assert.equal(second!.at! - first!.at!, 100);
});

const at = (second: number): Frame => ({ key: 'img', at: second * 1000 });
const rowsOf = (n: number, more: Partial<Asset> = {}): AssetRows => {
  const library = new ModelLibrary();
  library.store(resource('original', n));
  library.apply(createOf(id(n), [resource('original', n)]));
  const rows = library.asset(id(n))!;
  return { ...rows, asset: { ...rows.asset, ...more } };
};

test('BU-2: frames that have each their own moment are one burst while a second at most lies between two, in whatever order they are read', () => {
  for (const order of [
    [0, 1, 2, 3],
    [3, 2, 1, 0],
    [0, 2, 1, 3],
    [2, 0, 3, 1],
  ]) {
    const shelf = new Map<number, FrameRows>();
    let writes = 0;
    for (const n of order) {
      const read = { frame: at(n === 3 ? 5 : n * 0.9), rows: rowsOf(n + 1) };
      for (const decision of holdTogether(read, [...shelf.values()]))
        for (const write of decision.writes) {
          assert.ok(write.write === 'entity' && write.entity.type === 'asset');
          assert.deepEqual(decision.journal, [], 'nobody did it');
          writes += 1;
          const asset = write.entity;
          for (const [at, known] of [...shelf, [n, read] as const])
            if (known.rows.asset.id === asset.id) shelf.set(at, { ...known, rows: { ...known.rows, asset } });
        }
      if (!shelf.has(n)) shelf.set(n, read);
    }
    const bursts = [0, 1, 2].map((n) => shelf.get(n)!.rows.asset.burst);
    assert.ok(bursts[0] !== undefined && new Set(bursts).size === 1, `${order.join()}: ${bursts.join()}`);
    assert.equal(shelf.get(3)!.rows.asset.burst, undefined, 'one alone is none');
    assert.equal(writes, 3, 'each is told once');
  }
});

const EARLY = { burst: 'early' };
const LATE = { burst: 'late' };

test('BU-2: two runs become one burst when the frame between them comes, and what is deleted for good is left', () => {
  const [a, b, c, d, e] = [rowsOf(1, EARLY), rowsOf(2, EARLY), rowsOf(3, LATE), rowsOf(4, LATE), rowsOf(5)];
  const gone: AssetRows = { ...b, asset: { ...b.asset, state: 'purged' } };
  const others = [
    { frame: at(0), rows: a },
    { frame: at(0.5), rows: gone },
    { frame: at(2.3), rows: c },
    { frame: at(2.6), rows: d },
  ];
  const told = holdTogether({ frame: at(1.4), rows: e }, others).flatMap(({ writes }) =>
    writes.map((write) => write.write === 'entity' && write.entity.type === 'asset' && [write.entity.id, write.entity.burst]),
  );
  assert.deepEqual(
    told,
    [e, c, d].map((rows) => [rows.asset.id, 'early']),
  );
});

test('BU-3: who stands for a burst is asked by the rule of a folder; of which burst a photo is nobody says, and a purge forgets', () => {
  const frame = (fileName: string, rating: number | null = null, edited = false) => ({ fileName, rating, edited });
  const stands = (...frames: ReturnType<typeof frame>[]): string => standsFor(frames).fileName;
  assert.equal(stands(frame('a'), frame('b')), 'a');
  assert.equal(stands(frame('a'), frame('b', null, true)), 'b');
  assert.equal(stands(frame('a', 1), frame('b', 0, true), frame('c', 3), frame('d', 3)), 'c');
  assert.equal(stands(frame('a', 5), frame('IMG_20200101_120000_BURST002_COVER.jpg')), 'IMG_20200101_120000_BURST002_COVER.jpg');
  const rows = rowsOf(1, { burst: 'x' });
  assert.equal('burst' in fieldsOf(rows.asset), false);
  const tombstones = purged(rows, 'person').writes.flatMap((each) =>
    each.write === 'entity' && each.entity.type === 'asset' ? ['burst' in each.entity] : [],
  );
  assert.deepEqual(tombstones, [false]);
});
