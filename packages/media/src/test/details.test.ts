import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import sharp from 'sharp';
import { readAppleNote } from '../apple-note.ts';
import { drawPhoto } from '../drawing.ts';
import { inspect, inspectionRow, type InspectionRow } from '../index.ts';
import { readJxl } from '../jxl.ts';
import { bytesSource, manifest, mediaFolder, sourceOf } from './fixtures.ts';
import { box, film, joined, number, packet, text, tiff } from './samples.ts';

const read = async (name: string, bytes: Uint8Array): Promise<InspectionRow> =>
  inspectionRow(name, await inspect(bytesSource(name, bytes, 1e12)));
const photoWith = async (xmp: string): Promise<Uint8Array> =>
  sharp(await drawPhoto(64, 48, [1, 2, 3]))
    .withXmp(xmp)
    .jpeg()
    .toBuffer();

test('MD-35: people by their regions and by name only, from the programs that write them', async () => {
  const area = (x: number): string =>
    `<mwg-rs:Area stArea:x="${x}" stArea:y="0.5" stArea:w="0.2" stArea:h="0.1" stArea:unit="normalized"/>`;
  const working = `<mwg-rs:Regions rdf:parseType="Resource"><mwg-rs:RegionList><rdf:Bag>
    <rdf:li><rdf:Description mwg-rs:Name="Ann" mwg-rs:Type="Face">${area(0.5)}</rdf:Description></rdf:li>
    <rdf:li rdf:parseType="Resource"><mwg-rs:Name>Žofie</mwg-rs:Name><mwg-rs:Type>Face</mwg-rs:Type>${area(0.25)}</rdf:li>
    <rdf:li rdf:parseType="Resource"><mwg-rs:Name>a dog</mwg-rs:Name><mwg-rs:Type>Pet</mwg-rs:Type>${area(0.25)}</rdf:li>
    <rdf:li rdf:parseType="Resource"><mwg-rs:Type>Face</mwg-rs:Type>${area(0.25)}</rdf:li></rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>`;
  assert.deepEqual((await read('a.jpg', await photoWith(packet(working)))).people, [
    { name: 'Ann', area: { x: 0.4, y: 0.45, width: 0.2, height: 0.1 } },
    { name: 'Žofie', area: { x: 0.15, y: 0.45, width: 0.2, height: 0.1 } },
  ]);
  const others = `<MP:RegionInfo rdf:parseType="Resource"><MPRI:Regions><rdf:Bag><rdf:li MPReg:Rectangle="0.1, 0.2, 0.3, 0.4" MPReg:PersonDisplayName="Cee"/></rdf:Bag></MPRI:Regions></MP:RegionInfo>
    <Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Cee</rdf:li><rdf:li>Dee</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>`;
  assert.deepEqual((await read('a.jpg', await photoWith(packet(others)))).people, [
    { name: 'Cee', area: { x: 0.1, y: 0.2, width: 0.3, height: 0.4 } },
    { name: 'Dee', area: null },
  ]);
});

test('MD-36: a motion photo’s film is found where Google, Samsung and the box formats keep it, with other things behind it', async () => {
  const clip = film('avc1');
  const directory = (...items: [semantic: string, length: number, padding: number][]): string =>
    `<Container:Directory><rdf:Seq>${items.map(([semantic, length, padding]) => `<rdf:li rdf:parseType="Resource"><Container:Item Item:Mime="x" Item:Semantic="${semantic}" Item:Length="${length}" Item:Padding="${padding}"/></rdf:li>`).join('')}</rdf:Seq></Container:Directory>`;
  const ahead = await photoWith(
    packet(directory(['Primary', 0, 0], ['GainMap', 90, 0], ['MotionPhoto', clip.length, 7], ['Later', 30, 0]), 'GCamera:MotionPhoto="1"'),
  );
  const gainMap = joined(ahead, new Uint8Array(90), clip, new Uint8Array(37));
  assert.deepEqual((await read('a.jpg', gainMap)).motion_film, { offset: ahead.length + 90, length: clip.length });

  const micro = await photoWith(packet('', `GCamera:MicroVideo="1" GCamera:MicroVideoOffset="${clip.length}"`));
  assert.deepEqual((await read('a.jpg', joined(micro, clip))).motion_film, { offset: micro.length, length: clip.length });
  const gone = await read('a.jpg', micro);
  assert.deepEqual([gone.motion_film, gone.error], [null, null]);
  assert.match(gone.notes.join(), /names a film inside, which is not there/);

  const plain = await drawPhoto(64, 48, [1, 2, 3]);
  const block = joined([0, 0], number(0x0a30, 2, true), number(16, 4, true), 'MotionPhoto_Data', clip);
  const list = joined(
    'SEFH',
    number(106, 4, true),
    number(1, 4, true),
    [0, 0],
    number(0x0a30, 2, true),
    number(block.length, 4, true),
    number(block.length, 4, true),
  );
  const samsung = joined(plain, block, list, number(list.length, 4, true), 'SEFT');
  assert.deepEqual((await read('a.jpg', samsung)).motion_film, { offset: plain.length + 24, length: clip.length });

  const heic = joined(box('ftyp', 'heic\0\0\0\0mif1heic'), box('meta', new Uint8Array(4)));
  assert.deepEqual((await read('a.heic', joined(heic, box('mpvd', clip)))).motion_film, { offset: heic.length + 8, length: clip.length });
  assert.equal((await read('a.heic', joined(heic, box('mpvd', clip.subarray(0, 40))))).motion_film, null);
});

test('MD-36: a claim that is off by what a program added, or took away, still leads to the film', async () => {
  const clip = film('avc1');
  const micro = await photoWith(packet('', `GCamera:MicroVideo="1" GCamera:MicroVideoOffset="${clip.length + 40}"`));
  const moved = joined(micro, 'xxftypxx', clip, new Uint8Array(9));
  assert.deepEqual((await read('a.jpg', moved)).motion_film, { offset: micro.length + 8, length: clip.length });
  assert.equal((await read('a.jpg', moved.subarray(0, micro.length + clip.length - 10))).motion_film, null);
});

test('MD-37: Apple’s note gives the identifiers of Live Photo and burst, and nothing of a damaged note', () => {
  const id = 'D4E4B3D1-0E45-4987-BE12-76D604E25D2C';
  const note = (tag: number, little: boolean): Uint8Array =>
    joined(
      'Apple iOS\0\0\x01',
      little ? 'II' : 'MM',
      number(1, 2, little),
      number(tag, 2, little),
      number(2, 2, little),
      number(37, 4, little),
      number(32, 4, little),
      new Uint8Array(4),
      id,
      '\0',
    );
  for (const little of [false, true]) {
    assert.deepEqual(readAppleNote(note(0x11, little)), { livePairId: id, burstId: null });
    assert.deepEqual(readAppleNote(note(0x0b, little)), { livePairId: null, burstId: id });
  }
  for (const damaged of [new Uint8Array(), text('Nikon\0'), note(0x11, false).subarray(0, 30), note(0x12, false)])
    assert.deepEqual(readAppleNote(damaged), { livePairId: null, burstId: null });
});

test('MD-38: JPEG XL is turned by its own header, which stands before EXIF’s orientation', () => {
  // Bits, lowest first: small, height / 8 - 1, ratio 0, width / 8 - 1, not all as usual, more fields, orientation - 1.
  const stream = (orientation: number | null): Uint8Array => {
    const fields: [value: number, bits: number][] = [
      [1, 1],
      [1, 5],
      [0, 3],
      [2, 5],
      ...(orientation === null
        ? ([[1, 1]] as [number, number][])
        : ([
            [0, 1],
            [1, 1],
            [orientation - 1, 3],
          ] as [number, number][])),
    ];
    let [at, all] = [0, 0];
    for (const [value, bits] of fields) {
      all += value * 2 ** at;
      at += bits;
    }
    return joined([0xff, 0x0a], number(all, 4, true));
  };
  for (const orientation of [1, 3, 6, 8]) assert.deepEqual(readJxl(stream(orientation)), { size: { width: 24, height: 16 }, orientation });
  assert.deepEqual(readJxl(stream(null)), { size: { width: 24, height: 16 }, orientation: 1 });
  assert.equal(readJxl(text('JXL?')), null);
});

test('MD-39: a sidecar in XMP tells its date, place, words and people, wrapped or not', async () => {
  const body = packet(
    '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Opera</rdf:li></rdf:Alt></dc:title><dc:subject><rdf:Bag><rdf:li>a</rdf:li></rdf:Bag></dc:subject>',
    'xmp:Rating="5" photoshop:DateCreated="2022-08-09"',
  );
  for (const written of [body, `\ufeff<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>\n${body}\n<?xpacket end="w"?>`]) {
    const row = await read('a.xmp', new TextEncoder().encode(written));
    assert.deepEqual(
      [row.kind, row.mime, row.captured_at, row.captured_source, row.captured_day_only, row.title, row.rating, row.keywords, row.error],
      ['not-media', 'application/rdf+xml', '2022-08-09T00:00:00', 'xmp', true, 'Opera', 5, ['a'], null],
    );
  }
  assert.equal((await read('a.xmp', text('<x:xmpmeta xmlns:x="adobe:ns:meta/"><'))).kind, 'not-media');
});

test('MD-43: title, caption, keywords and rating that Windows wrote into EXIF count where nothing else says them', async () => {
  const wide = (written: string): Uint8Array => Uint8Array.from(Buffer.from(`${written}\0`, 'utf16le'));
  const exif = tiff(() => [
    [
      [0x010e, 2, Buffer.from('Žluťoučký kůň').toString('latin1')],
      [0x4746, 3, [4]],
      [0x9c9b, 7, wide('Můj titul')],
      [0x9c9e, 7, wide('sea; boat;')],
    ],
  ]);
  const block = joined([0xff, 0xd8, 0xff, 0xe1], number(exif.length + 8, 2), 'Exif\0\0', exif);
  const row = await read('a.jpg', joined(block, (await drawPhoto(8, 8, [1, 2, 3])).subarray(2)));
  assert.deepEqual([row.title, row.caption, row.keywords, row.rating], ['Můj titul', 'Žluťoučký kůň', ['sea', 'boat'], 4]);
  const said = await photoWith(packet('<dc:subject><rdf:Bag><rdf:li>sky</rdf:li></rdf:Bag></dc:subject>'));
  assert.deepEqual((await read('a.jpg', joined(block, said.subarray(2)))).keywords, ['sky']);
});

const folder = mediaFolder();

test(
  'MD-40: whatever is cut from a file, or changed in it, nothing throws, and nothing outside of it is asked for',
  { skip: folder === null && 'no test media' },
  async () => {
    const small = manifest(folder!).filter(
      (row) => !row['path']!.includes('!') && Number(row['bytes']) < 400_000 && !/zip|png-bomb/.test(row['path']!),
    );
    assert.ok(small.length > 80);
    for (const row of small) {
      const source = sourceOf(folder!, row['path']!);
      const whole = await source.read(0, source.size);
      const interesting = Math.min(whole.length, 3000);
      await fc.assert(
        fc.asyncProperty(
          fc.array(
            fc.tuple(
              fc.oneof(fc.nat(Math.max(0, interesting - 1)), fc.nat(Math.max(0, whole.length - 1))),
              fc.constantFrom(0, 1, 0x7f, 0x80, 0xff),
            ),
            { maxLength: 8 },
          ),
          fc.oneof(fc.constant(whole.length), fc.nat(whole.length)),
          async (changes, length) => {
            const bytes = whole.slice(0, length);
            for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
            const careful = {
              ...bytesSource(source.name, bytes, 1e12),
              read: async (offset: number, wanted: number): Promise<Uint8Array> => {
                assert.ok(
                  Number.isSafeInteger(offset) && offset >= 0 && wanted >= 0 && offset + wanted <= bytes.length,
                  `${offset} + ${wanted} of ${bytes.length}`,
                );
                return bytes.subarray(offset, offset + wanted);
              },
            };
            JSON.stringify(inspectionRow(source.name, await inspect(careful)));
          },
        ),
        { numRuns: 12 },
      );
    }
  },
);

test('MD-40: noise behind any beginning gives an answer', async () => {
  const beginnings = fc.constantFrom(
    '',
    '\xff\xd8\xff',
    'II*\0\x08\0\0\0',
    'MM\0*\0\0\0\x08',
    'FUJIFILMCCD-RAW ',
    'II\x1a\0\0\0HEAPCCDR',
    'IIU\0\x08\0\0\0',
    'IIRO\x08\0\0\0',
    'FOVb',
    '\x1aE\xdf\xa3webm',
    'RIFF\0\0\0\0AVI ',
    '\0\0\0\x10ftypcrx \0\0\0\0',
    '\0\0\0\x10ftypheic\0\0\0\0',
    '\0\0\0\x10ftypqt  \0\0\0\0',
    '<x:xmpmeta>',
    '\xff\x0a',
  );
  await fc.assert(
    fc.asyncProperty(
      beginnings,
      fc.uint8Array({ maxLength: 400 }),
      fc.constantFrom('a.jpg', 'a.xmp', 'a.dng', 'a'),
      async (start, noise, name) => {
        const row = await read(name, joined(start, noise));
        assert.ok(row.kind === 'not-media' || row.mime !== null);
      },
    ),
    { numRuns: 400 },
  );
});
