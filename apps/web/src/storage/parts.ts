import { say, sayMany, UNLIMITED, type StorageParts } from '@rollcall/protocol';

/** One stretch of the bar, and one line of the table beside it. */
export interface Stretch {
  readonly name: string;
  readonly kind: 'photos' | 'videos' | 'versions' | 'deleted' | 'reserved' | 'free';
  readonly bytes: number;
  /** Null: not counted. */
  readonly files: number | null;
  /** Of a hundred of the whole bar. */
  readonly width: number;
}

/** What the bar shows, in its order. Without a limit nothing is called free, and the bar is what is there. */
export function stretchesOf({ photos, videos, versions, deleted, used, reserved, quota }: StorageParts): Stretch[] {
  const limited = quota < UNLIMITED;
  const free = limited ? Math.max(0, quota - used - reserved) : 0;
  const whole = Math.max(1, used + reserved + free);
  const stretch = (kind: Stretch['kind'], name: string, bytes: number, files: number | null): Stretch => ({
    kind,
    name,
    bytes,
    files,
    width: (bytes / whole) * 100,
  });
  return [
    stretch('photos', say('Photos'), photos.bytes, photos.files),
    stretch('videos', say('Videos'), videos.bytes, videos.files),
    stretch('versions', say('Edits and versions'), versions.bytes, versions.files),
    stretch('deleted', say('Recently Deleted'), deleted.bytes, deleted.files),
    stretch('reserved', say('Set aside for what is on its way'), reserved, null),
    ...(limited ? [stretch('free', say('Free'), free, null)] : []),
  ];
}

/** What the server does by itself for devices that keep no originals; null: nothing. */
export function aheadWords({ ahead = 0 }: Pick<StorageParts, 'ahead'>): string | null {
  if (ahead === 0) return null;
  return sayMany(
    ahead,
    'A device of yours optimises its storage. So that its originals can make room without a wait, compressed versions are being made ahead of {count} photo more. They do not count.',
    'A device of yours optimises its storage. So that its originals can make room without a wait, compressed versions are being made ahead of {count} photos more. They do not count.',
  );
}
