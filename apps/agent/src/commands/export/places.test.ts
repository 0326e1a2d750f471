import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, test } from 'node:test';
import type { RemoteAsset } from '@rollcall/core';
import { sha256Text, type Asset } from '@rollcall/protocol';
import { Places } from './places.ts';

const ID = '01900000-0000-7000-8000-000000000001';
const roots: string[] = [];
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true });
});

function folderOf(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'rollcall-places-'));
  roots.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** A photo whose only file is this text. */
function photo(text: string): RemoteAsset {
  const asset: Asset = {
    type: 'asset',
    id: ID,
    kind: 'photo',
    state: 'live',
    trashedAt: null,
    addedAt: 1,
    addedBy: null,
    rendering: null,
    fileName: 'a.jpg',
    capturedAt: '2024-05-06T10:00:00',
    capturedSource: 'exif',
    width: null,
    height: null,
    duration: null,
    camera: null,
    exposure: null,
    place: null,
    title: null,
    caption: null,
    favourite: false,
    hidden: false,
    rating: null,
    keywords: [],
  };
  const original = {
    type: 'resource',
    id: `${ID}/original`,
    assetId: ID,
    role: 'original',
    hash: sha256Text(text),
    size: text.length,
  } as const;
  return { asset, seq: 1, resources: [{ ...original, mime: 'image/jpeg', fileName: null, modifiedAt: null, removed: false }] };
}

test('EX-17: a name that an export took for a photo, and did not come to fill, is filled by the next one; an empty file of somebody else stays', async () => {
  const root = folderOf({ '2024/05/a.jpg': '' });
  const noted = new Map([['2024/05/a.jpg', { id: ID, hash: sha256Text('bytes'), size: 5 }]]);
  const of = async (before: typeof noted) => {
    const [file] = (await new Places(root, before, new AbortController().signal).of(photo('bytes'))).files;
    return [file!.path, file!.there];
  };
  assert.deepEqual(await of(noted), ['2024/05/a.jpg', 'earlier']);
  assert.deepEqual(await of(new Map()), ['2024/05/a (2).jpg', 'nothing']);
});
