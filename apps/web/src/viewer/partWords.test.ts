import assert from 'node:assert/strict';
import { test } from 'node:test';
import { itemOf } from '../library/item.ts';
import { asset, rendition, resource } from '../library/testing.ts';
import { wordsOfParts } from './partWords.ts';

const HASHES = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(64)) as [string, string, string, string];

test('ED-13: of an edit that came as a file of its own the page shows the edit, tells what it was made of as the original, and plays the edited film', () => {
  const edit = resource(1, 'original', HASHES[0]);
  const original = { ...resource(1, 'alternate', HASHES[1]), fileName: 'IMG_1234.HEIC' };
  const film = { ...resource(1, 'live-video', HASHES[2]), fileName: 'IMG_1234.MOV' };
  const editedFilm = { ...resource(1, 'live-video', HASHES[3]), fileName: 'IMG_E1234.MOV' };
  const all = [film, edit, original, editedFilm];
  const words = (fileName: string): string[] => all.map(wordsOfParts({ fileName }, all));
  assert.deepEqual(words('IMG_E1234.HEIC'), ['Live Photo video', 'Edited', 'Original', 'Live Photo video']);
  assert.deepEqual(words('IMG_9999.HEIC'), ['Live Photo video', 'Original', 'Other version', 'Live Photo video']);
  const moving = (fileName: string): string | null =>
    itemOf(asset(1, { fileName }), rendition(1, 'ready'), new Map(all.map((each) => [each.id, each]))).moving;
  assert.equal(moving('IMG_E1234.HEIC'), editedFilm.id);
  assert.equal(moving('IMG_1234.HEIC'), film.id);
});
