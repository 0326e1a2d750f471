import type { Album, AlbumItem, Asset, Entity, Resource } from '@rollcall/protocol';
import { until } from '../support/program.ts';
import type { Session } from '../support/session.ts';

/** Files are read, and pictures made, when nothing else is to be done. */
const READ_MS = 600_000;

/** A library as its server tells of it. */
export interface Library {
  readonly session: Session;
  readonly assets: readonly Asset[];
  readonly resources: readonly Resource[];
  readonly albums: readonly Album[];
  readonly items: readonly AlbumItem[];
  /** Of which resource the picture of each photo was made. */
  readonly shown: ReadonlyMap<string, string>;
}

export async function libraryOf(session: Session): Promise<Library> {
  const rows: Entity[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await session.ok('changes', { query: { limit: 1000, ...(cursor === undefined ? {} : { cursor }) } });
    rows.push(...page.changes.map(({ entity }) => entity));
    if (page.complete) break;
    ({ cursor } = page);
  }
  type Of<T> = Extract<Entity, { readonly type: T }>;
  const of = <T extends Entity['type']>(type: T) => rows.filter((row): row is Of<T> => row.type === type);
  return {
    session,
    assets: of('asset').filter(({ state }) => state !== 'purged'),
    resources: of('resource').filter(({ removed }) => !removed),
    albums: of('album').filter(({ deleted }) => !deleted),
    items: of('album-item').filter(({ removed }) => !removed),
    shown: new Map(of('rendition').map((rendition) => [rendition.assetId, rendition.of])),
  };
}

/** The library once its server has read all of it, so many photos, and made a picture of what each shows. */
export async function readLibrary(session: Session, photos: number): Promise<Library> {
  let last = '';
  const isRead = async (): Promise<Library | null> => {
    const library = await libraryOf(session);
    const { assets, shown } = library;
    const waiting = assets.filter(({ id, rendering }) => !shown.has(id) || (rendering !== null && shown.get(id) !== rendering));
    last = `there are ${assets.map(({ fileName }) => fileName).join(', ')}; not read: ${waiting.map(({ fileName }) => fileName).join(', ')}`;
    return assets.length === photos && waiting.length === 0 ? library : null;
  };
  return until(isRead, `${photos} photos that were read`, READ_MS).catch((error: Error) => {
    throw new Error(`${error.message}; ${last}`, { cause: error });
  });
}

type Seen = Readonly<Record<string, unknown>>;

/**
 * All that a person has in a library, without what names it: ids, and when it came to this server. Photos are named by the bytes of their originals.
 */
export function seenIn({ assets, resources, albums, items }: Library): { readonly photos: Seen[]; readonly albums: Seen[] } {
  const byAsset = Map.groupBy(resources, ({ assetId }) => assetId);
  const original = new Map(resources.flatMap(({ assetId, role, hash }) => (role === 'original' ? [[assetId, hash] as const] : [])));
  const bursts = Map.groupBy(assets, ({ burst = null }) => burst);
  const photos = assets.map(({ id, addedAt: _at, addedBy: _by, trashedAt, rendering, burst = null, ...said }): Seen => {
    const parts = (byAsset.get(id) ?? []).map(({ id: part, assetId: _asset, ...told }) => ({ ...told, shown: part === rendering }));
    // What a burst is called says which frame a server read first; who is in it does not depend on that.
    const frames = burst === null ? [] : (bursts.get(burst) ?? []).map((frame) => original.get(frame.id)).toSorted();
    return { ...said, frames, isTrashed: trashedAt !== null, parts: parts.toSorted(byText) };
  });
  const titles = new Map(albums.map(({ id, title }) => [id, title]));
  const shelved = albums.map(({ id, folder, cover, addedAt: _at, addedBy: _by, ...said }): Seen => {
    const its = items.filter(({ albumId }) => albumId === id).map(({ assetId, position }) => `${position} ${original.get(assetId)}`);
    return {
      kind: 'photos',
      position: null,
      rule: null,
      ...said,
      in: folder == null ? null : titles.get(folder),
      coverOf: cover === null ? null : original.get(cover),
      photos: its.toSorted(),
    };
  });
  return { photos: photos.toSorted(byText), albums: shelved.toSorted(byText) };
}

function byText(a: object, b: object): number {
  const [own, other] = [JSON.stringify(a), JSON.stringify(b)];
  return own < other ? -1 : own > other ? 1 : 0;
}

/** What a roll call says of all files of a library: role and hash of each, as the server reads them now. */
export async function rollOf({ session, resources }: Library): Promise<string[]> {
  const lines = resources.map(({ assetId, role, hash }) => ({ assetId, role, hash }));
  const { found } = await session.ok('rollCall', { body: { lines } });
  return lines
    .map(({ role, hash }, at) => `${role} ${hash} ${found[at]?.state === 'stored' ? found[at].hash : found[at]?.state}`)
    .toSorted();
}
