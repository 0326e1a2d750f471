import { BYTES } from '@rollcall/protocol';
import { isClosed } from '../library/hidden.ts';
import type { Item } from '../library/item.ts';

// The address changes with what the picture is of, so that a browser may keep it for ever.
const version = (of: string): string => `?v=${of}`;

/** Null while there is none, where none can be made, or where it is not to be seen now. */
export function thumbnailUrl(item: Item): string | null {
  return item.picture.state === 'ready' && !isClosed(item) ? BYTES.rendition(item.id, 'thumbnail') + version(item.picture.of) : null;
}

export function previewUrl(item: Item): string | null {
  return item.picture.state === 'ready' && !isClosed(item) ? BYTES.rendition(item.id, 'preview') + version(item.picture.of) : null;
}
