import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPlist, readPlistRecord } from './plist.ts';

const xml = (inside: string): Buffer =>
  Buffer.from(`<?xml version="1.0"?><!DOCTYPE plist PUBLIC "x" "y"><plist version="1.0">${inside}</plist>`);

/** A binary list of these objects, the first at the top. Each is given as its bytes. */
function binary(objects: readonly Buffer[]): Buffer {
  const offsets: number[] = [];
  let at = 8;
  for (const object of objects) {
    offsets.push(at);
    at += object.length;
  }
  const trailer = Buffer.alloc(32);
  trailer.writeUInt8(1, 6);
  trailer.writeUInt8(1, 7);
  trailer.writeBigUInt64BE(BigInt(objects.length), 8);
  trailer.writeBigUInt64BE(BigInt(at), 24);
  return Buffer.concat([Buffer.from('bplist00'), ...objects, Buffer.from(offsets), trailer]);
}
const text = (value: string): Buffer => Buffer.concat([Buffer.from([0x50 + value.length]), Buffer.from(value)]);
const double = (value: number): Buffer => {
  const bytes = Buffer.alloc(9);
  bytes.writeDoubleBE(value, 1);
  return bytes;
};

test('IC-28: a property list is read as XML and as binary, with all that can stand in it', () => {
  const value = readPlist(
    xml(
      '<dict><key>a</key><true/><key>b&amp;c</key><array><integer>-5</integer><real>1.5</real><string>&lt;&#252;&#x1F4F7;</string><string/><array/></array><key>d</key><date>2020-01-02T03:04:05Z</date><!-- x --><key>e</key><data>\n aGk=\n</data></dict>',
    ),
  );
  assert.deepEqual(value, { a: true, 'b&c': [-5, 1.5, '<ü📷', '', []], d: new Date('2020-01-02T03:04:05Z'), e: Buffer.from('hi') });
  const date = double(0.5);
  date[0] = 0x33;
  const real = double(1.5);
  real[0] = 0x23;
  const objects = [
    Buffer.from([0xd2, 1, 2, 3, 4]),
    text('list'),
    text('when'),
    Buffer.from([0xa6, 5, 6, 7, 8, 9, 10]),
    date,
    Buffer.from([0x09]),
    Buffer.from([0x11, 0x4b, 0x78]),
    real,
    Buffer.from([0x62, 0x00, 0xfc, 0x26, 0x3a]),
    Buffer.from([0x43, 1, 2, 3]),
    Buffer.from([0x13, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xfb]),
  ];
  assert.deepEqual(readPlist(binary(objects)), {
    list: [true, 19_320, 1.5, 'ü☺', Buffer.from([1, 2, 3]), -5],
    when: new Date(978_307_200_500),
  });
});

test('IC-29: a list that is cut short, that refers to itself or is none gives nothing, and never hangs or throws', () => {
  const whole = binary([Buffer.from([0xd1, 1, 2]), text('a'), text('b')]);
  assert.deepEqual(readPlist(whole), { a: 'b' });
  for (let end = 0; end < whole.length; end += 1) readPlist(whole.subarray(0, end));
  for (let at = 0; at < whole.length; at += 1) {
    for (const value of [0, 0x7f, 0xff]) {
      const hurt = Buffer.from(whole);
      hurt[at] = value;
      readPlist(hurt);
    }
  }
  assert.equal(readPlist(binary([Buffer.from([0xa1, 0])])), undefined);
  // Each holds the next twice: 2^30 values in sixty bytes.
  const bomb = Array.from({ length: 30 }, (_, at) => Buffer.from([0xa2, at + 1, at + 1]));
  assert.equal(readPlist(binary([...bomb, text('x')])), undefined);
  assert.equal(readPlist(xml('<array>'.repeat(5000))), undefined);
  const list = xml('<dict><key>a</key><array><string>x</string></array></dict>');
  for (let end = 0; end < list.length - 8; end += 1) assert.equal(readPlist(list.subarray(0, end)), undefined, String(end));
  assert.equal(readPlist(Buffer.from('nothing')), undefined);
  assert.deepEqual(readPlistRecord(xml('<array/>')), {});
});
