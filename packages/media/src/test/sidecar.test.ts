import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { readAdjustments } from '../adjustments.ts';
import { readSidecar } from '../sidecar-facts.ts';
import { isSidecar } from '../sidecar.ts';

const MEDIA = resolve(import.meta.dirname, '../../../../../shared/media');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('SX-9: data of a photo are recognised by their name and their content, and nothing else is', () => {
  const xmp = '<?xml version="1.0"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF/></x:xmpmeta>';
  const google = JSON.stringify({ title: 'IMG_1.jpg', photoTakenTime: { timestamp: '1659945600' } });
  const plist = '<plist version="1.0"><dict><key>adjustmentFormatIdentifier</key><string>com.apple.photo</string></dict></plist>';
  for (const [name, text] of [
    ['IMG_1.xmp', xmp],
    ['IMG_1.JPG.XMP', '<rdf:RDF xmlns:rdf="x">'],
    ['IMG_1.jpg.json', google],
    ['IMG_1.AAE', plist],
    ['IMG_1.AAE', 'bplist00\u0001adjustmentFormatIdentifier'],
  ] as const)
    assert.equal(isSidecar(name, bytes(text)), true, `${name} ${text}`);
  const wide = new Uint8Array([0xff, 0xfe, ...Buffer.from(xmp, 'utf16le')]);
  assert.equal(isSidecar('IMG_1.xmp', wide), true, 'in letters of two bytes');
  for (const [name, text] of [
    ['package.json', '{"name": "x", "version": "1"}'],
    ['IMG_1.json', '{"title": 3, "photoTakenTime": {}}'],
    ['IMG_1.json', google.slice(0, -1)],
    ['IMG_1.json', '[]'],
    ['IMG_1.json', 'null'],
    ['IMG_1.json', ''],
    ['IMG_1.xmp', google],
    ['IMG_1.xmp', ''],
    ['IMG_1.AAE', '<plist version="1.0"><dict/></plist>'],
    ['IMG_1.AAE', 'adjustmentFormatIdentifier'],
    ['IMG_1.txt', xmp],
    ['IMG_1.jpg', xmp],
  ] as const)
    assert.equal(isSidecar(name, bytes(text)), false, `${name} ${text}`);
});

test('SX-9: real ones are', { skip: existsSync(MEDIA) ? false : 'no test media' }, () => {
  for (const path of [
    'edits/IMG_1853.AAE',
    'sidecar/DSC_5001.JPG.xmp',
    'sidecar/DSC_5002.xmp',
    'sidecar/iphone-export.xmp',
    'sidecar/orphan.xmp',
  ])
    assert.equal(isSidecar(path, readFileSync(join(MEDIA, path))), true, path);
});

/** Apple's adjustments, as a property list in letters. */
function adjustments(identifiers: readonly string[], format = 'com.apple.photo'): Uint8Array {
  const data = deflateRawSync(JSON.stringify({ adjustments: identifiers.map((identifier) => ({ identifier })) })).toString('base64');
  return bytes(
    `<plist version="1.0"><dict><key>adjustmentData</key>\n<data>\n${data}\n</data><key>adjustmentFormatIdentifier</key><string>${format}</string>` +
      '<key>adjustmentTimestamp</key><date>2024-05-03T10:00:00Z</date></dict></plist>',
  );
}

/** A binary property list of texts, a date and data. */
function binary(entries: readonly (readonly [key: string, value: string | Date | Uint8Array])[]): Uint8Array {
  const objects: Buffer[] = [];
  const sized = (kind: number, body: Buffer): Buffer =>
    Buffer.concat([Buffer.from([kind | 15, 0x11, body.length >> 8, body.length & 255]), body]);
  const add = (object: Buffer): number => objects.push(object);
  const refs = [...entries.map(([key]) => add(sized(0x50, Buffer.from(key)))), ...entries.map(([, value]) => add(written(value)))];
  function written(value: string | Date | Uint8Array): Buffer {
    if (typeof value === 'string') return sized(0x50, Buffer.from(value));
    if (!(value instanceof Date)) return sized(0x40, Buffer.from(value));
    const date = Buffer.alloc(9);
    date[0] = 0x33;
    date.writeDoubleBE(value.getTime() / 1000 - 978_307_200, 1);
    return date;
  }
  const top = Buffer.concat([Buffer.from([0xd0 | entries.length]), Buffer.from(refs)]);
  const all = [top, ...objects];
  const places = all.map((_, at) => 8 + all.slice(0, at).reduce((sum, { length }) => sum + length, 0));
  const table = Buffer.from(places.flatMap((place) => [place >> 8, place & 255]));
  const trailer = Buffer.alloc(32);
  trailer[6] = 2;
  trailer[7] = 1;
  trailer.writeBigUInt64BE(BigInt(all.length), 8);
  trailer.writeBigUInt64BE(BigInt(8 + all.reduce((sum, { length }) => sum + length, 0)), 24);
  return new Uint8Array(Buffer.concat([Buffer.from('bplist00'), ...all, table, trailer]));
}

test('SX-13: Apple’s adjustments tell what was done, with what and when, in both kinds of property lists; what cannot be read is not told', () => {
  const at = '2024-05-03T10:00:00Z';
  assert.deepEqual(readAdjustments(adjustments(['Crop', 'Orientation', 'Crop', 'Unheard'])), {
    did: ['cropped', 'turned'],
    inPhotos: true,
    at,
  });
  assert.deepEqual(readAdjustments(adjustments(['Crop'], 'org.example.editor')), { did: ['cropped'], inPhotos: false, at });
  const list = binary([
    ['adjustmentFormatIdentifier', 'com.apple.photo'],
    ['adjustmentTimestamp', new Date(at)],
    ['adjustmentData', deflateRawSync(JSON.stringify({ adjustments: [{ identifier: 'Effect' }, null, 3, {}] }))],
  ]);
  assert.equal(isSidecar('IMG_1.AAE', list), true);
  assert.deepEqual(readAdjustments(list), { did: ['filtered'], inPhotos: true, at });
  const nothing = { did: [], inPhotos: false, at: null };
  for (const damaged of [
    '',
    'bplist00',
    '<plist>',
    '<plist><key>adjustmentData</key><data>!!</data>',
    '<plist><key>adjustmentTimestamp</key><date>soon</date>',
  ])
    assert.deepEqual(readAdjustments(bytes(damaged)), nothing, damaged);
  for (let end = 0; end < list.length; end += 1) {
    assert.doesNotThrow(() => readAdjustments(list.subarray(0, end)));
    const changed = Uint8Array.from(list);
    changed[end] = changed[end]! ^ 0xff;
    assert.doesNotThrow(() => readAdjustments(changed));
  }
});

test('SX-14: a sidecar tells date, place, words, rating and keywords, Google’s its moment in UTC, and zeros tell no place', async () => {
  const google = (more: object): Uint8Array =>
    bytes(JSON.stringify({ title: 'a.jpg', photoTakenTime: { timestamp: '1714998370' }, ...more }));
  const dated = { capturedAt: '2024-05-06T12:26:10Z', capturedSource: 'xmp' };
  const told = async (name: string, data: Uint8Array): Promise<unknown> => (await readSidecar(name, data))?.fields;
  assert.deepEqual(await told('a.jpg.json', google({ description: 'Sea', geoData: { latitude: 47.5, longitude: 19, altitude: 3 } })), {
    ...dated,
    caption: 'Sea',
    place: { lat: 47.5, lon: 19, altitude: 3 },
  });
  assert.deepEqual(await told('a.jpg.json', google({ description: '', geoData: { latitude: 0, longitude: 0, altitude: 0 } })), dated);
  assert.deepEqual(await told('a.jpg.json', google({ photoTakenTime: { timestamp: 'soon' }, geoData: 'x', description: 7 })), {});
  assert.equal(await told('a.jpg.json', bytes('{}')), undefined);
  assert.deepEqual(await told('a.xmp', bytes('<rdf:RDF')), undefined);
  const xmp =
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" ' +
    'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmp:Rating="4" exif:DateTimeOriginal="2022-08-08T10:08:08+02:00"/></rdf:RDF></x:xmpmeta>';
  assert.deepEqual(await told('a.xmp', bytes(xmp)), { capturedAt: '2022-08-08T10:08:08+02:00', capturedSource: 'xmp', rating: 4 });
});

test('SX-19: a sidecar in XMP or Google’s tells who is in the photo by their names, each once', async () => {
  const named = async (name: string, data: Uint8Array): Promise<unknown> => (await readSidecar(name, data))?.fields.people;
  const google = (people: unknown): Uint8Array => bytes(JSON.stringify({ title: 'a.jpg', photoTakenTime: { timestamp: 'soon' }, people }));
  const person = (name: string): object => ({ name, area: null });
  assert.deepEqual(await named('a.jpg.json', google([{ name: ' Ann ' }, { name: 'Ann' }, { name: '' }, 7, null, { name: 3 }, {}])), [
    person('Ann'),
  ]);
  for (const none of [[], 'Ann', { name: 'Ann' }, undefined]) assert.equal(await named('a.jpg.json', google(none)), undefined);
  const many = Array.from({ length: 300 }, (_, n) => ({ name: `${n} ${'x'.repeat(300)}` }));
  const kept = (await named('a.jpg.json', google(many))) as { name: string }[];
  assert.deepEqual([kept.length, kept[0]?.name.length], [200, 200]);
  const region = (name: string): string =>
    `<rdf:li><rdf:Description mwg-rs:Name="${name}" mwg-rs:Type="Face"><mwg-rs:Area stArea:x="0.5" stArea:y="0.5" stArea:w="0.2" stArea:h="0.2"/></rdf:Description></rdf:li>`;
  const spaces =
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/" xmlns:stArea="http://ns.adobe.com/xmp/sType/Area#"';
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF ${spaces}><rdf:Description rdf:about=""><mwg-rs:Regions rdf:parseType="Resource"><mwg-rs:RegionList><rdf:Bag>${region('Žofie')}${region('Ann')}${region('Ann')}</rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions></rdf:Description></rdf:RDF></x:xmpmeta>`;
  assert.deepEqual(await named('a.xmp', bytes(xmp)), [person('Žofie'), person('Ann')]);
});

test('MD-79: what Apple’s camera wrote with its own photo is no edit, and none of Photos’ where it names one', () => {
  const list = (editor: string, ...names: string[]): Uint8Array =>
    binary([
      ['adjustmentFormatIdentifier', 'com.apple.photo'],
      ['adjustmentEditorBundleID', editor],
      ['adjustmentData', deflateRawSync(JSON.stringify({ adjustments: names.map((identifier) => ({ identifier })) }))],
    ]);
  const said = (editor: string, ...names: string[]) => readAdjustments(list(editor, ...names));
  assert.equal(said('com.apple.camera', 'PortraitEffect'), null);
  assert.deepEqual(said('com.apple.Photos', 'PortraitEffect'), { did: [], inPhotos: true, at: null });
  assert.deepEqual(said('com.apple.camera', 'Effect'), { did: ['filtered'], inPhotos: false, at: null });
  const inLetters = new TextDecoder().decode(adjustments(['Unheard']));
  assert.match(inLetters, /<dict>/);
  const byCamera = inLetters.replace('<dict>', '<dict><key>adjustmentEditorBundleID</key><string>com.apple.camera</string>');
  assert.equal(readAdjustments(bytes(byCamera)), null);
});

test('SX-14: the real ones do', { skip: existsSync(MEDIA) ? false : 'no test media' }, async () => {
  const read = async (path: string) => readSidecar(path, readFileSync(join(MEDIA, path)));
  const xmp = await read('sidecar/DSC_5001.JPG.xmp');
  assert.deepEqual(
    [xmp?.fields.capturedAt, xmp?.fields.rating, xmp?.fields.title, xmp?.fields.place?.lat.toFixed(4)],
    ['2022-08-08T10:08:08+02:00', 4, 'Sidecar wins — žluťoučký', '47.5083'],
  );
  assert.deepEqual((await read('edits/IMG_1853.AAE'))?.adjustments, { did: ['key-photo'], inPhotos: true, at: '2024-06-01T22:19:30Z' });
});
