import { partOf, type LocalFile, type Part, type RemoteAsset } from '../plan/index.ts';
import { folderOf } from './names.ts';
import type { DeviceStore } from './store.ts';

/** Each part of a pair has its own place. */
function placeOf(remote: RemoteAsset, part: Part): string {
  return part === 'shown' ? remote.asset.id : part.id;
}

/** The file goes, or is let go: when its asset, or this part of it, comes back, it comes back there. */
export function noteLastPlace(store: DeviceStore, assetId: string, file: LocalFile, now: number): void {
  const remote = store.remote(assetId);
  const key = remote === null ? assetId : placeOf(remote, partOf(file, remote));
  store.setLastPath(key, file.path, file.baseHash ?? file.hash ?? '', now);
}

/** The folder where a part belongs here: where it was, beside the other part, or where the pair was; null: nobody knows. */
export function lastFolder(store: DeviceStore, remote: RemoteAsset, part: Part): string | null {
  const { id } = remote.asset;
  const beside = store.filesOf(id).find((file) => file.missingSince === null)?.path;
  const path = store.lastPath(placeOf(remote, part)) ?? beside ?? store.lastPath(id);
  return path === null ? null : folderOf(path);
}
