import assert from 'node:assert/strict';
import { test } from 'node:test';
import { itemOf } from './item.ts';
import { asset, rendition } from './testing.ts';
import { fullWay, mayMove, sharperIsSeen, sharpest } from './showable.ts';

test('VW-11: a photo is seen in full by its own file where browsers draw it, by a version of the server’s where they do not and there is a picture, and a drawing never; more pixels are fetched unasked only where they are seen', () => {
  const ready = itemOf(asset(1), rendition(1, 'ready'));
  const none = itemOf(asset(1), rendition(1, 'unavailable'));
  assert.deepEqual(
    ['image/jpeg', 'image/heic', 'image/x-nikon-nef', 'image/tiff', 'image/svg+xml', undefined].map((mime) => fullWay(ready, mime)),
    ['file', 'view', 'view', 'view', 'none', 'none'],
  );
  assert.deepEqual([fullWay(none, 'image/jpeg'), fullWay(none, 'image/heic')], ['file', 'none']);
  assert.equal(fullWay(itemOf(asset(1, { kind: 'video' }), rendition(1, 'ready')), 'video/mp4'), 'none');
  assert.deepEqual(['image/gif', 'image/jpeg'].map(mayMove), [true, false]);
  assert.deepEqual(['image/heic', 'image/x-nikon-nef', undefined].map(sharpest), ['Full resolution', 'Largest preview', 'Full resolution']);
  const photo = { width: 4032, height: 3024 };
  assert.equal(sharperIsSeen(photo, { width: 1280, height: 800 }, 1440), false);
  assert.equal(sharperIsSeen(photo, { width: 3840, height: 2160 }, 1440), true);
  assert.equal(sharperIsSeen({ width: 800, height: 600 }, { width: 3840, height: 2160 }, 1440), false);
  assert.equal(sharperIsSeen({ width: null, height: null }, { width: 3840, height: 2160 }, 1440), false);
});
