import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RemoteAsset } from '@rollcall/core';
import { resourceId, type Asset, type Change, type NewResource, type Resource } from '@rollcall/protocol';
import { plainFields } from '../testing/media.ts';
import { partsToCome, type Receiver } from './alone.ts';

const idOf = (digit: number): string => `01a2234a-ba74-7ea0-9f95-91df7a1b1e0${digit}`;
const part = (role: string, letter: string, mime = 'image/heic'): NewResource => ({
  role,
  hash: letter.repeat(64),
  size: 1,
  mime,
  fileName: null,
  modifiedAt: null,
});
const photo = (digit: number, parts: readonly NewResource[], more: Partial<Asset> = {}): RemoteAsset => {
  const id = idOf(digit);
  const own = { ...plainFields('a.heic'), type: 'asset', id, kind: 'photo', state: 'live', trashedAt: null, addedAt: 0 } as const;
  const resources = parts.map((each): Resource => ({
    ...each,
    type: 'resource',
    id: resourceId(id, each.role, each.hash),
    assetId: id,
    removed: false,
  }));
  return { asset: { ...own, addedBy: null, rendering: null, ...more }, seq: 1, resources };
};

function come(
  parts: readonly NewResource[],
  library: readonly RemoteAsset[],
  more: Partial<Receiver> = {},
): { added: string[]; joins: Change[] } {
  const match = (hash: string): RemoteAsset | null => library.find(({ resources }) => resources.some((each) => each.hash === hash)) ?? null;
  const to = { assetId: idOf(1), remote: null, original: { mime: 'image/heic' }, kind: 'photo', isOwn: () => false, ...more } as const;
  const { added, joins } = partsToCome(parts, to, { match });
  return { added: added.map(({ role, hash }) => `${role} ${hash[0]}`), joins: [...joins] };
}

test('IM-98: a film, a RAW file or an edit that came by itself before is joined with its photo, and does not come twice', () => {
  const [original, film, raw, edit] = [
    part('original', 'a'),
    part('live-video', 'b', 'video/quicktime'),
    part('raw', 'c'),
    part('edited', 'd'),
  ];
  const alone = (digit: number, letter: string, more: Partial<Asset> = {}): RemoteAsset => photo(digit, [part('original', letter)], more);
  const join = (assetId: number, joined: number, role: 'live-video' | 'raw' | 'alternate'): Change => ({
    name: 'asset.join',
    args: { assetId: idOf(assetId), joined: idOf(joined), role },
  });
  const all = [original, film, raw, edit];
  assert.deepEqual(come(all, []), { added: ['original a', 'live-video b', 'raw c', 'edited d'], joins: [] });
  assert.deepEqual(come(all, [alone(2, 'b', { kind: 'video' }), alone(3, 'c'), alone(4, 'd')]), {
    added: ['original a'],
    // The edit last: what was joined before goes with its original.
    joins: [join(1, 2, 'live-video'), join(1, 3, 'raw'), join(4, 1, 'alternate')],
  });
  assert.deepEqual(come([edit], [alone(4, 'd')], { original: { mime: 'image/x-adobe-dng' } }).joins, [join(4, 1, 'raw')]);
  // Deleted, a part of another photo, or a photo of this very import: it comes as it does otherwise.
  const stays = { added: ['live-video b'], joins: [] };
  assert.deepEqual(come([film], [alone(2, 'b', { state: 'trashed' })]), stays);
  assert.deepEqual(come([film], [photo(2, [part('original', 'x'), film])]), stays);
  assert.deepEqual(come([film], [alone(2, 'b')], { isOwn: () => true }), stays);
  // A photo that shows an edit goes on to show it, and what has parts of its own stays what it is.
  const remote = photo(1, [original], { rendering: resourceId(idOf(1), 'edited', 'e'.repeat(64)) });
  assert.deepEqual(come([edit], [alone(4, 'd')], { remote }).added, ['edited d']);
  assert.deepEqual(come([edit], [photo(4, [part('original', 'd'), part('live-video', 'f')])]).added, ['edited d']);
});
