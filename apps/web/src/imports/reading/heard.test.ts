import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resourceId, type Asset, type FeedEntry, type Resource } from '@rollcall/protocol';
import { HeardLibrary } from './heard.ts';

const idOf = (at: number): string => `0197bbbb-0000-7000-8000-${String(at).padStart(12, '0')}`;
const hashOf = (letter: string): string => letter.repeat(64);

function asset(at: number, state: Asset['state']): Asset {
  return { type: 'asset', id: idOf(at), kind: 'photo', state } as Asset;
}
function part(at: number, hash: string, role: Resource['role'] = 'original', removed = false): Resource {
  const assetId = idOf(at);
  return { type: 'resource', id: resourceId(assetId, role, hash), assetId, role, hash, size: 1, removed } as Resource;
}
function heard(...entities: FeedEntry['entity'][]): HeardLibrary {
  const library = new HeardLibrary(idOf(0));
  const entries = entities.map((entity, seq) => ({ seq, entity }));
  library.apply(entries);
  library.apply(entries);
  return library;
}

test('IM-83: a page knows its library by bytes: what is there comes before what is in Recently Deleted, an original before a part', () => {
  const [a, b] = [hashOf('a'), hashOf('b')];
  const library = heard(
    asset(1, 'trashed'),
    part(1, a),
    asset(2, 'live'),
    part(2, b),
    part(2, a, 'live-video'),
    asset(3, 'live'),
    part(3, a, 'edited'),
  );
  assert.equal(library.match(a)?.asset.id, idOf(3));
  assert.equal(library.match(b)?.resources.length, 2);
  assert.equal(library.match(hashOf('c')), null);
  assert.equal(heard(asset(1, 'trashed'), part(1, a)).match(a)?.asset.state, 'trashed');
  // What is kept beside a photo is no photo by which it would be known.
  assert.equal(heard(asset(1, 'live'), part(1, a, 'sidecar')).match(a), null);
});

test('IM-83: what was deleted for good is known so, and not what was only taken out or lies elsewhere', () => {
  const a = hashOf('a');
  assert.equal(heard(asset(1, 'purged'), part(1, a, 'original', true)).purgedBefore(a), true);
  assert.equal(heard(asset(1, 'live'), part(1, a, 'original', true)).purgedBefore(a), false);
  assert.equal(heard(asset(1, 'live'), part(1, a)).purgedBefore(a), false);
});

test('IM-83: an id that was minted for a duplicate leads to the photo that was kept, over several steps and never round in circles', () => {
  const library = heard(
    { type: 'alias', from: idOf(1), to: idOf(2) },
    { type: 'alias', from: idOf(2), to: idOf(3) },
    { type: 'alias', from: idOf(8), to: idOf(9) },
    { type: 'alias', from: idOf(9), to: idOf(8) },
  );
  assert.equal(library.resolve(idOf(1)), idOf(3));
  assert.ok([idOf(8), idOf(9)].includes(library.resolve(idOf(8))));
});
