import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Resource } from '@rollcall/protocol';
import { isLive, itemOf, sameItem } from './item.ts';
import { asset, rendition, resource } from './testing.ts';

const among = (...resources: readonly Resource[]) => new Map(resources.map((each) => [each.id, each]));
const HASHES = ['a', 'b', 'c'].map((letter) => letter.repeat(64)) as [string, string, string];

test('VW-10: a tile knows what of it moves: a video itself, the film of a Live Photo, or that inside a motion photo; and that a camera’s raw data are there', () => {
  const original = resource(1, 'original', HASHES[0]);
  const film = resource(1, 'live-video', HASHES[1]);
  const raw = resource(1, 'raw', HASHES[2]);
  const still = itemOf(asset(1), rendition(1, 'ready'), among(original));
  assert.deepEqual([still.moving, still.raw, isLive(still)], [null, false, false]);
  const live = itemOf(asset(1), rendition(1, 'ready'), among(original, film, raw));
  assert.deepEqual([live.moving, live.raw, isLive(live)], [film.id, true, true]);
  const moves = { ...rendition(1, 'ready'), of: original.id, moves: true };
  assert.equal(itemOf(asset(1), moves, among(original)).moving, original.id);
  assert.equal(itemOf(asset(1), moves, among(film)).moving, film.id, 'the film beside it, where there is one');
  assert.equal(itemOf(asset(1), moves).moving, null, 'its file is not known yet');
  const video = itemOf(asset(1, { kind: 'video' }), rendition(1, 'ready'), among(original));
  assert.deepEqual([video.moving, isLive(video)], [original.id, false]);
  const edited = resource(1, 'edited', HASHES[1]);
  const cut = asset(1, { kind: 'video', rendering: edited.id });
  assert.equal(itemOf(cut, undefined, among(original, edited)).moving, edited.id);
  assert.equal(itemOf(asset(1), undefined, among({ ...original, mime: 'image/x-nikon-nef' })).raw, true);
});

test('VW-33: a tile knows whether the time of its day is known', () => {
  const timed = (capturedAt: string): boolean => itemOf(asset(1, { capturedAt, capturedSource: 'file-name' }), undefined).timed;
  assert.deepEqual(['2019-07-04T00:00:00', '2019-07-04T18:15:30'].map(timed), [false, true]);
  const [day, midnight] = (['file-name', 'person'] as const).map((capturedSource) =>
    itemOf(asset(1, { capturedAt: '2019-07-04T00:00:00', capturedSource }), undefined),
  );
  assert.equal(sameItem(day!, midnight!), false, 'a person who says midnight is heard');
});

test('NE-15: a tile has the shape of the edit that its picture is of, and of the original while that is not there', () => {
  const edited = { ...resource(1, 'edited', 'e'.repeat(64)), pixels: { width: 300, height: 400 } };
  const original = resource(1, 'original', 'a'.repeat(64));
  const both = new Map([edited, original].map((each) => [each.id, each]));
  const shown = asset(1, { rendering: edited.id });
  assert.equal(itemOf(shown, { ...rendition(1, 'ready'), of: edited.id }, both).ratio, 0.75);
  assert.equal(itemOf(shown, { ...rendition(1, 'ready'), of: original.id }, both).ratio, 4 / 3);
  assert.equal(itemOf(asset(1), { ...rendition(1, 'ready'), of: original.id }, both).ratio, 4 / 3);
});
