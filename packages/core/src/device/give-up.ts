import { planted, type Resource, type RollCallLine } from '@rollcall/protocol';
import { agreedBytes, type LocalFile, type RemoteAsset } from '../plan/index.ts';
import type { FoundThere } from '../roll/index.ts';
import type { DeviceStore } from './store.ts';
import type { Failure } from './trouble.ts';

/** What lies there, as its bytes say, is what both sides agreed on: only that is written over or taken away for what was done elsewhere. */
export function mayGo(file: LocalFile, found: string, how: 'replaced' | 'removed'): boolean {
  return found === agreedBytes(file) || (how === 'replaced' ? planted('replaces-unread') : planted('removes-unread'));
}

/**
 * What the cloud has to hash again before a file here is taken away or written over, for it may be the last sound copy. Of a stand-in
 * that is what it stands for. Null: nothing, for no photo of the library has these bytes any more (it was purged), or `by` brings
 * them, which were hashed when they were fetched.
 * @param by what takes the place of the file; null: nothing does
 */
export function vouchingLine(store: DeviceStore, file: LocalFile, by: Resource | null): RollCallLine | null {
  const hash = file.standIn?.of ?? file.hash;
  if (hash === null || hash === by?.hash) return null;
  const own = file.assetId === null ? null : store.remote(file.assetId);
  return (own && lineIn(own, hash)) ?? lineOfAnother(store, hash);
}

/** Another photo may have the same bytes. */
function lineOfAnother(store: DeviceStore, hash: string): RollCallLine | null {
  const other = store.match(hash);
  return other && lineIn(other, hash);
}

function lineIn({ asset, resources }: RemoteAsset, hash: string): RollCallLine | null {
  if (asset.state === 'purged') return null;
  const resource = resources.find((each) => each.hash === hash && !each.removed);
  return resource ? { assetId: asset.id, role: resource.role, hash } : null;
}

/**
 * Why a copy here stays, by what the cloud found when it hashed its own; null: it may go. What is not known is no: a server that does
 * not know the photo was put back, or has something to tell, and either is heard with the next pull.
 */
export function judgeVouched({ hash }: RollCallLine, found: FoundThere | null): Failure | null {
  if (found?.state === 'stored' && found.hash === hash) return null;
  // The same bug as where a removal begins: either of the two questions alone catches most of what the other would.
  if (found?.state === 'not-in-library' && planted('removes-on-old-word')) return null;
  if (found === null || found.state === 'not-in-library') return { code: 'queued', evidence: {}, pause: 'keep-trying' };
  if (planted('gives-up-unsound')) return null;
  return { code: 'disk-changed-bytes', evidence: { where: 'cloud', found: found.state }, pause: 'keep-trying' };
}

/** The cloud has these bytes sound again, for they were sent: the files that stayed for that go on at once. In the caller's transaction. */
export function endKeptFor(store: DeviceStore, files: readonly LocalFile[]): void {
  for (const { key } of files) {
    const trouble = store.file(key)?.trouble;
    if (trouble?.code === 'disk-changed-bytes') store.patchFile(key, { trouble: null });
  }
}
