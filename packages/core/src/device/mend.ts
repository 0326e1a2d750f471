import { resourceId } from '@rollcall/protocol';
import type { LocalFile } from '../plan/index.ts';
import type { DeviceStore } from './store.ts';

/** What the disk did to a photo, kept for whoever asks. */
export interface Mended {
  readonly at: number;
  /** SHA-256 of what the disk gave. */
  readonly found: string;
  /** SHA-256 of what had been written. */
  readonly written: string;
}

const noteOf = (assetId: string): string => `mended:${assetId}`;

/** Null: its bytes were always those that were written. */
export function mendedBefore(store: DeviceStore, assetId: string): Mended | null {
  const text = store.note(noteOf(assetId));
  return text === null ? null : (JSON.parse(text) as Mended);
}

/**
 * The disk gave other bytes than were written, and the cloud has both by now. Those that were found are kept as a version that is
 * not shown, for they may be all that somebody wants of them; then the good ones are fetched over them, by the planner, as after any
 * edit made elsewhere.
 */
export function noteMended(store: DeviceStore, file: LocalFile, assetId: string, found: string, now: number): void {
  const written = file.hash;
  const current = store.file(file.key);
  if (written === null || current === null || current.hash !== written || current.rotted !== found) return;
  // It expects to be shown already, which it is not: so it is kept, and what is shown stays.
  const expect = resourceId(assetId, 'edited', found);
  const rendering = {
    role: 'edited',
    hash: found,
    size: current.size,
    mime: current.mime,
    fileName: null,
    modifiedAt: Math.round(current.mtimeMs),
  };
  store.queue({ name: 'asset.edit', args: { assetId, rendering }, expect }, found, now);
  store.patchFile(file.key, { hash: found, baseHash: found });
  store.setNote(noteOf(assetId), JSON.stringify({ at: now, found, written } satisfies Mended));
}

/** Files here that may have bytes that the cloud has lost: those of the photos concerned, and any other that has these very bytes. */
export function mayHave(store: DeviceStore, hash: string, assetIds: readonly string[]): LocalFile[] {
  const keys = new Set([...assetIds.flatMap((id) => store.filesOf(store.resolve(id))), ...store.sidecarsWith(hash)].map(({ key }) => key));
  const twin = store.twin(hash, 0);
  if (twin) keys.add(twin.key);
  return [...keys].flatMap((key) => store.file(key) ?? []).filter((file) => file.missingSince === null);
}
