/** What photos may take of a device's disk while its storage is optimised: so many bytes, all but a part of the disk that stays free, or all. */
export type DiskBudget =
  | { readonly of: 'folder'; readonly bytes: number }
  | { readonly of: 'free'; readonly percent: number }
  | { readonly of: 'nothing' };

/** What lies in the folder, and the disk that it lies on. Bytes. */
export interface SpaceHere {
  readonly folder: number;
  /** Null: the file system does not tell. */
  readonly disk: { readonly size: number; readonly free: number } | null;
}

/** Bytes that have to go for the budget to hold, and bytes that may still come. */
export interface RoomHere {
  readonly over: number;
  /** Infinite where nothing is known to bound it. */
  readonly free: number;
  /** What ends first. */
  readonly by: 'budget' | 'disk';
  /** Bytes that photos may take in all, as far as they are bounded; null: they are not, or nobody knows. */
  readonly most: number | null;
}

/**
 * How much may still come to this device, and how much has to go.
 * @param budget null: originals are kept, and the disk alone bounds them
 */
export function roomHere(budget: DiskBudget | null, { folder, disk }: SpaceHere): RoomHere {
  const onDisk = disk?.free ?? Number.POSITIVE_INFINITY;
  const most = budget === null ? null : mostOf(budget, folder, disk);
  if (most === null) return { over: 0, free: onDisk, by: 'disk', most };
  const left = most - folder;
  return { over: Math.max(0, -left), free: Math.max(0, Math.min(left, onDisk)), by: left <= onDisk ? 'budget' : 'disk', most };
}

function mostOf(budget: DiskBudget, folder: number, disk: SpaceHere['disk']): number | null {
  switch (budget.of) {
    case 'folder':
      return budget.bytes;
    case 'free':
      return disk === null ? null : folder + disk.free - Math.ceil((disk.size * budget.percent) / 100);
    case 'nothing':
      return null;
    default:
      return budget satisfies never;
  }
}

/** Of what may be here: room that stays when pinned photos come back in full, so that nothing goes to and fro. */
const SLACK = 0.1;

/** Bytes that photos to be kept in full may take now, with something to spare. */
export function roomForPinned({ over, free, most }: RoomHere): number {
  if (over > 0) return 0;
  return most === null ? free : Math.max(0, free - most * SLACK);
}
