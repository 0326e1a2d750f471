import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resourceId, type AssetFields, type Change } from '@rollcall/protocol';
import { createOf, FIELDS, hash, id, ModelLibrary, resource } from './model.testing.ts';
import { joinRaw, shotOf, type ShotRows } from './shots.ts';

const CAMERA = { make: 'NIKON', model: 'D750', lens: null };
const AT = '2024-05-03T10:00:00.50+02:00';
type Stored = readonly [n: number, fileName: string, over?: Partial<AssetFields>];
const MIMES: Readonly<Record<string, string>> = { NEF: 'image/x-nikon-nef', JPG: 'image/jpeg', HEIC: 'image/heic', TIF: 'image/tiff' };

class Library extends ModelLibrary {
  readonly #told = new Map<number, AssetFields>();

  constructor(...stored: readonly Stored[]) {
    super();
    for (const each of stored) this.put(...each);
  }

  put(...[n, fileName, over = {}]: Stored): void {
    const original = { ...resource('original', n), mime: MIMES[fileName.slice(fileName.lastIndexOf('.') + 1)] ?? assert.fail(fileName) };
    this.store(original);
    const told: AssetFields = { ...FIELDS, capturedAt: AT, capturedSource: 'exif', camera: CAMERA, ...over, fileName };
    this.apply(createOf(id(n), [original], { fields: told }));
    this.#told.set(n, told);
  }

  /** An asset, with what its file told. */
  shot(n: number): ShotRows {
    const told = this.#told.get(n) ?? assert.fail(`no asset ${n}`);
    return { shot: shotOf(told.fileName, told) ?? assert.fail('no shot'), rows: this.asset(id(n)) ?? assert.fail(`no asset ${n}`) };
  }

  joined(read: number, ...others: number[]): Change['args'] | null {
    return (
      joinRaw(
        this.shot(read),
        others.map((n) => this.shot(n)),
      )?.args ?? null
    );
  }
}

const pair = (picture: number, raw: number) => ({ assetId: id(picture), joined: id(raw), role: 'raw' });
const key = (fileName: string, over: Partial<AssetFields> = {}): string | undefined =>
  shotOf(fileName, { ...FIELDS, capturedAt: AT, capturedSource: 'exif', camera: CAMERA, ...over })?.key;

test('LP-8: the picture is kept, and the RAW of its shot becomes a part of it, whichever of the two was read last', () => {
  for (const picture of ['DSC_1.JPG', 'dsc_1.HEIC']) {
    const both = new Library([1, picture], [2, 'DSC_1.NEF']);
    assert.deepEqual(both.joined(1, 2), pair(1, 2));
    assert.deepEqual(both.joined(2, 1), pair(1, 2));
    assert.equal(both.joined(1), null);
    assert.equal(both.joined(2, 2), null);
  }
  assert.equal(new Library([1, 'DSC_1.JPG'], [2, 'DSC_1.HEIC']).joined(1, 2), null, 'two pictures are no pair');
  assert.equal(new Library([1, 'DSC_1.TIF'], [2, 'DSC_1.NEF']).joined(1, 2), null, 'no camera wrote this one beside it');
});

test('LP-9: one shot is what has one name, one camera and one moment, as the files themselves say', () => {
  assert.equal(key('DSC_1.JPG'), key('dsc_1.nef'));
  assert.equal(key('PXL_1.RAW-01.COVER.jpg'), key('PXL_1.RAW-02.ORIGINAL.dng'), 'as a phone names them');
  assert.equal(key('DSC_1.JPG', { capturedAt: '2024-05-03T10:00:00' }), key('DSC_1.JPG'), 'one that tells less of the same second');
  for (const other of [
    key('DSC_2.JPG'),
    key('DSC_1 (1).JPG'),
    key('DSC_1.JPG', { capturedAt: '2024-05-03T10:00:01.50+02:00' }),
    key('DSC_1.JPG', { camera: { ...CAMERA, model: 'D850' } }),
  ]) {
    assert.notEqual(other, undefined);
    assert.notEqual(other, key('DSC_1.JPG'));
  }
  for (const nothing of [
    key('DSC_1.JPG', { camera: null }),
    key('DSC_1.JPG', { camera: { ...CAMERA, make: null } }),
    ...(['file-name', 'file-time', 'unknown', 'person'] as const).map((capturedSource) => key('DSC_1.JPG', { capturedSource })),
  ])
    assert.equal(nothing, undefined);
  const moments = (a: string, b: string): boolean =>
    new Library([1, 'DSC_1.JPG', { capturedAt: a }], [2, 'DSC_1.NEF', { capturedAt: b }]).joined(1, 2) !== null;
  assert.ok(moments('2024-05-03T10:00:00.5', '2024-05-03T10:00:00.500Z'));
  assert.ok(moments('2024-05-03T10:00:00Z', '2024-05-03T10:00:00.25+00:00'));
  assert.ok(!moments('2024-05-03T10:00:00.5', '2024-05-03T10:00:00.6'));
  assert.ok(!moments('2024-05-03T10:00:00+02:00', '2024-05-03T10:00:00+03:00'));
});

test('LP-10: of two candidates, on either side, none is taken', () => {
  const two = new Library(
    [1, 'DSC_1.JPG'],
    [2, 'DSC_1.NEF'],
    [3, 'DSC_1.HEIC'],
    [4, 'DSC_1.NEF', { capturedAt: AT.replace('.50', '.90') }],
  );
  assert.equal(two.joined(2, 1, 3), null);
  assert.equal(two.joined(1, 2, 3), null, 'also when the one that was read has one only');
  assert.deepEqual(two.joined(1, 2, 4), pair(1, 2), 'one of another moment is no candidate');
  const raws = new Library([1, 'DSC_1.JPG'], [2, 'DSC_1.NEF'], [3, 'DSC_1.NEF']);
  assert.equal(raws.joined(1, 2, 3), null);
  assert.equal(raws.joined(3, 1, 2), null);
  raws.apply({ name: 'asset.trash', args: { assetId: id(3) } });
  assert.deepEqual(raws.joined(1, 2, 3), pair(1, 2), 'what is in Recently Deleted is none');
});

test('LP-11: what is in Recently Deleted, has its part already, or shows an edit of the RAW is left alone, and what a person took apart stays so', () => {
  const made = new Library([1, 'DSC_1.JPG'], [2, 'DSC_1.NEF'], [3, 'DSC_1.NEF']);
  made.apply({ name: 'asset.trash', args: { assetId: id(1) } });
  assert.equal(made.joined(2, 1), null);
  made.apply({ name: 'asset.restore', args: { assetId: id(1) } });
  made.apply({ name: 'asset.join', args: { assetId: id(1), joined: id(2), role: 'raw' } });
  assert.equal(made.joined(3, 1), null, 'it has its RAW');
  const resourceOf = resourceId(id(1), 'raw', hash(2));
  const fields = { ...FIELDS, fileName: 'DSC_1.NEF' };
  made.apply({ name: 'asset.split', args: { assetId: id(1), resource: resourceOf, hash: hash(2), newId: id(5), fields } });
  const split = { ...made.shot(3), rows: made.asset(id(5)) ?? assert.fail('not split') };
  assert.equal(joinRaw(split, [made.shot(1)]), null);
  assert.equal(joinRaw(made.shot(1), [split]), null);

  const turned = new Library([1, 'DSC_1.JPG'], [2, 'DSC_1.NEF']);
  turned.apply({ name: 'asset.join', args: { assetId: id(2), joined: id(1), role: 'alternate' } });
  const back = { assetId: id(2), resource: resourceId(id(2), 'alternate', hash(1)), hash: hash(1), newId: id(5) };
  turned.apply({ name: 'asset.split', args: { ...back, fields: { ...FIELDS, fileName: 'DSC_1.JPG' } } });
  const picture = { shot: turned.shot(2).shot, rows: turned.asset(id(5)) ?? assert.fail('not split') };
  assert.equal(joinRaw(picture, [turned.shot(2)]), null, 'also where the picture was the part');

  const edited = new Library([1, 'DSC_1.JPG'], [2, 'DSC_1.NEF']);
  edited.store(resource('edited', 7));
  edited.apply({ name: 'asset.edit', args: { assetId: id(2), rendering: resource('edited', 7) }, expect: null });
  assert.equal(edited.joined(1, 2), null);
});

test('LP-12: a RAW brings its film, where the picture has none', () => {
  const made = new Library([1, 'IMG_1.HEIC'], [2, 'IMG_1.NEF'], [3, 'IMG_2.JPG'], [4, 'IMG_3.JPG']);
  made.apply({ name: 'asset.join', args: { assetId: id(2), joined: id(3), role: 'live-video' } });
  assert.deepEqual(made.joined(1, 2), pair(1, 2));
  made.apply({ name: 'asset.join', args: { assetId: id(1), joined: id(4), role: 'live-video' } });
  assert.equal(made.joined(1, 2), null);
});
