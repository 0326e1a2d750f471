import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entryPath, judgeEntry, overlapping, type EntryHead } from './judge.ts';

const head = (more: Partial<EntryHead>): EntryHead => ({
  name: 'a.jpg',
  packed: 100,
  size: 100,
  at: 0,
  mode: 0,
  encrypted: false,
  method: 8,
  ...more,
});

test('IM-22: a name in an archive that leads out of it, to a disk or to the root is refused, in whichever way of writing; any other is only a name', () => {
  for (const name of [
    '../a.jpg',
    'a/../../b.jpg',
    'a/b/../../../../up.jpg',
    '..\\win\\a.jpg',
    '/abs.jpg',
    '\\\\server\\a.jpg',
    'C:\\x.jpg',
    'c:x.jpg',
    'a\0.jpg',
    '..',
  ])
    assert.deepEqual(entryPath(name), { why: 'unsafe-name' }, JSON.stringify(name));
  for (const name of [
    'ok.jpg',
    'con.jpg',
    'trailing-dot.',
    'line\nbreak.jpg',
    ' a .jpg',
    '..a.jpg',
    'a..jpg',
    '-rf --help.jpg',
    '사진.jpg',
  ])
    assert.deepEqual(entryPath(name), { path: name }, JSON.stringify(name));
  assert.deepEqual(entryPath('Takeout\\Photos\\a.jpg'), { path: 'Takeout/Photos/a.jpg' });
  assert.deepEqual(entryPath('./a//b.jpg'), { path: 'a/b.jpg' });
  for (const folder of ['a/', 'a\\', '']) assert.equal(entryPath(folder), null);
});

test('IM-23: what grows a hundredfold, is a link, is encrypted, or is packed in an unknown way is left out; what is small may grow', () => {
  assert.equal(judgeEntry(head({ size: 30_000_000, packed: 29_174 })), 'bomb');
  assert.equal(judgeEntry(head({ size: 30_000_000, packed: 300_000 })), null);
  assert.equal(judgeEntry(head({ size: 1_000_000, packed: 1 })), null);
  assert.equal(judgeEntry(head({ mode: 0o120777 })), 'link');
  assert.equal(judgeEntry(head({ mode: 0o100644 })), null);
  assert.equal(judgeEntry(head({ encrypted: true })), 'encrypted');
  assert.equal(judgeEntry(head({ method: 12 })), 'method');
});

test('IM-24: files of an archive that lie over one another are all left out: what is packed once would be unpacked many times', () => {
  const [a, b, c, d, e] = [
    { at: 0, packed: 100 },
    { at: 130, packed: 50 },
    { at: 140, packed: 500 },
    { at: 600, packed: 10 },
    { at: 700, packed: 10 },
  ];
  assert.deepEqual(overlapping([e, a, d, c, b]), new Set([b, c, d]));
  assert.deepEqual(overlapping([a, b]), new Set());
});
