import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resourceId, type AssetFields, type Change } from '@rollcall/protocol';
import { createOf, FIELDS, hash, id, ModelLibrary, resource } from './model.testing.ts';
import { joinNamed, namedHalfOf, nameOfHalf, type NamedHalfRows } from './named-halves.ts';

const PHONE = { make: 'Apple', model: 'iPhone 14', lens: null };
const [STILL_AT, FILM_AT] = ['2024-05-03T10:00:02.50+02:00', '2024-05-03T10:00:01+02:00'];
type Told = Partial<AssetFields> & { readonly livePairId?: string; readonly device?: number };

/** Stills have the numbers below 10, films the others. */
class Library extends ModelLibrary {
  readonly #halves = new Map<number, NamedHalfRows['half']>();

  constructor(...stored: readonly (readonly [n: number, fileName: string, told?: Told])[]) {
    super();
    for (const [n, fileName, { livePairId = null, device = 9000, ...over } = {}] of stored) {
      const still = n < 10;
      const original = { ...resource('original', n), mime: still ? 'image/heic' : 'video/quicktime' };
      this.store(original);
      const told: AssetFields = { ...FIELDS, ...(still ? { camera: PHONE } : { camera: PHONE, duration: 2.5 }), fileName };
      const fields: AssetFields = {
        ...told,
        capturedAt: still ? STILL_AT : FILM_AT,
        capturedSource: still ? 'exif' : 'quicktime',
        ...over,
      };
      const change = createOf(id(n), [original], { fields });
      assert.ok(change.name === 'asset.create');
      this.apply({ ...change, args: { ...change.args, kind: still ? 'photo' : 'video' } }, { deviceId: id(device) });
      const half = namedHalfOf({ fileName, mime: original.mime, size: original.size, livePairId, fields });
      if (half !== null) this.#halves.set(n, half);
    }
  }

  half(n: number): NamedHalfRows | null {
    const [half, rows] = [this.#halves.get(n), this.asset(id(n))];
    return half && rows ? { half, rows } : null;
  }

  joined(read: number, ...others: number[]): Change['args'] | null {
    const half = this.half(read);
    return (
      half &&
      (joinNamed(
        half,
        others.flatMap((n) => this.half(n) ?? []),
      )?.args ??
        null)
    );
  }
}
const pair = (still: number, film: number) => ({ assetId: id(still), joined: id(film), role: 'live-video' });

test('LP-15: a still and a short film of one name, moment and camera become one photo, whichever was read last', () => {
  for (const name of ['IMG_1.MOV', 'img_1.mov', 'IMG_1_HEVC.MOV', 'IMG_1 (1).MOV', 'IMG_1_3.mov']) {
    const both = new Library([1, 'IMG_1.HEIC'], [11, name]);
    assert.deepEqual(both.joined(1, 11), pair(1, 11), name);
    assert.deepEqual(both.joined(11, 1), pair(1, 11), name);
    assert.equal(nameOfHalf({ fileName: name }), 'img_1');
  }
  assert.equal(new Library([1, 'IMG_1.HEIC']).joined(1), null);
  // A film in UTC, beside a still that knows no zone.
  const wall = new Library(
    [1, 'IMG_1.HEIC', { capturedAt: '2024-05-03T10:00:02' }],
    [11, 'IMG_1.MOV', { capturedAt: '2024-05-03T08:00:01Z', capturedSource: 'container' }],
  );
  assert.deepEqual(wall.joined(11, 1), pair(1, 11));
});

test('LP-15: nothing else is joined by its name', () => {
  for (const [still, film, why] of [
    [{}, { duration: 5.1 }, 'the film is too long'],
    [{}, { capturedAt: '2024-05-03T10:02:03+02:00' }, 'another moment'],
    [{}, { capturedAt: '2023-05-03T10:00:01+02:00' }, 'another year, and the same number of the camera’s'],
    [{}, { camera: { ...PHONE, model: 'iPhone 8' } }, 'another camera'],
    [{}, { camera: null, device: 9001 }, 'no camera, and another device'],
    [{ livePairId: 'A' }, { livePairId: 'B' }, 'identifiers that differ'],
    [{}, { livePairId: 'A' }, 'a film that names its still'],
    [{}, { capturedSource: 'file-time' }, 'a date that was guessed'],
    [{ capturedSource: 'file-name' }, {}, 'a date that was guessed'],
    [{ capturedSource: 'person' }, {}, 'a date that a person set'],
    [{ capturedAt: '2024-05-03T00:00:00' }, { capturedAt: '2024-05-03T00:00:00' }, 'only the day is known'],
  ] satisfies [Told, Told, string][]) {
    const both = new Library([1, 'IMG_1.HEIC', still], [11, 'IMG_1.MOV', film]);
    assert.equal(both.joined(1, 11), null, why);
    assert.equal(both.joined(11, 1), null, why);
  }
  for (const [still, film] of [
    ['Holiday (1).jpg', 'Holiday (2).mp4'],
    ['x-1.jpg', 'x-2.mov'],
    ['IMG_1-1.HEIC', 'IMG_1_HEVC.MOV'],
  ] as const) {
    const both = new Library([1, still], [11, film]);
    assert.equal(both.joined(1, 11), null, `${still} and ${film} are numbered themselves`);
    assert.equal(both.joined(11, 1), null);
  }
  for (const [still, film] of [
    ['Holiday (1).jpg', 'Holiday (1).mp4'],
    ['Holiday (1).jpg', 'Holiday.mp4'],
  ] as const)
    assert.deepEqual(new Library([1, still], [11, film]).joined(1, 11), pair(1, 11), `${still} and ${film}`);
  const same = new Library([1, 'IMG_1.HEIC'], [11, 'IMG_1.MOV', { camera: null }]);
  assert.deepEqual(same.joined(11, 1), pair(1, 11), 'from one device, where the film names no camera');
  assert.deepEqual(new Library([1, 'IMG_1.HEIC', { livePairId: 'A' }], [11, 'IMG_1.MOV']).joined(1, 11), pair(1, 11));
  const { fields } = { fields: { ...FIELDS, capturedAt: STILL_AT, capturedSource: 'exif' as const } };
  for (const mime of ['image/png', 'image/x-adobe-dng', 'video/webm'])
    assert.equal(namedHalfOf({ fileName: 'IMG_1.X', mime, size: 1, livePairId: null, fields }), null, mime);
});

test('LP-16: of two that could be meant, on either side, none is taken; the very name comes first', () => {
  const films = new Library([1, 'IMG_1.HEIC'], [11, 'IMG_1.MOV'], [12, 'IMG_1.MP4']);
  for (const read of [1, 11, 12]) assert.equal(films.joined(read, ...[1, 11, 12].filter((n) => n !== read)), null);
  const stills = new Library([1, 'IMG_1.HEIC'], [2, 'IMG_1.JPG'], [11, 'IMG_1.MOV']);
  for (const read of [1, 2, 11]) assert.equal(stills.joined(read, ...[1, 2, 11].filter((n) => n !== read)), null);
  const copies = new Library([1, 'IMG_1.HEIC'], [2, 'IMG_1 (1).HEIC'], [11, 'IMG_1.MOV']);
  assert.deepEqual(copies.joined(11, 1, 2), pair(1, 11));
  assert.equal(copies.joined(2, 1, 11), null, 'the film is the other one’s');
  // A film of another year that kept the name hides nothing.
  const years = new Library([1, 'IMG_1.HEIC'], [11, 'IMG_1.MOV'], [12, 'IMG_1.MOV', { capturedAt: '2023-05-03T10:00:01+02:00' }]);
  assert.deepEqual(years.joined(1, 11, 12), pair(1, 11));
  assert.equal(years.joined(12, 1, 11), null);
});

test('LP-16: what is in Recently Deleted, has its film, or was taken apart by a person is left alone', () => {
  const made = new Library([1, 'IMG_1.HEIC'], [11, 'IMG_1.MOV'], [12, 'IMG_1.MP4']);
  made.apply({ name: 'asset.trash', args: { assetId: id(11) } });
  assert.equal(made.joined(1, 11), null);
  made.apply({ name: 'asset.restore', args: { assetId: id(11) } });
  made.apply({ name: 'asset.join', args: { assetId: id(1), joined: id(11), role: 'live-video' } });
  assert.equal(made.joined(12, 1, 11), null, 'it has its film');
  const resource = resourceId(id(1), 'live-video', hash(11));
  const fields = { ...FIELDS, fileName: 'IMG_1.MOV' };
  made.apply({ name: 'asset.split', args: { assetId: id(1), resource, hash: hash(11), newId: id(13), fields } });
  const half = new Library([1, 'IMG_1.HEIC'], [13, 'IMG_1.MOV']).half(13)!.half;
  const film = { half, rows: made.asset(id(13)) ?? assert.fail('no film') };
  assert.equal(film.rows.asset.kind, 'video');
  assert.equal(joinNamed(film, [made.half(1)!]), null);
  assert.equal(joinNamed(made.half(1)!, [film]), null);
});
