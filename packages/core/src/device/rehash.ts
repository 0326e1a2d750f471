import type { Evidence, ReasonCode } from '@rollcall/protocol';
import { partOf, type LocalFile } from '../plan/index.ts';
import type { DeviceStore } from './store.ts';

/** What a file's bytes hash to now, with what it looked like before and after. */
export interface Rehashed {
  readonly hash: string;
  readonly stampBefore: string;
  readonly stampAfter: string;
}

/** A file was read again, though nobody touched it. */
export function noteRehashed(store: DeviceStore, file: LocalFile, found: Rehashed, now: number): void {
  const current = store.file(file.key);
  if (current === null || current.hash !== file.hash || current.stamp !== file.stamp) return;
  // Whoever looks at the folder next finds it changed; this is only about what nobody changed.
  const touched = found.stampBefore !== file.stamp || found.stampAfter !== file.stamp;
  if (touched || found.hash === file.hash) store.patchFile(file.key, { hashedAt: now, rotted: null });
  else store.patchFile(file.key, { hashedAt: now, ...unlike(store, file, found.hash) });
}

/** A file could not be read again. One that cannot be read says so (a look at the folder clears that when it changes); null: it is gone. */
export function noteUnreadable(
  store: DeviceStore,
  file: LocalFile,
  found: { readonly code: ReasonCode; readonly evidence: Evidence } | null,
  now: number,
): void {
  if (store.file(file.key) === null) return;
  const trouble = found && { ...found, evidence: { ...found.evidence, path: file.path }, tries: 1, nextTry: null, since: now };
  store.patchFile(file.key, { hashedAt: now, ...(trouble ? { trouble } : {}) });
}

/**
 * What becomes of bytes that nobody wrote: those that are safe in the cloud come back, and what was found is kept as a version.
 * Bytes that were never agreed on have no others: they are taken as they are. So are those of a part of a pair: they are no version of
 * what the pair shows, and under its name they are another photo, beside which the part is placed again.
 */
export function unlike(store: DeviceStore, file: LocalFile, found: string): { rotted: string } | { hash: null } {
  const remote = file.assetId === null ? null : store.remote(file.assetId);
  const isShown = remote === null || partOf(file, remote) === 'shown';
  return file.assetId !== null && file.baseHash === file.hash && isShown ? { rotted: found } : { hash: null };
}
