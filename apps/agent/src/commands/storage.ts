import { budgetWords, evictionOrder, pinnedBy, readPins, roomHere, type Evictable, type Policy, type RoomHere } from '@rollcall/core';
import { countWords, sizeWords, type StorageTold } from '@rollcall/protocol';
import { lookAround } from '../conditions/look-around.ts';
import { openDevice, type Device } from '../device.ts';
import { budgetOf, spaceHere } from '../engine/device-room.ts';
import { usedAt } from '../folder/last-use.ts';
import type { EvictableRows } from '../store/storage-rows.ts';
import { EXIT, notLinked, say, showJson, type Io, type ViewOptions } from './io.ts';

/** As many are told of what would make room next. */
const NEXT = 5;
const PIECE = 5000;

interface Next {
  readonly assetId: string;
  readonly path: string;
  readonly bytes: number;
  readonly lastUsed: number;
}

/** What of the photos is here in full, compressed, and in the cloud alone; what they may take; and what would make room next. */
export async function storage(options: ViewOptions, io: Io): Promise<number> {
  const device = openDevice(options.home, 'go-on');
  if (!device) return notLinked(io, options.home);
  try {
    const { policy, overrides } = await lookAround(device);
    const { store, identity } = device;
    const space = spaceHere(store, identity.folder, overrides);
    const room = roomHere(budgetOf(policy), space);
    const sums = store.storage.sums();
    const onlyInCloud = store.incoming().length;
    const next = policy.storage === 'optimise' ? nextToGo(device) : [];
    if (options.json)
      showJson(io, {
        storage: policy.storage,
        budget: policy.diskBudget,
        full: sums.full,
        compressed: sums.compressed,
        onlyInCloud,
        folder: space.folder,
        disk: space.disk,
        room: { over: room.over, free: Number.isFinite(room.free) ? room.free : null },
        pins: readPins(store).length,
        next,
      });
    else
      for (const line of lines(policy, sums, onlyInCloud, room, { folder: space.folder, free: space.disk?.free ?? null }, next))
        say(io, line);
    return EXIT.ok;
  } finally {
    device.close();
  }
}

function nextToGo({ store, identity }: Device): Next[] {
  const isPinned = pinnedBy(store, (albumId) => store.storage.photosOf(albumId));
  const rows = new Map<string, EvictableRows>();
  for (let from: string | null = ''; from !== null;) {
    const { photos, next } = store.storage.evictable(from, PIECE);
    for (const photo of photos) rows.set(photo.assetId, photo);
    from = next;
  }
  const used = (each: Evictable): number => usedAt(identity.folder, rows.get(each.assetId) ?? { ...each, files: [] });
  const candidates = [...rows.values()].map((each) => ({
    ...each,
    pinned: isPinned(
      each.assetId,
      each.files.map(({ path }) => path),
    ),
  }));
  const next: Next[] = [];
  for (const each of evictionOrder(candidates, Date.now(), used)) {
    next.push({ assetId: each.assetId, path: rows.get(each.assetId)?.files[0]?.path ?? '', bytes: each.bytes, lastUsed: used(each) });
    if (next.length >= NEXT) break;
  }
  return next;
}

function lines(
  policy: Policy,
  { full, compressed }: StorageTold,
  onlyInCloud: number,
  { over, free }: RoomHere,
  here: { readonly folder: number; readonly free: number | null },
  next: readonly Next[],
): string[] {
  const optimised = policy.storage === 'optimise';
  const all = [
    optimised ? `Optimise storage: ${budgetIn(policy)}.` : 'Download and keep originals.',
    `Here in full: ${countWords(full.files, 'file')}, ${sizeWords(full.bytes)}`,
    `Compressed here, original in the cloud: ${countWords(compressed.files, 'file')}, ${sizeWords(compressed.bytes)} here, ${sizeWords(compressed.originals)} in the cloud`,
    `In the cloud, not here: ${countWords(onlyInCloud, 'photo')}`,
    `The folder takes ${sizeWords(here.folder)}${here.free === null ? '' : `; ${sizeWords(here.free)} of the disk are free`}.`,
  ];
  if (over > 0) all.push(`${sizeWords(over)} are to make room.`);
  else if (optimised && Number.isFinite(free)) all.push(`${sizeWords(free)} more may come.`);
  if (next.length > 0) all.push('', over > 0 ? 'Next to make room:' : 'Would make room next:');
  for (const { path, bytes } of next) all.push(`  ${sizeWords(bytes)}\t${path}`);
  return all;
}

function budgetIn({ diskBudget }: Policy): string {
  switch (diskBudget.of) {
    case 'folder':
      return `photos may take ${budgetWords(diskBudget)} here`;
    case 'free':
      return `${diskBudget.percent} % of the disk stay free`;
    case 'nothing':
      return 'without a budget';
    default:
      return diskBudget satisfies never;
  }
}
