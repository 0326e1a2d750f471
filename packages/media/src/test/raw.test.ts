import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { drawPhoto } from '../drawing.ts';
import { inspect, inspectionRow, recognise, type InspectionRow } from '../index.ts';
import { bytesSource, mediaFolder, sourceOf } from './fixtures.ts';
import { box, cameraFields, ciff, jpeg, joined, number, text, tiff } from './samples.ts';

const read = async (name: string, bytes: Uint8Array): Promise<InspectionRow> =>
  inspectionRow(name, await inspect(bytesSource(name, bytes, 1e12)));
const [SMALL, LARGE] = [jpeg(160, 120), jpeg(1600, 1200)];

async function dated(): Promise<Uint8Array> {
  return sharp(await drawPhoto(160, 120, [9, 9, 9]))
    .jpeg()
    .withExif({
      IFD0: { Make: 'FUJIFILM', Model: 'X-T1' },
      IFD2: { DateTimeOriginal: '2024:05:01 12:00:00', OffsetTimeOriginal: '+02:00' },
    })
    .toBuffer();
}

test('MD-30: raw files are told by their content, under whatever name', () => {
  const dng = tiff(() => [[[0xc612, 7, Uint8Array.from([1, 4, 0, 0])]]]);
  const reduced = (make: string): Uint8Array =>
    tiff(() => [
      [
        [0x00fe, 4, [1]],
        [0x010f, 2, make],
        [0x014a, 4, [8]],
      ],
    ]);
  const heads: [Uint8Array, string][] = [
    [dng, 'dng'],
    [reduced('NIKON CORPORATION'), 'nef'],
    [reduced('SONY'), 'arw'],
    [reduced('PENTAX'), 'pef'],
    [reduced('SAMSUNG'), 'srw'],
    [joined('II*\0', [16, 0, 0, 0], 'CR', [2, 0]), 'cr2'],
    [box('ftyp', 'crx \0\0\0\x01crx isom'), 'cr3'],
    [joined('II', [26, 0, 0, 0], 'HEAPCCDR'), 'crw'],
    [text('FUJIFILMCCD-RAW 0201'), 'raf'],
    [text('IIRO\x08\0\0\0'), 'orf'],
    [text('IIRS\x08\0\0\0'), 'orf'],
    [text('MMOR\0\0\0\x08'), 'orf'],
    [text('IIU\0\x08\0\0\0'), 'rw2'],
    [text('FOVb\0\0\x02\0'), 'raw'],
    [text('\0MRM\0\0\0\0'), 'raw'],
  ];
  for (const [head, format] of heads)
    for (const name of ['photo', 'photo.jpg', 'photo.tif']) {
      const found = recognise(name, head);
      assert.deepEqual(found.kind === 'photo' && [found.format, found.by], [format, 'content'], `${format} as ${name}`);
    }
});

test('MD-30: a raw file is told by its content too where its directory lies behind its pixels', async () => {
  const plain = tiff(() => [[[0xc612, 7, Uint8Array.from([1, 4, 0, 0])]]]);
  const at = 200_000;
  const bytes = joined(plain.subarray(0, 4), number(at, 4, true), new Uint8Array(at - 8), plain.subarray(8));
  for (const name of ['photo', 'photo.png', 'photo.tif']) assert.equal((await read(name, bytes)).mime, 'image/x-adobe-dng', name);
  const other = joined(plain.subarray(0, 4), number(at, 4, true), new Uint8Array(at));
  assert.equal((await read('photo', other)).mime, 'image/tiff');
});

test('MD-31: the largest picture for viewing inside a raw file is found, and the raw data are not taken for one', async () => {
  const inTiff = (name: string, magic = 42): [string, Uint8Array] => [
    name,
    tiff(
      (at) => [
        [...cameraFields('Canon', 'EOS'), [0x0111, 4, [at]], [0x0117, 4, [SMALL.length]], [0x0103, 3, [6]]],
        [
          [0x0201, 4, [at + SMALL.length]],
          [0x0202, 4, [LARGE.length]],
        ],
        [
          [0x0111, 4, [at + SMALL.length + LARGE.length]],
          [0x0117, 4, [200]],
          [0x0103, 3, [7]],
        ],
      ],
      joined(SMALL, LARGE, jpeg(6000, 4000, true), new Uint8Array(200)),
      magic,
    ),
  ];
  for (const [name, bytes] of [inTiff('a.dng'), inTiff('a.nef'), inTiff('a.arw'), inTiff('a.orf', 0x4f52), inTiff('a.pef')]) {
    const { preview, kind } = await read(name, bytes);
    const at = Buffer.from(bytes).indexOf(LARGE);
    assert.deepEqual([kind, preview], ['photo', { offset: at, length: LARGE.length, width: 1600, height: 1200 }], name);
  }
});

test('MD-31: previews in Panasonic’s, Canon’s, Fujifilm’s and unknown raw files', async () => {
  const panasonic = tiff(
    () => [
      [
        [0x0004, 3, [10]],
        [0x0005, 3, [20]],
        [0x0006, 3, [3010]],
        [0x0007, 3, [4020]],
        [0x002e, 7, LARGE],
      ],
    ],
    new Uint8Array(),
    0x55,
  );
  const found = await read('a.rw2', panasonic);
  assert.deepEqual([found.preview?.width, found.width, found.height], [1600, 4000, 3000]);

  const preview = box(
    'uuid',
    new Uint8Array(16),
    new Uint8Array(8),
    box('PRVW', new Uint8Array(4), number(1, 2), number(1600, 2), number(1200, 2), number(1, 2), number(LARGE.length, 4), LARGE),
  );
  const cr3 = joined(box('ftyp', 'crx \0\0\0\x01crx isom'), box('moov', box('uuid', new Uint8Array(16))), preview, box('mdat', 'raw data'));
  assert.equal((await read('a.cr3', cr3)).preview?.width, 1600);

  for (const [name, head] of [
    ['a.x3f', 'FOVb'],
    ['a.mrw', '\0MRM'],
    ['a.orf', 'IIRO\x08\0\0\0\0\0\0\0\0\0'],
  ] as const) {
    const bytes = joined(
      head,
      new Uint8Array(300),
      SMALL,
      [0xff, 0xd8, 0xff, 1],
      new Uint8Array(50),
      LARGE,
      jpeg(8000, 6000, true),
      LARGE.subarray(0, 40),
    );
    assert.deepEqual(
      (await read(name, bytes)).preview,
      { offset: Buffer.from(bytes).indexOf(LARGE), length: LARGE.length, width: 1600, height: 1200 },
      name,
    );
  }
});

test('MD-32: Fujifilm’s raw file has its date, camera and size, and Canon’s old one too', async () => {
  const picture = await dated();
  const facts = joined(
    number(2, 4),
    number(0x0100, 2),
    number(4, 2),
    number(3000, 2),
    number(4000, 2),
    number(0x0111, 2),
    number(4, 2),
    number(2990, 2),
    number(3990, 2),
  );
  const raf = joined(
    text('FUJIFILMCCD-RAW 0201'.padEnd(84, '\0')),
    number(108, 4),
    number(picture.length, 4),
    number(108 + picture.length, 4),
    number(facts.length, 4),
    number(108 + picture.length + facts.length, 4),
    number(10, 4),
    picture,
    facts,
    new Uint8Array(10),
  );
  const fuji = await read('a.raf', raf);
  assert.deepEqual(
    [fuji.captured_at, fuji.make_model, fuji.width, fuji.height, fuji.preview?.offset, fuji.error],
    ['2024-05-01T12:00:00+02:00', 'FUJIFILM X-T1', 3990, 2990, 108, null],
  );
  assert.match((await read('a.raf', raf.subarray(0, raf.length - 5))).error ?? '', /not whole/);

  const inner = ciff([
    [0x080a, text('Canon\0Canon EOS 10D\0')],
    [0x180e, joined(number(Date.UTC(2004, 4, 1, 12, 0, 7) / 1000, 4, true), new Uint8Array(8))],
    [0x1810, joined(number(3072, 4, true), number(2048, 4, true), new Uint8Array(4), number(270, 4, true))],
  ]);
  const heap = ciff([
    [0x2007, LARGE],
    [0x300a, inner],
  ]);
  const crw = await read('CRW_1.CRW', joined('II', number(26, 4, true), 'HEAPCCDR', new Uint8Array(12), heap));
  assert.deepEqual(
    [crw.captured_at, crw.captured_source, crw.make_model, crw.orientation, crw.width, crw.display_width, crw.preview?.width],
    ['2004-05-01T12:00:07', 'exif', 'Canon Canon EOS 10D', 8, 3072, 2048, 1600],
  );
});

test('MD-33: a file like TIFF whose pictures lie beyond its end is not whole', async () => {
  const picture = (length: number): Uint8Array =>
    tiff(
      (at) => [
        [
          [0x0100, 3, [40]],
          [0x0101, 3, [10]],
          [0x0111, 4, [at, at + 200]],
          [0x0117, 4, [200, 200]],
        ],
      ],
      new Uint8Array(length),
    );
  assert.equal((await read('a.tif', picture(400))).error, null);
  assert.match((await read('a.tif', picture(399))).error ?? '', /not whole/);
  const large = joined('II', number(43, 2, true), number(8, 2, true), number(0, 2, true), number(16, 8, true), new Uint8Array(40));
  assert.equal((await read('a.tif', large)).error, null, 'of the kind for more than four gigabytes');
  assert.match((await read('a.bmp', bitmap().subarray(0, 100))).error ?? '', /not whole/);
  assert.equal((await read('a.bmp', bitmap())).error, null);
});

function bitmap(): Uint8Array {
  return joined(
    'BM',
    number(54 + 8 * 8 * 3, 4, true),
    new Uint8Array(4),
    number(54, 4, true),
    number(40, 4, true),
    number(8, 4, true),
    number(8, 4, true),
    number(1, 2, true),
    number(24, 2, true),
    new Uint8Array(24),
    new Uint8Array(8 * 8 * 3),
  );
}

const folder = mediaFolder();
test('MD-31: previews of the raw files of the test media', { skip: folder === null && 'no test media' }, async () => {
  const sizes: [string, number | null][] = [
    ['raw/DSC_4001.DNG', 320],
    ['raw/canon-r6.cr3', 1620],
    ['raw/sample.cr2', 160],
    ['raw/RAW_NIKON_D1.NEF', null],
  ];
  for (const [path, width] of sizes) {
    const source = sourceOf(folder!, path);
    const { preview } = inspectionRow(path, await inspect(source));
    assert.equal(preview?.width ?? null, width, path);
    if (preview !== null && preview.offset + preview.length <= source.size && path !== 'raw/sample.cr2')
      assert.equal((await sharp(await source.read(preview.offset, preview.length), { failOn: 'none' }).metadata()).width, width, path);
  }
});
