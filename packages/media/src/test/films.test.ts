import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFilm } from '../film.ts';
import { inspect, inspectionRow, type InspectionRow } from '../index.ts';
import { bytesSource } from './fixtures.ts';
import { box, film, joined, number, ONE, packet, UPRIGHT } from './samples.ts';

const read = async (name: string, bytes: Uint8Array): Promise<InspectionRow> =>
  inspectionRow(name, await inspect(bytesSource(name, bytes, 1e12)));

test('MD-34: a film’s codec and frames a second, and how its matrix turns it', async () => {
  const turns: [readonly number[], number, number][] = [
    [UPRIGHT, 0, 320],
    [[0, ONE, 0, -ONE, 0, 0, 0, 0, 0x4000_0000], 90, 240],
    [[-ONE, 0, 0, 0, -ONE, 0, 0, 0, 0x4000_0000], 180, 320],
    [[0, -ONE, 0, ONE, 0, 0, 0, 0, 0x4000_0000], 270, 240],
  ];
  for (const [matrix, rotation, shown] of turns) {
    const row = await read('a.mp4', film('hvc1', matrix));
    assert.deepEqual([row.rotation, row.width, row.display_width, row.codec, row.duration_s], [rotation, 320, shown, 'hevc 30fps', 1]);
  }
  const codecs = [
    ['avc1', 'h264'],
    ['hev1', 'hevc'],
    ['av01', 'av1'],
    ['vp09', 'vp9'],
    ['mp4v', 'mpeg4'],
    ['s263', 'h263'],
    ['apcn', 'prores'],
    ['jpeg', 'mjpeg'],
    ['zzz1', 'zzz1'],
  ] as const;
  for (const [code, name] of codecs) assert.equal((await read('a.mov', film(code, UPRIGHT))).codec, `${name} 30fps`);
  assert.equal((await read('a.mp4', film('\0\xff\0\x01', UPRIGHT))).codec, null);
});

test('MD-75: the matrix of a whole movie turns its film as well', async () => {
  const quarter = [0, ONE, 0, -ONE, 0, 0, 0, 0, 0x4000_0000];
  const turned = (whole: readonly number[], own: readonly number[]): Uint8Array => {
    const bytes = Uint8Array.from(film('avc1', own));
    const header = Buffer.from(bytes.buffer).indexOf('mvhd');
    bytes.set(joined(...whole.map((each) => number(each < 0 ? each + 0x1_0000_0000 : each, 4))), header + 4 + 36);
    return bytes;
  };
  for (const [whole, own, rotation] of [
    [quarter, UPRIGHT, 90],
    [quarter, quarter, 180],
    [UPRIGHT, quarter, 90],
    [[0, -ONE, 0, ONE, 0, 0, 0, 0, 0x4000_0000], quarter, 0],
    [[0, 0, 0, 0, 0, 0, 0, 0, 0], quarter, 90],
  ] as const) {
    const row = await read('a.mp4', turned(whole, own));
    assert.deepEqual([row.rotation, row.display_width], [rotation, rotation % 180 === 0 ? 320 : 240]);
  }
});

test('MD-34: an AVI’s size, length, codec and date', async () => {
  const chunk = (type: string, ...content: (Uint8Array | string)[]): Uint8Array => {
    const inner = joined(...content);
    return joined(type, number(inner.length, 4, true), inner, new Uint8Array(inner.length & 1));
  };
  const little = (...values: number[]): Uint8Array => joined(...values.map((value) => number(value, 4, true)));
  const avi = (date: string, kind = 'IDIT'): Uint8Array =>
    joined(
      'RIFF',
      number(0, 4, true),
      'AVI ',
      chunk(
        'LIST',
        'hdrl',
        chunk('avih', little(40_000, 0, 0, 0, 50, 0, 2, 0, 640, 480, 0, 0, 0, 0)),
        chunk('LIST', 'strl', chunk('strh', 'audsmp3 ', new Uint8Array(48)), chunk('strf', new Uint8Array(18))),
        chunk(
          'LIST',
          'strl',
          chunk('strh', 'vids', new Uint8Array(52)),
          chunk('strf', little(40, 640, 480, 0), 'MJPG', new Uint8Array(20)),
        ),
        chunk(kind, date),
      ),
      chunk('LIST', 'movi'),
    );
  const row = await read('a.avi', avi('MON MAR 10 15:04:43 2003\n\0'));
  assert.deepEqual(
    [row.width, row.height, row.duration_s, row.codec, row.captured_at, row.captured_source],
    [640, 480, 2, 'mjpeg 25fps', '2003-03-10T15:04:43', 'container'],
  );
  for (const [written, at] of [
    ['2003:03:10 15:04:43', '2003-03-10T15:04:43'],
    ['2003/03/10 15:04', '2003-03-10T15:04:00'],
    ['2003-03-10T15:04:43', '2003-03-10T15:04:43'],
    ['MON FOO 10 15:04:43 2003', null],
  ] as const)
    assert.equal((await readFilm('avi', bytesSource('a.avi', avi(written, 'ICRD')))).containerDate, at, written);
});

test('MD-41: a film in fragments says its length and pace in them', async () => {
  const track = box(
    'trak',
    box(
      'tkhd',
      joined(
        new Uint8Array(12),
        number(7, 4),
        new Uint8Array(24),
        ...UPRIGHT.map((each) => number(each, 4)),
        number(320 * ONE, 4),
        number(240 * ONE, 4),
      ),
    ),
    box(
      'mdia',
      box('mdhd', new Uint8Array(12), number(1000, 4), new Uint8Array(8)),
      box('hdlr', new Uint8Array(8), 'vide', new Uint8Array(12)),
    ),
  );
  const extension = box('mvex', box('trex', new Uint8Array(4), number(7, 4), number(1, 4), number(40, 4), new Uint8Array(8)));
  const head = joined(
    box('ftyp', 'mp42\0\0\0\0mp42'),
    box('moov', box('mvhd', new Uint8Array(12), number(1000, 4), new Uint8Array(84)), track, extension),
  );
  const fragment = (id: number, ...run: Uint8Array[]): Uint8Array =>
    joined(
      box('moof', box('mfhd', new Uint8Array(8)), box('traf', box('tfhd', new Uint8Array(4), number(id, 4)), box('trun', ...run))),
      box('mdat', 'x'),
    );
  const usual = fragment(7, number(0, 4), number(25, 4));
  const uneven = fragment(7, number(0x301, 4), number(2, 4), number(99, 4), number(100, 4), number(5, 4), number(400, 4), number(5, 4));
  const sound = fragment(8, number(0, 4), number(500, 4));
  const row = await read('a.mp4', joined(head, usual, sound, uneven));
  assert.deepEqual([row.duration_s, row.codec, row.width], [1.5, null, 320]);
  const facts = await readFilm('mp4', bytesSource('a.mp4', joined(head, usual, sound, uneven)));
  assert.equal(facts.frameRate, 18);
  assert.equal((await read('a.mp4', head)).duration_s, null);
});

test('MD-42: what Android’s and other cameras write of a film: how fast it was filmed, its moment, and its XMP', async () => {
  const keys = box('keys', new Uint8Array(4), number(1, 4), box('mdta', 'com.android.capture.fps'));
  const filmedAt = (rate: string): Uint8Array =>
    box('meta', box('hdlr', new Uint8Array(24)), keys, box('ilst', box('\0\0\0\x01', box('data', number(23, 4), new Uint8Array(4), rate))));
  // 120, 30 and 1 as 32-bit floating point.
  for (const [rate, pace] of [
    ['\x42\xf0\0\0', 'slow-motion'],
    ['\x41\xf0\0\0', null],
    ['\x3f\x80\0\0', 'time-lapse'],
  ] as const)
    assert.equal((await read('a.mp4', film('avc1', UPRIGHT, filmedAt(rate)))).pace, pace);

  const said = (text: string): Uint8Array => box('udta', box('\xa9day', number(text.length, 2), number(0, 2), text));
  const dated = await read('a.mov', film('avc1', UPRIGHT, said('2019-07-04T18:15:30+0200')));
  assert.deepEqual([dated.captured_at, dated.captured_source], ['2019-07-04T18:15:30+02:00', 'quicktime']);
  assert.equal((await read('a.mov', film('avc1', UPRIGHT, said('2019')))).captured_source, 'file-time');

  const xmp = packet('<dc:subject><rdf:Bag><rdf:li>sea</rdf:li></rdf:Bag></dc:subject>', 'xmp:Rating="3"');
  const id = [0xbe, 0x7a, 0xcf, 0xcb, 0x97, 0xa9, 0x42, 0xe8, 0x9c, 0x71, 0x99, 0x94, 0x91, 0xe3, 0xaf, 0xac];
  for (const bytes of [joined(film('avc1'), box('uuid', Uint8Array.from(id), xmp)), film('avc1', UPRIGHT, box('udta', box('XMP_', xmp)))]) {
    const { rating, keywords } = await read('a.mp4', bytes);
    assert.deepEqual([rating, keywords], [3, ['sea']]);
  }
});

/** An element of a Matroska file, by its id in hexadecimal digits. */
function element(id: string, ...parts: (string | Uint8Array)[]): Uint8Array {
  const body = joined(...parts);
  return joined(Buffer.from(id, 'hex').toString('latin1'), number(0x1000_0000 + body.length, 4), body);
}

test('MD-71: a Matroska film’s date of recording goes before the moment at which the file was written, a day alone behind it', async () => {
  const recorded = (said: string): Uint8Array =>
    element(
      '1254c367',
      element(
        '7373',
        element('67c8', element('45a3', 'ARTIST'), element('4487', 'x')),
        element('67c8', element('45a3', 'DATE_RECORDED'), element('4487', said)),
      ),
    );
  // Nanoseconds since 2001.
  const written = element('1549a966', element('4461', number(86_400e9, 8)));
  const of = (...parts: Uint8Array[]): Promise<InspectionRow> =>
    read('a.mkv', joined(element('1a45dfa3', element('4282', 'matroska')), element('18538067', ...parts)));
  for (const [parts, captured, source, day] of [
    [[written], '2001-01-02T00:00:00Z', 'container', false],
    [[written, recorded('2020-05-06 07:08:09')], '2020-05-06T07:08:09', 'container', false],
    [[recorded('2020-05-06T07:08:09+02:00'), written], '2020-05-06T07:08:09+02:00', 'container', false],
    [[written, recorded('2020-05-06')], '2001-01-02T00:00:00Z', 'container', false],
    [[recorded('2020-05-06')], '2020-05-06T00:00:00', 'container', true],
    [[recorded('in spring')], '2001-09-09T01:46:40Z', 'file-time', false],
  ] as const) {
    const row = await of(...parts);
    assert.deepEqual([row.captured_at, row.captured_source, row.captured_day_only], [captured, source, day]);
  }
});

test('MD-67: a Matroska film that is rolled by quarters is shown so, in degrees clockwise; rolled otherwise, it is as it is stored', async () => {
  const float = (value: number): Uint8Array => {
    const bytes = Buffer.alloc(4);
    bytes.writeFloatBE(value);
    return Uint8Array.from(bytes);
  };
  const rolled = (roll: number | null): Uint8Array => {
    const projection = roll === null ? new Uint8Array() : element('7670', element('7675', float(roll)));
    const video = element('e0', element('b0', number(320, 2)), element('ba', number(240, 2)), projection);
    const track = element('ae', element('83', number(1, 1)), element('86', 'V_VP8'), video);
    return joined(element('1a45dfa3', element('4282', 'matroska')), element('18538067', element('1654ae6b', track)));
  };
  for (const [roll, rotation, width] of [
    [null, null, 320],
    [0, null, 320],
    [-90, 90, 240],
    [90, 270, 240],
    [180, 180, 320],
    [-180, 180, 320],
    [45, null, 320],
    [Number.NaN, null, 320],
  ] as const) {
    const row = await read('a.mkv', rolled(roll));
    assert.deepEqual([row.rotation, row.width, row.height, row.display_width], [rotation, 320, 240, width], String(roll));
  }
});
