import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { fromText } from '../captured.ts';
import { inspect, inspectionRow, type InspectionRow } from '../index.ts';
import { bytesSource } from './fixtures.ts';
import { box, film, joined, number, ONE, packet, text, tiff, UPRIGHT, type Entry } from './samples.ts';

const read = async (name: string, bytes: Uint8Array): Promise<InspectionRow> =>
  inspectionRow(name, await inspect(bytesSource(name, bytes, 1e12)));

const DATED: Entry[] = [
  [0x010f, 2, 'Maker'],
  [0x0112, 3, [6]],
  [0x9003, 2, '2024:05:01 12:00:00'],
];
const EXIF = tiff(() => [DATED]);
const XMP = packet('<dc:subject><rdf:Bag><rdf:li>sea</rdf:li></rdf:Bag></dc:subject>', 'xmp:Rating="3"');
const XMP_ID = Uint8Array.from([0xbe, 0x7a, 0xcf, 0xcb, 0x97, 0xa9, 0x42, 0xe8, 0x9c, 0x71, 0x99, 0x94, 0x91, 0xe3, 0xaf, 0xac]);

test('MD-54: EXIF and XMP are read where JPEG XL and JPEG 2000 keep them, also compressed', async () => {
  // 8 x 8 pixels, upright.
  const codestream = box('jxlc', joined([0xff, 0x0a, 0b0100_0001, 0b0000_0010]));
  const container = box('JXL ', '\r\n\x87\n');
  const length = number(0, 4);
  const distant = joined(length, EXIF);
  for (const [what, exif, xmp] of [
    ['plain', box('Exif', distant), box('xml ', XMP)],
    ['compressed', box('brob', 'Exif', brotliCompressSync(distant)), box('brob', 'xml ', brotliCompressSync(text(XMP)))],
  ] as const) {
    const row = await read('a.jxl', joined(container, box('ftyp', 'jxl \0\0\0\0jxl '), exif, codestream, xmp));
    const { captured_at, make_model, rating, keywords, display_width } = row;
    assert.deepEqual([captured_at, make_model, rating, keywords, display_width], ['2024-05-01T12:00:00', 'Maker', 3, ['sea'], 8], what);
  }
  for (const damaged of [text('nothing of the kind'), brotliCompressSync(new Uint8Array(64 * 1024 * 1024))]) {
    const row = await read('a.jxl', joined(container, box('brob', 'Exif', damaged), codestream));
    assert.deepEqual([row.captured_source, row.width, row.error], ['file-time', 8, null]);
  }
  const head = joined(box('jP  ', '\r\n\x87\n'), box('ftyp', 'jp2 \0\0\0\0jp2 '), box('jp2h', box('ihdr', number(6, 4), number(9, 4))));
  const row = await read('a.jp2', joined(head, box('uuid', 'JpgTiffExif->JP2', EXIF), box('uuid', XMP_ID, XMP), box('jp2c')));
  const { captured_at, rating, width, height } = row;
  assert.deepEqual([captured_at, rating, width, height], ['2024-05-01T12:00:00', 3, 9, 6]);
});

test('MD-54: a GIF’s XMP is read, before its pictures and behind them', async () => {
  const plain = await sharp({ create: { width: 8, height: 6, channels: 3, background: '#fff' } })
    .gif()
    .toBuffer();
  const end = Uint8Array.from({ length: 258 }, (_, at) => (at === 0 ? 1 : at === 257 ? 0 : 256 - at));
  const extension = joined([0x21, 0xff, 0x0b], 'XMP DataXMP', XMP, end);
  const middle = new Uint8Array(3 * 1024 * 1024);
  for (const bytes of [joined(plain.subarray(0, -1), extension, [0x3b]), joined(plain.subarray(0, -1), middle, extension, [0x3b])]) {
    const { rating, keywords, width } = await read('a.gif', bytes);
    assert.deepEqual([rating, keywords, width], [3, ['sea'], 8]);
  }
});

test('MD-54: a PNG’s own texts tell its making, title and description, where nothing else does', async () => {
  const plain = await sharp({ create: { width: 8, height: 6, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  const chunk = (type: string, content: string): Uint8Array => joined(number(content.length, 4), type, content, number(0, 4));
  const texts = [
    chunk('tEXt', 'Creation Time\0Wed, 01 May 2024 12:00:00 +0200'),
    chunk('tEXt', 'Title\0Quay'),
    chunk('tEXt', 'Description\0By the sea'),
  ];
  const row = await read('a.png', joined(plain.subarray(0, 33), ...texts, plain.subarray(33)));
  assert.deepEqual(
    [row.captured_at, row.captured_source, row.title, row.caption],
    ['2024-05-01T12:00:00+02:00', 'container', 'Quay', 'By the sea'],
  );
  const other = await read(
    'a.png',
    joined(plain.subarray(0, 33), ...texts, chunk('eXIf', String.fromCharCode(...EXIF)), plain.subarray(33)),
  );
  assert.deepEqual([other.captured_at, other.captured_source], ['2024-05-01T12:00:00', 'exif']);
  for (const [written, at] of [
    ['2024:05:01 12:00:00', '2024-05-01T12:00:00'],
    ['2024-05-01T12:00:00Z', '2024-05-01T12:00:00Z'],
    ['1 May 2024 12:00 GMT', '2024-05-01T12:00:00Z'],
    ['Wed, 31 Feb 2024 12:00:00', null],
    ['2024-05-01', null],
    ['yesterday', null],
  ] as const)
    assert.equal(fromText(written), at, written);
});

/** A BigTIFF file: entries of eight bytes and longer values, EXIF in a directory of its own. */
function bigTiff(little: boolean): Uint8Array {
  const n = (value: number, bytes: number): Uint8Array => number(value, bytes, little);
  const entry = (tag: number, type: number, count: number, value: Uint8Array): Uint8Array =>
    joined(n(tag, 2), n(type, 2), n(count, 8), value, new Uint8Array(8 - value.length));
  const exifAt = 16 + 8 + 5 * 20 + 8;
  const dateAt = exifAt + 8 + 20 + 8;
  return joined(
    little ? 'II' : 'MM',
    n(43, 2),
    n(8, 2),
    n(0, 2),
    n(16, 8),
    n(5, 8),
    entry(0x0100, 16, 1, n(640, 8)),
    entry(0x0101, 4, 1, n(480, 4)),
    entry(0x010f, 2, 6, text('Maker\0')),
    entry(0x0112, 3, 1, n(6, 2)),
    entry(0x8769, 18, 1, n(exifAt, 8)),
    n(0, 8),
    n(1, 8),
    entry(0x9003, 2, 20, n(dateAt, 8)),
    n(0, 8),
    '2024:05:01 12:00:00\0',
  );
}

test('MD-55: a TIFF beyond four gigabytes tells as much as any other', async () => {
  for (const little of [true, false]) {
    const row = await read('a.tif', bigTiff(little));
    assert.deepEqual(
      [row.mime, row.width, row.height, row.orientation, row.display_width, row.captured_at, row.make_model, row.error],
      ['image/tiff', 640, 480, 6, 480, '2024-05-01T12:00:00', 'Maker', null],
    );
  }
  const whole = bigTiff(true);
  for (let end = 0; end < whole.length; end += 3) assert.equal((await read('a.tif', whole.subarray(0, end))).kind, 'photo');
});

test('MD-55: of a TIFF with several pages the first tells its size, unless it is a small copy', async () => {
  const page = (width: number, small = 0): Entry[] => [
    [0x00fe, 4, [small]],
    [0x0100, 4, [width]],
    [0x0101, 4, [width]],
  ];
  assert.equal(
    (
      await read(
        'a.tif',
        tiff(() => [page(20), page(500)]),
      )
    ).width,
    20,
  );
  assert.equal(
    (
      await read(
        'a.tif',
        tiff(() => [page(20, 1), page(500)]),
      )
    ).width,
    500,
  );
});

test('MD-56: a drawing is one in two bytes a letter and compressed too, and its size may stand in units of length', async () => {
  const drawing = (size: string): string => `<svg xmlns="http://www.w3.org/2000/svg" ${size}/>`;
  const plain = drawing('width="64" height="48"');
  const wide = (little: boolean): Uint8Array => joined(...[0xfeff, ...text(plain)].map((each) => number(each, 2, little)));
  for (const [name, bytes] of [
    ['a.svg', text(plain)],
    ['a.svg', wide(true)],
    ['a.svg', wide(false)],
    ['a.svg', gzipSync(plain)],
    ['a.svgz', gzipSync(plain)],
    ['a.jpg', wide(true)],
  ] as const) {
    const row = await read(name, bytes);
    assert.deepEqual([row.mime, row.width, row.height, row.error], ['image/svg+xml', 64, 48, null], name);
  }
  for (const [size, width, height] of [
    ['width="1in" height="25.4mm"', 96, 96],
    ['width="2.54cm" height="72pt"', 96, 96],
    ['width="100%" height="100%" viewBox="0 0 64 48"', 64, 48],
    ['width="2em" height="2em" viewBox="0 0 64 48"', 64, 48],
  ] as const) {
    const row = await read('a.svg', text(drawing(size)));
    assert.deepEqual([row.width, row.height], [width, height], size);
  }
  assert.deepEqual((await read('a.svgz', gzipSync(new Uint8Array(64 * 1024 * 1024)))).width, null);
  assert.equal((await read('a.gz', gzipSync(plain))).kind, 'not-media');
});

test('MD-57: a film’s place in 3GPP’s own box, and its size where only the coded picture has one', async () => {
  const degrees = (value: number): Uint8Array => number(value < 0 ? value * ONE + 0x1_0000_0000 : value * ONE, 4);
  const place = joined([0], degrees(151.25), degrees(-33.75), degrees(12));
  for (const name of ['Sydney\0', '\xfe\xff\0S\0y\0\0']) {
    const row = await read(
      'a.3gp',
      film(
        'avc1',
        UPRIGHT,
        box('udta', box('loci', number(0, 4), [0x15, 0xc7].map((each) => String.fromCharCode(each)).join(''), name, place)),
      ),
    );
    assert.deepEqual([row.lat, row.lon, row.altitude], [-33.75, 151.25, 12]);
  }
  assert.equal((await read('a.3gp', film('avc1', UPRIGHT, box('udta', box('loci', number(0, 4), 'xx', 'Sydney'))))).lat, null);
  const bytes = film('avc1');
  const [header, entry] = [Buffer.from(bytes).indexOf('tkhd') + 4, Buffer.from(bytes).indexOf('avc1') + 4];
  bytes.fill(0, header + 76, header + 84);
  bytes.set(joined(number(640, 2), number(360, 2)), entry + 24);
  const row = await read('a.mp4', bytes);
  assert.deepEqual([row.width, row.height, row.codec], [640, 360, 'h264 30fps']);
});

test('MD-57: a film from a tape is told by its content, with its size, codec and length', async () => {
  for (const [system, width, height, codec, frame] of [
    [0xbf, 720, 576, 'dvvideo 25fps', 144_000],
    [0x3f, 720, 480, 'dvvideo 29.97fps', 120_000],
  ] as const) {
    const bytes = new Uint8Array(frame * 50);
    bytes.set([0x1f, 0x07, 0x00, system]);
    const row = await read('tape', bytes);
    assert.deepEqual([row.mime, row.width, row.height, row.codec], ['video/dv', width, height, codec]);
    assert.ok(Math.abs(row.duration_s! - (frame === 144_000 ? 2 : 1.668)) < 0.001);
  }
});

test('MD-57: a day without a time in an AVI is told as a day', async () => {
  const little = (value: number): Uint8Array => number(value, 4, true);
  const list = joined('INFO', 'ICRD', little(12), '2019-05-06\0\0');
  const row = await read('a.avi', joined('RIFF', little(0), 'AVI ', 'LIST', little(list.length), list));
  assert.deepEqual([row.captured_at, row.captured_source, row.captured_day_only], ['2019-05-06T00:00:00', 'container', true]);
});

test('MD-58: a video that holds only sound is not called damaged, and says what it is', async () => {
  const bytes = Buffer.from(film('mp4a'));
  bytes.set(text('soun'), bytes.indexOf('vide'));
  for (const name of ['a.mp4', 'a.mov']) {
    const row = await read(name, bytes);
    assert.deepEqual([row.kind, row.width, row.error, row.notes], ['video', null, null, ['it holds only sound, and no picture']]);
  }
  const element = (id: number[], ...content: (Uint8Array | readonly number[] | string)[]): Uint8Array => {
    const inner = joined(...content);
    return joined(id, [0x40 | (inner.length >> 8), inner.length & 255], inner);
  };
  const track = element([0xae], element([0x83], [2]), element([0x86], 'A_OPUS'));
  const webm = joined(
    element([0x1a, 0x45, 0xdf, 0xa3], element([0x42, 0x82], 'webm')),
    element([0x18, 0x53, 0x80, 0x67], element([0x16, 0x54, 0xae, 0x6b], track)),
  );
  assert.deepEqual((await read('a.webm', webm)).notes, ['it holds only sound, and no picture']);
});

test('MD-60: a burst that a camera names in XMP is one', async () => {
  const photo = await sharp({ create: { width: 8, height: 6, channels: 3, background: '#fff' } })
    .withXmp(packet('', 'GCamera:BurstID="3f2a-77" GCamera:BurstPrimary="1"'))
    .jpeg()
    .toBuffer();
  assert.equal((await read('a.jpg', photo)).burst_id, '3f2a-77');
});

test('IN-7: the first brand says exactly what a film or an image sequence is', async () => {
  const branded = (brand: string): Uint8Array =>
    joined(box('ftyp', `${brand}\0\0\0\0${brand}mif1heic`.slice(0, brand.startsWith('he') ? 24 : 12)), film('avc1').subarray(20));
  for (const [name, brand, mime] of [
    ['a.m4v', 'M4V ', 'video/x-m4v'],
    ['a.3g2', '3g2a', 'video/3gpp2'],
    ['a.3gp', '3gp4', 'video/3gpp'],
    ['a.mp4', 'mp42', 'video/mp4'],
    ['a.heics', 'hevc', 'image/heic-sequence'],
    ['a.heic', 'heic', 'image/heic'],
  ] as const)
    assert.equal((await read(name, branded(brand))).mime, mime, brand);
});

test('MD-68: of several descriptions in a HEIC the one of the photo counts, and not that of a map of its light or depth', async () => {
  const full = new Uint8Array(4);
  const saying = (word: string): Uint8Array =>
    joined(packet(`<dc:subject><rdf:Bag><rdf:li>${word}</rdf:li></rdf:Bag></dc:subject>`, 'xmp:Rating="3"'));
  const heic = (described: readonly (readonly [id: number, of: number | null])[]): Uint8Array => {
    const said = described.map(([id]) => saying(`of ${id}`));
    const items = described.map(([id]) =>
      box('infe', number(0x0200_0000, 4), number(id, 2), number(0, 2), 'mime', '\0application/rdf+xml\0'),
    );
    const places = described.map(([id], n) => {
      const before = said.slice(0, n).reduce((sum, { length }) => sum + length, 0);
      return joined(number(id, 2), number(1, 2), number(0, 2), number(1, 2), number(before, 4), number(said[n]!.length, 4));
    });
    const links = described.flatMap(([id, of]) => (of === null ? [] : [box('cdsc', number(id, 2), number(1, 2), number(of, 2))]));
    const meta = box(
      'meta',
      full,
      box('pitm', full, number(1, 2)),
      box('iinf', full, number(items.length, 2), ...items),
      box('iref', full, ...links),
      box('iloc', number(0x0100_0000, 4), number(0x4400, 2), number(places.length, 2), ...places),
      box('idat', ...said),
    );
    return joined(box('ftyp', 'heic\0\0\0\0mif1heic'), meta);
  };
  for (const [described, keyword] of [
    [
      [
        [7, 2],
        [8, 1],
      ],
      'of 8',
    ],
    [
      [
        [8, 1],
        [7, 2],
      ],
      'of 8',
    ],
    [
      [
        [7, 2],
        [8, null],
      ],
      'of 8',
    ],
    [[[7, null]], 'of 7'],
    [[[7, 2]], 'of 7'],
  ] as [[number, number | null][], string][])
    assert.deepEqual((await read('a.heic', heic(described))).keywords, [keyword], JSON.stringify(described));
});

test('MD-69: a film is dated by XMP where no camera says more, before the moment of its container', async () => {
  const dated = (...more: Uint8Array[]): Promise<InspectionRow> =>
    read('a.mp4', film('avc1', UPRIGHT, box('udta', box('XMP_', packet('', 'xmp:CreateDate="2021-02-03T04:05:06+01:00"')), ...more)));
  const { captured_at, captured_source } = await dated();
  assert.deepEqual([captured_at, captured_source], ['2021-02-03T04:05:06+01:00', 'xmp']);
  const day = '2019-07-04T18:15:30+0200';
  const told = await dated(box('\xa9day', number(day.length, 2), number(0, 2), day));
  assert.deepEqual([told.captured_at, told.captured_source], ['2019-07-04T18:15:30+02:00', 'quicktime']);
});

test('MD-70: offset and fraction of an EXIF date come also from another of EXIF’s dates that names the same second, and from no other', async () => {
  const at = '2024:05:01 12:00:00';
  const later = '2024:05:01 12:00:01';
  for (const [entries, captured] of [
    [
      [
        [0x9003, 2, at],
        [0x9004, 2, at],
        [0x9012, 2, '+05:30'],
        [0x9292, 2, '25'],
      ],
      '2024-05-01T12:00:00.25+05:30',
    ],
    [
      [
        [0x0132, 2, at],
        [0x9003, 2, at],
        [0x9010, 2, '-03:30'],
        [0x9290, 2, '5'],
      ],
      '2024-05-01T12:00:00.5-03:30',
    ],
    [
      [
        [0x0132, 2, later],
        [0x9003, 2, at],
        [0x9010, 2, '-03:30'],
      ],
      '2024-05-01T12:00:00',
    ],
    [
      [
        [0x9003, 2, at],
        [0x9010, 2, '-03:30'],
      ],
      '2024-05-01T12:00:00',
    ],
    [
      [
        [0x9003, 2, at],
        [0x9004, 2, at],
        [0x9011, 2, '+01:00'],
        [0x9012, 2, '+05:30'],
      ],
      '2024-05-01T12:00:00+01:00',
    ],
    [
      [
        [0x9004, 2, at],
        [0x9012, 2, '+05:30'],
      ],
      '2024-05-01T12:00:00+05:30',
    ],
  ] as [Entry[], string][]) {
    const { captured_at, captured_source } = await read(
      'a.tif',
      tiff(() => [entries]),
    );
    assert.deepEqual([captured_at, captured_source], [captured, 'exif'], JSON.stringify(entries));
  }
});
