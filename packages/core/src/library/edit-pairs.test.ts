import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resourceId, type AssetFields, type Change } from '@rollcall/protocol';
import { joinEdit, liveFilmOf, uneditedOf } from './edit-pairs.ts';
import { joinHalves } from './halves.ts';
import { createOf, FIELDS, hash, id, ModelLibrary, resource } from './model.testing.ts';
import type { AssetRows } from './rows.ts';
import { joinRaw, shotOf, type ShotRows } from './shots.ts';

const CAMERA = { make: 'Apple', model: 'iPhone 15', lens: null };
const AT = '2024-05-03T10:00:00.50+02:00';
type Stored = readonly [n: number, fileName: string, over?: Partial<AssetFields>];
const MIMES: Readonly<Record<string, string>> = { DNG: 'image/x-adobe-dng', MOV: 'video/quicktime', HEIC: 'image/heic' };

class Library extends ModelLibrary {
  readonly #told = new Map<number, AssetFields>();

  constructor(...stored: readonly Stored[]) {
    super();
    for (const each of stored) this.put(...each);
  }

  put(...[n, fileName, over = {}]: Stored): void {
    const original = { ...resource('original', n), mime: MIMES[fileName.slice(fileName.lastIndexOf('.') + 1)] ?? 'image/jpeg' };
    this.store(original);
    const kind = original.mime.startsWith('video/') ? 'video' : 'photo';
    const told: AssetFields = {
      ...FIELDS,
      capturedAt: AT,
      capturedSource: kind === 'video' ? 'quicktime' : 'exif',
      camera: CAMERA,
      ...over,
      fileName,
    };
    const change = createOf(id(n), [original], { fields: told });
    if (change.name === 'asset.create') this.apply({ ...change, args: { ...change.args, kind } });
    this.#told.set(n, told);
  }

  rowsOf(n: number): AssetRows {
    return this.asset(id(n)) ?? assert.fail(`no asset ${n}`);
  }

  /** An asset, with what its file told; `as`: what the file of another one told, which is a part of it by now. */
  shot(n: number, as = n): ShotRows {
    const told = this.#told.get(as) ?? assert.fail(`no file ${as}`);
    return { shot: shotOf(told.fileName, told) ?? assert.fail('no shot'), rows: this.rowsOf(n) };
  }

  joined(read: number, ...others: number[]): Change['args'] | null {
    return (
      joinEdit(
        this.shot(read),
        others.map((n) => this.shot(n)),
      )?.args ?? null
    );
  }

  join(kept: number, part: number, role: 'alternate' | 'live-video' | 'raw'): void {
    this.apply({ name: 'asset.join', args: { assetId: id(kept), joined: id(part), role } });
  }

  split(from: number, part: number, role: string, newId: number): void {
    const fields = { ...FIELDS, fileName: `split-${part}` };
    const of = { resource: resourceId(id(from), role, hash(part)), hash: hash(part) };
    this.apply({ name: 'asset.split', args: { assetId: id(from), ...of, newId: id(newId), fields } });
  }
}

const pair = (edit: number, original: number, role = 'alternate') => ({ assetId: id(edit), joined: id(original), role });

test('ED-1: the edit is kept, and its original becomes a part of it, whichever was read last', () => {
  for (const [edit, original] of [
    ['IMG_E1234.JPG', 'IMG_1234.HEIC'],
    ['img_e1234.heic', 'IMG_1234.HEIC'],
    ['IMG_1234_edited.jpeg', 'IMG_1234.JPG'],
    ['IMG_1234-edited.jpg', 'IMG_1234.jpg'],
    ['IMG_1234-bearbeitet(1).jpg', 'IMG_1234(1).jpg'],
    ['PXL_1-edited.jpg', 'PXL_1.MP.jpg'],
    ['IMG_E1234.MOV', 'IMG_1234.MOV'],
  ] as const) {
    const both = new Library([1, original], [2, edit]);
    assert.deepEqual(both.joined(1, 2), pair(2, 1), edit);
    assert.deepEqual(both.joined(2, 1), pair(2, 1), edit);
    assert.equal(both.joined(2), null);
    assert.equal(both.joined(2, 2), null);
  }
  assert.deepEqual(new Library([1, 'IMG_1234.DNG'], [2, 'IMG_E1234.JPG']).joined(2, 1), pair(2, 1, 'raw'), 'of a RAW');
});

test('ED-2: name, camera, moment and kind have to agree, as the files themselves say', () => {
  const joins = (original: Stored[1], edit: Stored[1], over: Partial<AssetFields> = {}): boolean =>
    new Library([1, original], [2, edit, over]).joined(2, 1) !== null;
  assert.ok(joins('IMG_1234.HEIC', 'IMG_E1234.JPG'));
  assert.ok(joins('IMG_1234.HEIC', 'IMG_E1234.JPG', { capturedAt: '2024-05-03T10:00:00' }), 'it tells less of the same second');
  for (const [original, edit, over] of [
    ['IMG_1235.HEIC', 'IMG_E1234.JPG', {}],
    ['IMG_1234 (1).HEIC', 'IMG_E1234.JPG', {}],
    ['IMG_1234.HEIC', 'IMG_1234.JPG', {}],
    ['IMG_1234.HEIC', 'IMG_E1234.MOV', {}],
    ['IMG_1234.MOV', 'IMG_E1234.JPG', {}],
    ['IMG_1234.HEIC', 'IMG_E1234.DNG', {}],
    ['IMG_1234.HEIC', 'IMG_E1234.JPG', { capturedAt: AT.replace('.50', '.51') }],
    ['IMG_1234.HEIC', 'IMG_E1234.JPG', { capturedAt: AT.replace('+02:00', '+03:00') }],
  ] as const)
    assert.ok(!joins(original, edit, over), `${original}, ${edit}`);
  const key = (over: Partial<AssetFields>): string | null =>
    shotOf('IMG_E1234.MOV', { capturedAt: AT, capturedSource: 'quicktime', camera: CAMERA, ...over })?.key ?? null;
  assert.notEqual(key({}), null);
  assert.equal(key({ capturedSource: 'container' }), null, 'a moment that any program writes');
  assert.equal(key({ camera: null }), null);
});

test('ED-3: of two edits of one picture, two pictures of one name, and an edit of an edit none is taken', () => {
  const edits = new Library([1, 'IMG_1234.HEIC'], [2, 'IMG_E1234.JPG'], [3, 'IMG_1234-edited.jpg']);
  for (const [read, ...others] of [
    [1, 2, 3],
    [2, 1, 3],
    [3, 1, 2],
  ] as const)
    assert.equal(edits.joined(read, ...others), null);
  const originals = new Library([1, 'IMG_1234.HEIC'], [2, 'IMG_E1234.JPG'], [3, 'IMG_1234.JPG']);
  assert.equal(originals.joined(2, 1, 3), null);
  assert.equal(originals.joined(1, 2, 3), null);
  originals.apply({ name: 'asset.trash', args: { assetId: id(3) } });
  assert.deepEqual(originals.joined(1, 2, 3), pair(2, 1), 'what is in Recently Deleted is none');
  const chain = new Library([1, 'IMG.HEIC'], [2, 'IMG_edited.jpg'], [3, 'IMG_edited-edited.jpg']);
  for (const read of [1, 2, 3]) assert.equal(chain.joined(read, ...[1, 2, 3].filter((each) => each !== read)), null);
});

test('ED-4: what is in Recently Deleted, shows an edit made here, or has another version beside it is left alone', () => {
  const trashed = new Library([1, 'IMG_1234.HEIC'], [2, 'IMG_E1234.JPG']);
  trashed.apply({ name: 'asset.trash', args: { assetId: id(1) } });
  assert.equal(trashed.joined(2, 1), null);

  const made = new Library([1, 'IMG_1234.HEIC'], [2, 'IMG_E1234.JPG']);
  made.store(resource('edited', 7));
  made.apply({ name: 'asset.edit', args: { assetId: id(1), rendering: resource('edited', 7) }, expect: null });
  assert.equal(made.joined(2, 1), null);

  const again = new Library([1, 'IMG_1234.HEIC'], [2, 'IMG_E1234.JPG']);
  again.store(resource('edited', 7));
  again.apply({ name: 'asset.edit', args: { assetId: id(2), rendering: resource('edited', 7) }, expect: null });
  assert.deepEqual(again.joined(2, 1), pair(2, 1), 'an edit that was edited again is still the edit');

  const full = new Library([1, 'IMG_1234.HEIC'], [2, 'IMG_E1234.JPG'], [3, 'x.HEIC'], [4, 'IMG_1234_edited.jpg']);
  full.join(2, 1, 'alternate');
  const late = full.shot(4);
  assert.equal(joinEdit(late, [full.shot(2), full.shot(2, 1)]), null, 'it has its edit');
  full.join(4, 3, 'alternate');
  full.put(5, 'IMG_1234.JPG');
  assert.equal(full.joined(5, 4), null);

  const raws = new Library([1, 'IMG_1234.HEIC'], [2, 'IMG_E1234.JPG'], [3, 'a.DNG'], [4, 'b.DNG']);
  raws.join(1, 3, 'raw');
  assert.deepEqual(raws.joined(2, 1), pair(2, 1), 'a RAW comes with its picture');
  raws.join(2, 4, 'raw');
  assert.equal(raws.joined(2, 1), null, 'and not beside another');
});

test('ED-5: what a person took apart stays apart', () => {
  const made = new Library([1, 'IMG_1234.HEIC'], [2, 'IMG_E1234.JPG']);
  made.join(2, 1, 'alternate');
  made.split(2, 1, 'alternate', 5);
  const original: ShotRows = { shot: made.shot(2, 1).shot, rows: made.rowsOf(5) };
  assert.equal(joinEdit(original, [made.shot(2)]), null);
  assert.equal(joinEdit(made.shot(2), [original]), null);

  const turned = new Library([1, 'IMG_1234.MOV'], [2, 'IMG_E1234.MOV']);
  turned.join(1, 2, 'live-video');
  turned.split(1, 2, 'live-video', 5);
  const edit: ShotRows = { shot: turned.shot(1, 2).shot, rows: turned.rowsOf(5) };
  assert.equal(joinEdit(edit, [turned.shot(1)]), null, 'also where the edit was the part');
  assert.equal(joinEdit(turned.shot(1), [edit]), null);
});

test('ED-6: an edit and its original each keep the film of their Live Photo, in whatever order the four come', () => {
  const files = [
    [1, 'IMG_1234.HEIC', 'X'],
    [2, 'IMG_E1234.HEIC', 'Y'],
    [3, 'IMG_1234.MOV', 'X'],
    [4, 'IMG_E1234.MOV', 'Y'],
  ] as const;
  for (const order of permutations([0, 1, 2, 3])) {
    const library = new Library();
    // As the server notes them: what is a part by now is known as the whole.
    const halves: { readonly pairId: string; id: number }[] = [];
    const shots: { readonly as: number; id: number }[] = [];
    const apply = (change: Change | null): void => {
      if (change?.name !== 'asset.join') return;
      assert.equal(library.apply(change).result.status, 'applied');
      const [kept, gone] = [change.args.assetId, change.args.joined].map((each) => files.find(([n]) => id(n) === each)?.[0] ?? 0);
      for (const noted of [...halves, ...shots]) if (noted.id === gone) noted.id = kept!;
    };
    for (const [n, fileName, pairId] of order.map((at) => files[at] ?? assert.fail())) {
      library.put(n, fileName);
      const others = halves.filter((each) => each.pairId === pairId && each.id !== n).map((each) => library.rowsOf(each.id));
      halves.push({ pairId, id: n });
      apply(joinHalves(library.rowsOf(n), others));
      if (n > 2) continue;
      const near = shots.map((each) => library.shot(each.id, each.as));
      shots.push({ as: n, id: n });
      apply(joinEdit(library.shot(n), near));
    }
    const { asset, resources } = library.rowsOf(2);
    const told = resources
      .filter(({ removed }) => !removed)
      .map(({ role, hash: of }) => `${role} ${files.find(([n]) => hash(n) === of)?.[1]}`);
    assert.deepEqual(
      told.toSorted(),
      ['alternate IMG_1234.HEIC', 'live-video IMG_1234.MOV', 'live-video IMG_E1234.MOV', 'original IMG_E1234.HEIC'],
      order.join(),
    );
    assert.equal(liveFilmOf(asset, resources)?.hash, hash(4), 'it moves as it was edited');
    assert.equal(uneditedOf(asset, resources)?.hash, hash(1));
    library.put(13, 'IMG_1234.MOV');
    assert.equal(joinHalves(library.rowsOf(13), [library.rowsOf(2)]), null, 'a third film is none of it');
    library.split(2, 4, 'live-video', 14);
    assert.equal(joinHalves(library.rowsOf(14), [library.rowsOf(2)]), null, 'what was split off stays so');
    assert.equal(library.assets().length, 3);
  }
});

test('ED-7: the RAW of the original joins it where it is a part of its edit by now', () => {
  const made = new Library([1, 'IMG_1234.HEIC'], [2, 'IMG_E1234.HEIC'], [3, 'IMG_1234.DNG']);
  made.join(2, 1, 'alternate');
  assert.deepEqual(joinRaw(made.shot(3), [made.shot(2, 1)])?.args, pair(2, 3, 'raw'));
  const late = new Library([1, 'IMG_1234.HEIC'], [2, 'IMG_E1234.HEIC'], [3, 'IMG_1234.DNG']);
  late.join(2, 3, 'raw');
  assert.deepEqual(joinEdit(late.shot(1), [late.shot(2), late.shot(2, 3)])?.args, pair(2, 1), 'so does the picture beside the RAW');
});

function permutations(of: readonly number[]): number[][] {
  return of.length === 0 ? [[]] : of.flatMap((first) => permutations(of.filter((each) => each !== first)).map((rest) => [first, ...rest]));
}
