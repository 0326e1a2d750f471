import { planted } from '@rollcall/protocol';
import type { AssetFields, CapturedSource } from '@rollcall/protocol';
import { sameMoment } from './same-moment.ts';

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
 * IMG_0001 again has written another photo, and the old one must stay. What one of the two dates says more finely was
 * completed since, or is read by a version that reads more.
 */
export function judgeOverwrite(facts: OverwriteFacts): Overwrite {
  if (facts.oldIsPrefix && facts.sinceAgreed <= UNFINISHED_COPY_MS) return 'completed-copy';
  const { old, now } = facts;
  const dated = known.has(old.capturedSource) && known.has(now.capturedSource);
  const same = sameCamera(facts) && (sameMoment(old.capturedAt, now.capturedAt) || isFromBeside(facts));
  return (dated && same) || planted('overwrite-is-edit') ? 'edit' : 'another-photo';
}

function sameCamera({ old: { camera: one }, now: { camera: other } }: OverwriteFacts): boolean {
  return one?.model != null && one.make === other?.make && one.model === other.model;
}

/**
 * The photo's date came from a file beside it, which corrects what the photo itself says: it tells nothing of these bytes, and the camera
 * alone decides, where both name its maker, too.
 */
function isFromBeside({ old, now }: OverwriteFacts): boolean {
  return old.capturedSource === 'xmp' && now.capturedSource !== 'xmp' && old.camera?.make != null;
}
