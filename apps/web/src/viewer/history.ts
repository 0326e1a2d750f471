export interface HistoryEntry {
  readonly what: string;
  readonly old: unknown;
  readonly new: unknown;
}

const FIELD_NAMES: Readonly<Record<string, string>> = {
  fileName: 'Name',
  capturedAt: 'Date',
  place: 'Place',
  title: 'Title',
  caption: 'Caption',
  rating: 'Rating',
  keywords: 'Keywords',
  camera: 'Camera',
  exposure: 'Exposure',
};

/** One entry of an asset's history in a person's words. An event that this version does not know is told by its own name. */
export function tellEvent(entry: HistoryEntry): string {
  switch (entry.what) {
    case 'asset.create':
      return 'Added';
    case 'asset.trash':
      return 'Moved to Recently Deleted';
    case 'asset.restore':
      return 'Restored';
    case 'asset.purge':
      return isExpiry(entry.new) ? 'Deleted for good after 30 days in Recently Deleted' : 'Deleted for good';
    case 'purge.undone':
      return 'Brought back by the owner of the server';
    case 'asset.edit':
      return 'Edited';
    case 'asset.revert':
      return 'Reverted to the original';
    case 'asset.join':
      return 'Joined with its other half';
    case 'asset.split':
      return 'A part of it became a photo of its own';
    case 'split-off':
      return 'Split off from the photo that it was a part of';
    case 'resource.attach':
      return 'A file was added to it';
    case 'resource.complete':
      return 'The rest of its file arrived';
    case 'duplicate':
      return 'The same photo came again, and is kept once';
    case 'described':
      return 'Date, place and camera were read from the file';
    case 'album.add':
      return 'Added to an album';
    case 'album.move':
      return 'Moved within an album';
    case 'album.remove':
      return 'Taken out of an album';
    case 'asset.set':
      return tellSet(entry.new);
    default:
      return entry.what;
  }
}

function isExpiry(after: unknown): boolean {
  return typeof after === 'object' && after !== null && 'by' in after && after.by === 'expiry';
}

function tellSet(fields: unknown): string {
  if (typeof fields !== 'object' || fields === null) return 'Changed';
  const set = fields as Readonly<Record<string, unknown>>;
  if (set['favourite'] === true) return 'Made a favourite';
  if (set['favourite'] === false && Object.keys(set).length === 1) return 'Removed from favourites';
  const names = Object.keys(set).flatMap((key) => FIELD_NAMES[key] ?? []);
  return names.length === 0 ? 'Changed' : `${names.join(', ')} changed`;
}
