import { canonicalJson, entityKey, PROTOCOL_VERSION, type Entity } from '@rollcall/protocol';
import { readPage } from '../server/feed.ts';
import type { World } from '../play/world.ts';

/** Somebody who knew a library at some moment, and hears nothing until the end. */
export interface Observer {
  readonly library: string;
  cursor: string;
  readonly knows: Map<string, Entity>;
}

export function observe(world: World, library: string): Observer | null {
  const { tables } = world.cloud;
  const page = readPage(tables, { library, cursor: null, limit: 100_000, acknowledged: null, protocol: PROTOCOL_VERSION });
  if (!page.ok || !tables.database.synced) return null;
  return { library, cursor: page.page.cursor, knows: new Map(page.page.changes.map(({ entity }) => [entityKey(entity), entity])) };
}

/** C5: any old cursor, whatever was compacted since, and what came since make what a fresh snapshot is; or the cursor has expired. */
export function checkObserver(world: World, observer: Observer): void {
  const { tables } = world.cloud;
  const { library, knows } = observer;
  for (;;) {
    const next = readPage(tables, { library, cursor: observer.cursor, limit: 3, acknowledged: null, protocol: PROTOCOL_VERSION });
    if (!next.ok) return;
    for (const { entity } of next.page.changes) {
      knows.set(entityKey(entity), entity);
      if (entity.type === 'alias') for (const key of [`asset:${entity.from}`, `rendition:${entity.from}`]) knows.delete(key);
    }
    observer.cursor = next.page.cursor;
    if (next.page.complete) break;
  }
  const fresh = new Map(tables.index(library).rows.map(({ entity }) => [entityKey(entity), entity]));
  for (const [key, entity] of fresh)
    if (canonicalJson(knows.get(key) ?? null) !== canonicalJson(entity))
      world.violate('C5', `who had an old cursor does not know ${key} as it is`);
  for (const [key, entity] of knows)
    if (!fresh.has(key) && !isOver(entity)) world.violate('C5', `who had an old cursor still believes in ${key}`);
}

/** A tombstone, which may be taken out of the feed after its time. */
function isOver(entity: Entity): boolean {
  switch (entity.type) {
    case 'asset':
      return entity.state === 'purged';
    case 'resource':
    case 'album-item':
      return entity.removed;
    case 'album':
      return entity.deleted;
    case 'alias':
      return false;
    case 'rendition':
      return true;
    default:
      return entity satisfies never;
  }
}
