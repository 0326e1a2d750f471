import { isKeptBeside, shownResource, type LocalFile, type RemoteAsset } from '../plan/index.ts';
import type { DeviceStore } from './store.ts';

/** Another file of the device follows what the photo shows, and this one shows something else of it: it is kept beside that. */
export function isShownBeside(store: DeviceStore, file: LocalFile, remote: RemoteAsset): boolean {
  const shown = shownResource(remote)?.hash;
  if (shown === undefined || shown === file.hash) return false;
  const others = store.filesOf(remote.asset.id).filter((other) => other.key !== file.key);
  return isKeptBeside(file, others, remote);
}
