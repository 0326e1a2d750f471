import assert from 'node:assert/strict';
import { test } from 'node:test';
import { speak } from '@rollcall/protocol';
import { receiptName, receiptText } from './receipt.ts';

const ID = '01900000-0000-7000-8000-00000000000a';
const AT = Date.UTC(2026, 10, 27, 9, 14);
const device = { name: 'Ann’s laptop / old', id: ID };
const receipt = {
  order: '01900000-0000-7000-8000-00000000000b',
  madeAt: AT - 60_000,
  heardAt: AT,
  items: 2,
  bytes: 5_000,
  digestHere: 'a'.repeat(64),
  digestThere: 'a'.repeat(64),
  why: [],
  missing: { count: 0, first: [] },
};

test('SH-34, LA-54: a receipt is saved as a text that says whose it is, when, how much, both digests, and what is missing', () => {
  assert.equal(receiptName(device.name, AT), 'Roll call Ann-s-laptop-old 2026-11-27T09.14.txt');
  assert.equal(receiptName('///', AT), 'Roll call 2026-11-27T09.14.txt');
  speak({ tag: 'de-DE', messages: { 'Roll call {device} {time}': 'Appell {device} {time}', 'Roll call {time}': 'Appell {time}' } });
  assert.deepEqual(
    [receiptName(device.name, AT, 'json'), receiptName('', AT)],
    ['Appell Ann-s-laptop-old 2026-11-27T09.14.json', 'Appell 2026-11-27T09.14.txt'],
  );
  speak({ tag: 'en-GB', messages: {} });
  const text = receiptText(device, 'photos.example.org', receipt);
  for (const line of [
    `Device:        Ann’s laptop / old (${ID})`,
    'Cloud:         photos.example.org',
    'Heard:         2026-11-27T09:14:00.000Z (the cloud’s clock)',
    'Called:        2 files, 5 kB (5,000 bytes)',
    `On the device: ${receipt.digestHere}`,
    'Said:          Everything answered, on both sides.',
  ])
    assert.ok(text.split('\n').includes(line), line);
  const missing = { count: 3, first: [{ path: 'a.jpg', where: 'cloud' as const, why: 'it is damaged there' }] };
  const no = receiptText(device, 'photos.example.org', { ...receipt, why: ['missing', 'differs'], missing });
  assert.match(no, /^Said: +Not everything is safe\. Not everything answered\.$/m);
  assert.match(no, /^Missing: +a\.jpg \(in the cloud\): it is damaged there$/m);
  assert.match(no, /^Missing: +3 files in all$/m);
});
