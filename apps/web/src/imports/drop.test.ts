import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areArchives, pickedOf } from './drop.ts';

test('IM-120: parts that are dropped anywhere are an import’s; on its page whatever is dropped is, each folder with what lies in it', () => {
  assert.deepEqual([['takeout-001.zip', 'B.ZIP', 'c.tgz'], ['takeout-001.zip', 'a.jpg'], ['takeout-001.zip', null], []].map(areArchives), [
    true,
    false,
    false,
    false,
  ]);
  const file = (name: string): File => new File(['x'], name);
  const dropped = [
    { path: '/a.zip', file: file('a.zip') },
    { path: 'b.jpg', file: file('b.jpg') },
    { path: '/Takeout/Photos/c.jpg', file: file('c.jpg') },
    { path: '/Takeout/d.zip', file: file('d.zip') },
    { path: '/Other/e.jpg', file: file('e.jpg') },
  ];
  assert.deepEqual(
    pickedOf(dropped).map((each) =>
      each.is === 'archive' ? each.file.name : each.is === 'folder' ? [each.label, ...each.files.map(({ path }) => path)] : each.is,
    ),
    ['a.zip', ['', 'b.jpg'], ['Takeout', 'Photos/c.jpg', 'd.zip'], ['Other', 'e.jpg']],
  );
});
