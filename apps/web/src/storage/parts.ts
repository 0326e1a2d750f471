import { UNLIMITED, type StorageParts } from '@rollcall/protocol';

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
    stretch('photos', 'Photos', photos.bytes, photos.files),
    stretch('videos', 'Videos', videos.bytes, videos.files),
    stretch('versions', 'Edits and versions', versions.bytes, versions.files),
    stretch('deleted', 'Recently Deleted', deleted.bytes, deleted.files),
    stretch('reserved', 'Set aside for what is on its way', reserved, null),
    ...(limited ? [stretch('free', 'Free', free, null)] : []),
  ];
}
