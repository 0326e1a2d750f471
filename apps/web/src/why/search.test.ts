import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIMITS, type Asset } from '@rollcall/protocol';
import type { KnownAsset } from '../library/replica.ts';
import { byName } from './search.ts';

const known = (fileName: string, state: Asset['state'] = 'live', capturedAt = '2024-05-06T10:00:00'): KnownAsset => ({
  seq: 1,
  asset: { id: `${fileName} ${state} ${capturedAt}`, fileName, state, capturedAt } as Asset,
});

test('WY-16: a photo is searched by letters of its name, in whatever case and form; those that are there come first, the latest first', () => {
  const assets = [
    known('IMG_1.jpg', 'trashed'),
    known('img_10.JPG'),
    known('IMG_1.jpg', 'live', '2025-01-01T00:00:00'),
    known('Mo\u0308we.jpg'),
    known('IMG_2.jpg', 'purged'),
  ];
  const names = (letters: string): string[] => byName(assets, letters).found.map(({ fileName, state }) => `${fileName} ${state}`);
  assert.deepEqual(names('Img_1'), ['IMG_1.jpg live', 'img_10.JPG live', 'IMG_1.jpg trashed']);
  assert.deepEqual(names(' möwe '), ['Mo\u0308we.jpg live']);
  assert.deepEqual(names('img_2'), ['IMG_2.jpg purged']);
  assert.deepEqual(names('  '), []);
  const many = Array.from({ length: LIMITS.named + 1 }, (_, at) => known(`${at}.jpg`));
  assert.deepEqual([byName(many, 'jpg').found.length, byName(many, 'jpg').more], [LIMITS.named, true]);
});
