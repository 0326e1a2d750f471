import type { LocalFile } from '@rollcall/core';
import { resourceId } from '@rollcall/protocol';
import type { Work } from '../work/work.ts';
import { sendBytes } from './send.ts';

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
export function mendedBefore(store: Work['store'], assetId: string): Mended | null {
  const text = store.note(noteOf(assetId));
  return text === null ? null : (JSON.parse(text) as Mended);
}

/**
 * The disk gave other bytes than were written. They are kept as a version that is not shown, for they may be all that somebody
 * wants of them; then the good ones are fetched over them, by the planner, as after any edit made elsewhere.
 */
export async function mend(work: Work, file: LocalFile, assetId: string, found: string): Promise<void> {
  const { store } = work;
  const written = file.hash;
  if (written === null || !(await sendBytes(work, file, found))) return;
  await work.settlement.settle(() => {
    const now = store.file(file.key);
    if (now === null || now.hash !== written || now.rotted !== found) return;
    // It expects to be shown already, which it is not: so it is kept, and what is shown stays.
    const expect = resourceId(assetId, 'edited', found);
    const rendering = { role: 'edited', hash: found, size: now.size, mime: now.mime, fileName: null, modifiedAt: Math.round(now.mtimeMs) };
    store.queue({ name: 'asset.edit', args: { assetId, rendering }, expect }, found, work.now());
    store.patchFile(file.key, { hash: found, baseHash: found });
    store.setNote(noteOf(assetId), JSON.stringify({ at: work.now(), found, written } satisfies Mended));
  });
}
