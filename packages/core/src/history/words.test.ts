import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { deedWords, historyWords, type HistoryEntry } from './words.ts';

const entry = (what: string, after: unknown = {}, before: unknown = {}): HistoryEntry => ({
  what,
  old: before,
  new: after,
  device: 'Laptop',
  deviceKind: 'folder',
});
const words = (what: string, after?: unknown, before?: unknown): string => historyWords(entry(what, after, before));

test('HI-1: every entry of a photo’s history is told in words, with the device that did it', () => {
  assert.equal(words('asset.create', { fileName: 'a.jpg' }), 'Added on Laptop');
  assert.equal(words('asset.trash'), 'Moved to Recently Deleted on Laptop');
  assert.equal(words('asset.restore'), 'Restored on Laptop');
  assert.equal(words('asset.edit', { rendering: 'b', version: 'b' }, { rendering: null, state: 'live' }), 'Edited on Laptop');
  assert.equal(
    words('asset.edit', { rendering: 'b', version: 'c' }, { rendering: 'b', state: 'live' }),
    'Edited on Laptop, when it had been edited elsewhere: kept as a version',
  );
  assert.equal(
    words('asset.edit', { rendering: 'b', version: 'b' }, { rendering: null, state: 'trashed' }),
    'Edited on Laptop, and so restored',
  );
  assert.equal(words('asset.revert'), 'Reverted to the original on Laptop');
  assert.equal(words('asset.join', { role: 'live-video', fileName: 'a.mov' }), 'Joined with “a.mov” (a Live Photo’s video) on Laptop');
  assert.equal(words('asset.split', { fileName: 'a.dng' }, { role: 'raw' }), '“a.dng” became a photo of its own (a RAW file) on Laptop');
  assert.equal(words('split-off', {}, { role: 'raw' }), 'Split off from the photo that it was a part of (a RAW file) on Laptop');
  assert.equal(words('resource.attach', { role: 'sidecar' }), 'A sidecar was added to it on Laptop');
  assert.equal(words('resource.complete'), 'The rest of its file arrived on Laptop');
  assert.equal(words('duplicate', { fileName: 'b.jpg' }), 'Came again as “b.jpg” on Laptop, and is kept once');
  assert.equal(words('album.add'), 'Added to an album on Laptop');
  assert.equal(words('album.move'), 'Moved within an album on Laptop');
  assert.equal(words('album.remove'), 'Taken out of an album on Laptop');
  assert.equal(words('album.create', { title: 'Summer' }), 'Album “Summer” made on Laptop');
  assert.equal(words('album.set', { title: 'Spring' }), 'Album renamed to “Spring” on Laptop');
  assert.equal(words('album.delete', {}, { title: 'Summer' }), 'Album “Summer” deleted on Laptop; its photos stay');
  assert.equal(words('asset.purge', { by: 'person' }), 'Deleted for good on Laptop');
});

test('HI-2: what a browser did is told as done in it, and what nobody did as done by nobody', () => {
  assert.equal(
    historyWords({ ...entry('asset.trash'), device: 'Firefox on Linux', deviceKind: 'browser' }),
    'Moved to Recently Deleted in Firefox on Linux',
  );
  assert.equal(
    historyWords({ ...entry('described', { place: 1, camera: 2, capturedAt: 3, capturedSource: 4 }), device: null }),
    'Place, camera and date read from the file',
  );
  assert.equal(words('asset.purge', { by: 'expiry' }), 'Deleted for good after 30 days in Recently Deleted');
  assert.equal(words('purge.undone', { by: 'owner' }), 'Brought back by the owner of the server, after it was deleted for good');
});

test('HI-3: a change of what is said of a photo names what changed, with the old and the new name', () => {
  const set = (after: unknown, before: unknown = {}): string => deedWords({ what: 'asset.set', old: before, new: after });
  assert.equal(set({ favourite: true }), 'Made a favourite');
  assert.equal(set({ favourite: false }), 'Removed from favourites');
  assert.equal(set({ hidden: true }), 'Hidden');
  assert.equal(set({ fileName: 'b.jpg' }, { fileName: 'a.jpg' }), 'Renamed from “a.jpg” to “b.jpg”');
  assert.equal(set({ rating: 4, place: {} }), 'Rated 4 of 5; place changed');
  assert.equal(set({ rating: null }), 'Rating taken away');
  assert.equal(set({ title: 'x'.repeat(70) }), `Title set to “${'x'.repeat(60)}…”`);
  assert.equal(set({ caption: null }), 'Caption taken away');
  assert.equal(set({ keywords: [], capturedAt: '', capturedSource: '' }), 'Keywords, date changed');
  assert.equal(set({ ofANewerVersion: 1 }), 'Changed');
});

test('HI-4: whatever a newer server, or damage, wrote into the journal is told, and never breaks the history', () => {
  assert.equal(words('asset.glued'), 'asset.glued on Laptop');
  assert.equal(words('constructor'), 'constructor on Laptop');
  const what = fc.constantFrom(
    'asset.create',
    'asset.set',
    'asset.edit',
    'asset.purge',
    'asset.join',
    'asset.split',
    'described',
    'adjusted',
    'duplicate',
    'resource.attach',
    'album.set',
    '__proto__',
  );
  fc.assert(
    fc.property(what, fc.anything(), fc.anything(), (name, after, before) => {
      assert.ok(historyWords({ what: name, old: before, new: after, device: null }).length > 0);
    }),
  );
});

test('SX-17: how a photo was edited before it came is told as the file beside it says, and no more', () => {
  const adjusted = (after: object): string => historyWords({ ...entry('adjusted', after), device: null });
  const at = '2024-05-03T10:00:00Z';
  assert.equal(adjusted({ did: ['cropped'], inPhotos: true, at }), 'Cropped in Photos on 2024-05-03, as the file beside it says');
  assert.equal(
    adjusted({ did: ['cropped', 'filtered'], inPhotos: true, at }),
    'Cropped and given a filter in Photos on 2024-05-03, as the file beside it says',
  );
  assert.equal(adjusted({ did: [], inPhotos: true, at }), 'Edited in Photos on 2024-05-03, as the file beside it says');
  assert.equal(adjusted({ did: ['unheard-of', 7], inPhotos: false, at: null }), 'Edited in another program, as the file beside it says');
  assert.equal(adjusted({}), 'Edited in another program, as the file beside it says');
});

test('EV-20: the history says of an edit that it has fewer pixels than the original, and which', () => {
  const fewer = { pixels: { width: 2048, height: 1536 }, of: { width: 4032, height: 3024 } };
  const pixels = ', with fewer pixels than the original (2048 × 1536 of 4032 × 3024)';
  const live = { rendering: null, state: 'live' };
  assert.equal(words('asset.edit', { rendering: 'b', version: 'b', fewer }, live), `Edited on Laptop${pixels}`);
  assert.equal(
    words('asset.edit', { rendering: 'b', version: 'b', fewer }, { ...live, state: 'trashed' }),
    `Edited on Laptop${pixels}, and so restored`,
  );
  assert.equal(
    words('asset.edit', { rendering: null, version: 'b', fewer }, live),
    `Edited on Laptop, when it had been edited elsewhere: kept as a version${pixels}`,
  );
  assert.equal(words('asset.edit', { rendering: 'b', version: 'b', fewer: { pixels: 1 } }, live), 'Edited on Laptop');
});
