import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resourceId, type AssetFields, type Change } from '@rollcall/protocol';
import { joinHalves } from './halves.ts';
import { createOf, FIELDS, hash, id, ModelLibrary, resource } from './model.testing.ts';
import type { AssetRows } from './rows.ts';

/** Stills have the numbers below 10, films the others; all are of one identifier. */
function library(...stored: readonly [n: number, fileName: string, over?: Partial<AssetFields>, mime?: string][]): ModelLibrary {
  const made = new ModelLibrary();
  for (const [n, fileName, over = {}, mime = n < 10 ? 'image/heic' : 'video/quicktime'] of stored) {
    const original = { ...resource('original', n), mime };
    made.store(original);
    const change = createOf(id(n), [original], { fields: { fileName, ...over } });
    if (change.name === 'asset.create') made.apply({ ...change, args: { ...change.args, kind: n < 10 ? 'photo' : 'video' } });
  }
  return made;
}
const rows = (from: ModelLibrary, n: number): AssetRows => from.asset(id(n)) ?? assert.fail(`no asset ${n}`);
const joined = (from: ModelLibrary, read: number, ...others: number[]): Change['args'] | null =>
  joinHalves(
    rows(from, read),
    others.map((n) => rows(from, n)),
  )?.args ?? null;
const pair = (still: number, film: number) => ({ assetId: id(still), joined: id(film), role: 'live-video' });

test('LP-1: the still keeps, and its film becomes a part of it, whichever of the two was read last', () => {
  const both = library([1, 'IMG_1.HEIC'], [11, 'IMG_1.MOV']);
  assert.deepEqual(joined(both, 1, 11), pair(1, 11));
  assert.deepEqual(joined(both, 11, 1), pair(1, 11));
  assert.equal(joined(both, 1), null);
  assert.equal(joined(both, 11), null);
  assert.equal(joined(both, 1, 1), null);
  assert.equal(joined(library([1, 'a.HEIC'], [2, 'b.HEIC']), 1, 2), null, 'two stills are no pair');
});

test('LP-2: of several copies of a half the one is taken that belongs to it for certain, else none', () => {
  const copies = library(
    [1, 'IMG_1.HEIC'],
    [2, 'IMG_1 (1).HEIC'],
    [3, 'IMG_1.DNG', {}, 'image/x-adobe-dng'],
    [11, 'IMG_1.MOV'],
    [12, 'IMG_2.MOV'],
  );
  assert.deepEqual(joined(copies, 11, 1, 3), pair(1, 11), 'not the RAW');
  assert.deepEqual(joined(copies, 11, 1, 2), pair(1, 11), 'the one of its name');
  assert.deepEqual(joined(copies, 2, 11, 12), pair(2, 11), 'the one of its name, but for what a copy puts behind it');
  const alike = library([1, 'IMG_1.HEIC'], [2, 'IMG_1.HEIC'], [11, 'IMG_1.MOV'], [12, 'a.MOV'], [13, 'b.MOV']);
  assert.equal(joined(alike, 11, 1, 2), null);
  assert.equal(joined(alike, 1, 12, 13), null);
});

test('LP-3: what is in Recently Deleted, or part of a pair already, is left alone', () => {
  const made = library([1, 'IMG_1.HEIC'], [2, 'IMG_1.HEIC'], [11, 'IMG_1.MOV'], [12, 'IMG_1.MOV']);
  made.apply({ name: 'asset.trash', args: { assetId: id(11) } });
  assert.equal(joined(made, 1, 11), null);
  made.apply({ name: 'asset.restore', args: { assetId: id(11) } });
  made.apply({ name: 'asset.join', args: { assetId: id(1), joined: id(11), role: 'live-video' } });
  assert.equal(joined(made, 12, 1), null, 'it has its film');
  assert.deepEqual(joined(made, 12, 1, 2), pair(2, 12), 'and so a second film is the other still’s');
});

test('LP-4: what a person took apart stays apart', () => {
  const made = library([1, 'IMG_1.HEIC'], [11, 'IMG_1.MOV']);
  made.apply({ name: 'asset.join', args: { assetId: id(1), joined: id(11), role: 'live-video' } });
  made.apply({
    name: 'asset.split',
    args: {
      assetId: id(1),
      resource: resourceId(id(1), 'live-video', hash(11)),
      hash: hash(11),
      newId: id(12),
      fields: { ...FIELDS, fileName: 'IMG_1.MOV' },
    },
  });
  assert.equal(rows(made, 12).asset.kind, 'video');
  assert.equal(joined(made, 12, 1), null);
  assert.equal(joined(made, 1, 12), null);
});
