import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
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
  const wide = new Uint8Array([0xff, 0xfe, ...[...xmp].flatMap((letter) => [letter.charCodeAt(0), 0])]);
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
