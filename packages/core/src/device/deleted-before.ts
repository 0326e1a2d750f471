import type { LocalFile } from '../plan/index.ts';
import type { DeviceStore } from './store.ts';

type Asked = LocalFile & { readonly hash: string };

/** A photo that was deleted before is wanted again: as if the person had put its file here now. The asset to restore; null: it is added anew. */
export function keepDeleted(store: DeviceStore, file: Asked, now: number): { readonly assetId: string; readonly fileName: string } | null {
  return store.transact(() => {
    store.setWord(file.hash, null, now);
    store.patchFile(file.key, { newHere: true, trouble: null });
    const match = store.match(file.hash);
    return match?.asset.state === 'trashed' ? { assetId: match.asset.id, fileName: match.asset.fileName } : null;
  });
}

/** It stays deleted. The file here stays where it is, and is left alone from now on. */
export function forgetDeleted(store: DeviceStore, file: Asked, now: number): void {
  store.transact(() => {
    store.setWord(file.hash, 'forgotten', now);
    store.patchFile(file.key, { trouble: null });
  });
}
