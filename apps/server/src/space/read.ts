import type { SpacePart, SpacePhoto } from '@rollcall/core';
import type { Asset, Resource } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';

/** What bears on what would free room in one library. */
export interface Room {
  readonly head: number;
  readonly photos: readonly SpacePhoto[];
  /** What is in Recently Deleted; `frees`: bytes that only it holds. */
  readonly deleted: { readonly photos: number; readonly frees: number };
}

/** All of one moment; null: there is no such library. For a thread of its own: it looks at every photo. */
export function readRoom(database: Database, libraryId: string): Room | null {
  return database.transaction(() => {
    const library = database
      .prepare<[string], { num: number; head: number }>('SELECT num, head FROM libraries WHERE id = ?')
      .get(libraryId);
    if (library === undefined) return null;
    const parts = readParts(database, library.num);
    const inAlbums = readAlbums(database, library.num);
    const measures = readMeasures(database, libraryId);
    const photos: SpacePhoto[] = [];
    const trashed: SpacePart[] = [];
    let deleted = 0;
    for (const { json } of rowsOf(database, library.num, 'asset')) {
      const asset = JSON.parse(json) as Asset;
      const its = parts.get(asset.id) ?? [];
      if (asset.state === 'live') photos.push(photoOf(asset, its, inAlbums.has(asset.id), measures.get(asset.id) ?? []));
      if (asset.state !== 'trashed') continue;
      deleted += 1;
      trashed.push(...its);
    }
    return { head: library.head, photos, deleted: { photos: deleted, frees: onlyIn(trashed, photos) } };
  })();
}

interface Row {
  readonly asset_id: string;
  readonly role: string;
  readonly json: string;
}
function rowsOf(database: Database, num: number, type: 'asset' | 'resource' | 'album' | 'album-item'): IterableIterator<Row> {
  // `;` is the sign after `:`.
  const keys = [`${type}:`, `${type};`];
  return database
    .prepare<unknown[], Row>('SELECT asset_id, role, json FROM entities WHERE library = ? AND key >= ? AND key < ?')
    .iterate(num, ...keys);
}

type Part = SpacePart & { readonly id: string };

function readParts(database: Database, num: number): Map<string, Part[]> {
  const parts = new Map<string, Part[]>();
  for (const row of rowsOf(database, num, 'resource')) {
    // A removed one has no role.
    if (row.role === null) continue;
    const { id, role, hash, size, mime } = JSON.parse(row.json) as Resource;
    const its = parts.get(row.asset_id);
    const part = { id, role, hash, size, mime };
    if (its === undefined) parts.set(row.asset_id, [part]);
    else its.push(part);
  }
  return parts;
}

function readAlbums(database: Database, num: number): Set<string> {
  const there = new Set<string>();
  for (const { json } of rowsOf(database, num, 'album')) {
    const { id, deleted } = JSON.parse(json) as { id: string; deleted: boolean };
    if (!deleted) there.add(id);
  }
  const inside = new Set<string>();
  for (const { json } of rowsOf(database, num, 'album-item')) {
    const { albumId, assetId, removed } = JSON.parse(json) as { albumId: string; assetId: string; removed: boolean };
    if (!removed && there.has(albumId)) inside.add(assetId);
  }
  return inside;
}

interface Measured {
  readonly resource: string;
  readonly likeness: string | null;
  readonly sharpness: number | null;
  readonly screenshot: 0 | 1;
}
function readMeasures(database: Database, libraryId: string): Map<string, Measured[]> {
  const measures = new Map<string, Measured[]>();
  const rows = database.prepare<[string], Measured & { readonly asset: string }>(
    "SELECT asset, resource, likeness, sharpness, screenshot FROM rendition_attempts WHERE library = ? AND state = 'ready'",
  );
  for (const row of rows.iterate(libraryId)) {
    const its = measures.get(row.asset);
    if (its === undefined) measures.set(row.asset, [row]);
    else its.push(row);
  }
  return measures;
}

function photoOf(asset: Asset, parts: readonly Part[], inAlbum: boolean, measures: readonly Measured[]): SpacePhoto {
  const shown = asset.rendering ?? parts.find(({ role }) => role === 'original')?.id;
  const measured = measures.find(({ resource }) => resource === shown);
  const { camera } = asset;
  return {
    id: asset.id,
    kind: asset.kind,
    fileName: asset.fileName,
    capturedAt: asset.capturedAt,
    width: asset.width,
    height: asset.height,
    duration: asset.duration,
    camera: camera === null ? null : [camera.make, camera.model].filter((each) => each !== null).join(' ') || null,
    mark: asset.favourite ? 'favourite' : inAlbum ? 'album' : null,
    rating: asset.rating,
    edited: asset.rendering !== null,
    burst: asset.burst ?? null,
    likeness: measured?.likeness ?? null,
    sharpness: measured?.sharpness ?? null,
    screenshot: measures.some(({ screenshot }) => screenshot === 1),
    parts: parts.map(({ role, hash, size, mime }) => ({ role, hash, size, mime })),
  };
}

/** Bytes, each once, that none of the photos has. */
function onlyIn(parts: readonly SpacePart[], photos: readonly SpacePhoto[]): number {
  const elsewhere = new Set(photos.flatMap((photo) => photo.parts.map(({ hash }) => hash)));
  const own = new Map(parts.filter(({ hash }) => !elsewhere.has(hash)).map(({ hash, size }) => [hash, size]));
  return [...own.values()].reduce((sum, size) => sum + size, 0);
}
