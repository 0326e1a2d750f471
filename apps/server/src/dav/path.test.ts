import assert from 'node:assert/strict';
import { test } from 'node:test';
import { destinationOf, hrefOf, pathOf } from './path.ts';
import { DavRefused } from './refuse.ts';

const refused = (status: number) => (error: unknown) => error instanceof DavRefused && error.status === status;

test('DV-1: a path is taken apart before it is decoded, and nothing in it climbs', () => {
  assert.deepEqual(pathOf('/dav'), { segments: [], asFolder: true });
  assert.deepEqual(pathOf('/dav/Upload/'), { segments: ['Upload'], asFolder: true });
  assert.deepEqual(pathOf('/dav/Upload/M%C3%BCnchen//a%20b%23.jpg?x=1'), { segments: ['Upload', 'München', 'a b#.jpg'], asFolder: false });
  for (const [path, status] of [
    ['/dav/../api', 400],
    ['/dav/Upload/%2e%2e/x.jpg', 400],
    ['/dav/Upload/a%2Fb.jpg', 400],
    ['/dav/Upload/a%5Cb.jpg', 400],
    ['/dav/Upload/a%00.jpg', 400],
    ['/dav/Upload/%ff.jpg', 400],
    ['/dav/Upload/a#b', 400],
    ['/davX', 502],
    [`/dav/Upload/${'x'.repeat(256)}`, 414],
    [`/dav/Upload/${'ü'.repeat(128)}`, 414],
    [`/dav/${'a/'.repeat(31)}`, 403],
  ] as const)
    assert.throws(() => pathOf(path), refused(status), path);
});

test('DV-1: an address reads back as the path that it was made of', () => {
  for (const segments of [
    ['Upload'],
    ['Upload', 'a b', "it's 100% (1)!.jpg"],
    ['Library', '2024', '05', '写真.heic'],
    ['Upload', '😀 ~ +.jpg'],
  ])
    assert.deepEqual(pathOf(hrefOf(segments, false)).segments, segments);
  assert.equal(hrefOf(['Upload', 'a'], true), '/dav/Upload/a/');
  assert.equal(hrefOf([], true), '/dav/');
});

test('DV-1: a destination is on this server, however it is written', () => {
  for (const to of ['/dav/Upload/b.jpg', 'http://127.0.0.1:2280/dav/Upload/b.jpg', 'https://127.0.0.1/dav/Upload/b.jpg'])
    assert.deepEqual(destinationOf(to, '127.0.0.1:2280').segments, ['Upload', 'b.jpg']);
  assert.throws(() => destinationOf('http://elsewhere.example/dav/Upload/b.jpg', '127.0.0.1'), refused(502));
  assert.throws(() => destinationOf('http://127.0.0.1/dav/Upload/../../api', '127.0.0.1'), refused(400));
  assert.throws(() => destinationOf(undefined, '127.0.0.1'), refused(400));
  assert.throws(() => destinationOf('http://127.0.0.1/api/v1/session', '127.0.0.1'), refused(502));
});
