import { isTold } from '@rollcall/core';
import { isCompanion, mintId, resourceId, subjectOf, type Asset, type AssetFields, type Change, type Resource } from '@rollcall/protocol';
import type { Device } from '../device/device.ts';
import type { Deed } from '../play/plan.ts';
import { plainName } from '../play/witness.ts';
import type { World } from '../play/world.ts';
import type { Sender } from '../wire/messages.ts';
import type { Chance } from '../world/chance.ts';

/** The browser shows what the cloud has; what is asked for is retried until it is answered. */
export function inBrowser(world: World, device: Device, chance: Chance, does: Deed, id: number): void {
  const library = device.store.identity()?.libraryId;
  if (library === undefined || !world.cloud.up) return;
  const { tables } = world.cloud;
  const assets = tables.index(library).rows.flatMap(({ seq, entity }) => (entity.type === 'asset' ? [{ seq, asset: entity }] : []));
  const change = changeOf(does, assets, tables.index(library).byAsset, chance, world);
  if (change === null) return;
  world.tell(
    `a person in the browser: ${change.name} of ${assets.find(({ asset }) => asset.id === subjectOf(change))?.asset.fileName ?? ''}`,
  );
  const action = { id: mintId(world.timeline.now + id, chance.bytes(10)), change };
  const sender = browserOf(world, device);
  const slot = world.cloud.receive(sender, { route: 'actions', actions: [action] });
  // Sent twice, as when the first answer was lost.
  if (slot && chance.happens(0.2))
    world.timeline.after(50, 'the browser asks again', () => void world.cloud.receive(sender, { route: 'actions', actions: [action] }));
}

/** One photo gets another name, by somebody who looks at it in a browser. */
export function renameInBrowser(world: World, device: Device, chance: Chance, assetId: string): void {
  if (device.store.identity() === null || !world.cloud.up) return;
  const fileName = `Renamed ${chance.below(4)}.JPG`;
  world.witness.names.add(plainName(fileName));
  world.tell(`a person in the browser calls it ${fileName}`);
  const action = {
    id: mintId(world.timeline.now, chance.bytes(10)),
    change: { name: 'asset.set', args: { assetId, fields: { fileName } } } as const,
  };
  void world.cloud.receive(browserOf(world, device), { route: 'actions', actions: [action] });
}

/** The page in a browser is the server's own. */
export function browserOf({ cloud }: World, device: Device): Sender {
  return { ...device.sender, protocol: cloud.speaks.protocol };
}

interface Seen {
  readonly seq: number;
  readonly asset: Asset;
}

function changeOf(
  does: Deed,
  assets: readonly Seen[],
  resources: ReadonlyMap<string, readonly { readonly entity: unknown }[]>,
  chance: Chance,
  world: World,
): Change | null {
  const inState = (state: Asset['state']): readonly Seen[] => assets.filter(({ asset }) => asset.state === state);
  const one = (from: readonly Seen[]): Seen | null => (from.length === 0 ? null : chance.pick(from));
  switch (does) {
    case 'web-trash': {
      const seen = one(inState('live'));
      return seen && { name: 'asset.trash', args: { assetId: seen.asset.id } };
    }
    case 'web-restore': {
      const seen = one(inState('trashed'));
      return seen && { name: 'asset.restore', args: { assetId: seen.asset.id } };
    }
    case 'web-purge': {
      const seen = one(inState('trashed')) ?? one(inState('live'));
      // What the person saw may be a moment old.
      return seen && { name: 'asset.purge', args: { assetId: seen.asset.id }, expect: seen.seq - (chance.happens(0.2) ? 1 : 0) };
    }
    case 'web-set': {
      const seen = one(inState('live'));
      const fields: Partial<AssetFields> = chance.happens(0.5)
        ? { favourite: chance.happens(0.5) }
        : { fileName: `Renamed ${chance.below(4)}.JPG` };
      if (fields.fileName !== undefined) world.witness.names.add(plainName(fields.fileName));
      return seen && { name: 'asset.set', args: { assetId: seen.asset.id, fields } };
    }
    case 'web-join': {
      const [kept, joined] = [one(inState('live')), one(inState('live'))];
      if (!kept || !joined || kept === joined) return null;
      const role = joined.asset.kind === 'video' ? 'live-video' : 'alternate';
      return { name: 'asset.join', args: { assetId: kept.asset.id, joined: joined.asset.id, role } };
    }
    case 'web-split': {
      const pairs = inState('live').flatMap((seen) =>
        (resources.get(seen.asset.id) ?? []).flatMap(({ entity }) => {
          const resource = entity as Resource;
          return !resource.removed && isCompanion(resource.role) ? [{ seen, resource }] : [];
        }),
      );
      if (pairs.length === 0) return null;
      const { seen, resource } = chance.pick(pairs);
      const { fileName, capturedAt, capturedSource } = seen.asset;
      const newId = mintId(world.timeline.now, chance.bytes(10));
      const empty = { width: null, height: null, duration: null, camera: null, exposure: null, place: null, title: null, caption: null };
      const fields: AssetFields = {
        ...empty,
        fileName: resource.fileName ?? fileName,
        capturedAt,
        capturedSource,
        favourite: false,
        hidden: false,
        rating: null,
        keywords: [],
      };
      return {
        name: 'asset.split',
        args: {
          assetId: seen.asset.id,
          resource: resourceId(seen.asset.id, resource.role, resource.hash),
          hash: resource.hash,
          newId,
          fields,
        },
      };
    }
    default:
      return null;
  }
}

export function changeAlbum(world: World, device: Device, chance: Chance, id: number): void {
  const library = device.store.identity()?.libraryId;
  if (library === undefined || !world.cloud.up || !isTold('album:', world.cloud.speaks.protocol)) return;
  const rows = world.cloud.tables.index(library).rows.map(({ entity }) => entity);
  const known = rows.flatMap((entity) => (entity.type === 'album' ? [entity] : []));
  const albums = known.map((album) => album.id);
  const there = known.filter(({ kind, deleted }) => kind === 'folder' && !deleted).map((album) => album.id);
  const folders = there.length > 0 ? there : albums;
  const assets = rows.flatMap((entity) => (entity.type === 'asset' ? [entity.id] : []));
  const albumId = albums.length > 0 && chance.happens(0.8) ? chance.pick(albums) : mintId(world.timeline.now, chance.bytes(10));
  const args = { albumId, assetId: assets.length > 0 ? chance.pick(assets) : albumId };
  const position = chance.pick(['a0', 'a1', 'b0V', 'Zz']);
  const change: Change = albums.includes(albumId)
    ? chance.pick<Change>([
        { name: 'album.add', args: { ...args, position } },
        { name: 'album.add', args: { ...args, position } },
        { name: 'album.move', args: { ...args, position } },
        { name: 'album.remove', args },
        { name: 'album.set', args: { albumId, fields: { title: `Album ${id}` } } },
        { name: 'album.delete', args: { albumId } },
        { name: 'album.set', args: { albumId, fields: { folder: chance.pick(folders) } } },
        { name: 'album.set', args: { albumId, fields: { folder: chance.pick(folders) } } },
      ])
    : {
        name: 'album.create',
        args: {
          albumId,
          ...(chance.happens(0.6) ? { kind: 'folder' as const } : {}),
          fields: { title: `Holiday ${id}`, order: 'by-hand', cover: null },
        },
      };
  world.tell(`a person in the browser: ${change.name}`);
  const action = { id: mintId(world.timeline.now + id, chance.bytes(10)), change };
  void world.cloud.receive(browserOf(world, device), { route: 'actions', actions: [action] });
}
