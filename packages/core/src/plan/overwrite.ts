import { planted } from '@rollcall/protocol';
import type { AssetFields, CapturedSource } from '@rollcall/protocol';

/** What a file whose bytes changed in place turned out to be. */
export type Overwrite = 'completed-copy' | 'edit' | 'another-photo';

/** How long after the first part was agreed a longer file still counts as the same copy going on. */
export const UNFINISHED_COPY_MS = 3_600_000;

export interface OverwriteFacts {
  /** The old bytes are the beginning of the new ones. */
  readonly oldIsPrefix: boolean;
  /** Milliseconds since the old bytes were agreed. */
  readonly sinceAgreed: number;
  readonly old: Pick<AssetFields, 'capturedAt' | 'capturedSource' | 'camera'>;
  readonly now: Pick<AssetFields, 'capturedAt' | 'capturedSource' | 'camera'>;
}

const known: ReadonlySet<CapturedSource> = new Set(['exif', 'xmp', 'gps', 'quicktime', 'container']);

/**
 * An overwrite is an edit only if capture time and camera exist and match; a camera that counts from
 * IMG_0001 again has written another photo, and the old one must stay.
 */
export function judgeOverwrite(facts: OverwriteFacts): Overwrite {
  if (facts.oldIsPrefix && facts.sinceAgreed <= UNFINISHED_COPY_MS) return 'completed-copy';
  const { old, now } = facts;
  const dated = known.has(old.capturedSource) && known.has(now.capturedSource);
  const cameras = old.camera?.model != null && now.camera?.model != null;
  const same = old.capturedAt === now.capturedAt && old.camera?.make === now.camera?.make && old.camera?.model === now.camera?.model;
  return (dated && cameras && same) || planted('overwrite-is-edit') ? 'edit' : 'another-photo';
}
