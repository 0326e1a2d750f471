import { PREVIEW, THUMBNAIL } from '@rollcall/media/rendition-sizes';
import type { RenditionSize, ViewKind } from '@rollcall/protocol';
import { join } from 'node:path';

export const RENDITION_FOLDER = 'renditions';

export function shapeOf(size: RenditionSize): { readonly longSide: number; readonly mime: string; readonly ending: string } {
  switch (size) {
    case 'thumbnail':
      return THUMBNAIL;
    case 'preview':
      return PREVIEW;
    default:
      return size satisfies never;
  }
}

const VIEW_SHAPES: Record<ViewKind, { readonly mime: string; readonly ending: string }> = {
  full: { mime: 'image/jpeg', ending: 'jpg' },
  stream: { mime: 'video/mp4', ending: 'mp4' },
  loop: { mime: 'video/mp4', ending: 'mp4' },
  motion: { mime: 'video/mp4', ending: 'mp4' },
  compressed: { mime: 'image/jpeg', ending: 'jpg' },
};

export function viewMime(kind: ViewKind): string {
  return VIEW_SHAPES[kind].mime;
}

/** Where a view lies, named as a rendition is. */
export function viewFile(dataDir: string, resourceId: string, kind: ViewKind): string {
  return join(
    dataDir,
    RENDITION_FOLDER,
    resourceId.slice(0, 2),
    resourceId.slice(2, 4),
    `${resourceId}-${kind}.${VIEW_SHAPES[kind].ending}`,
  );
}

/** While it is written; the next one that is made there writes over it. */
export function unfinishedView(file: string): string {
  return `${file}.unfinished`;
}

/** The film out of a motion photo, while a view is made of it. */
export function filmForView(file: string): string {
  return `${file}.film`;
}

/**
 * Where a rendition lies. It is named by the resource it was made from (whose id holds the asset, the role and the bytes), so
 * that a file never changes under its name: an edit makes others, and going back to the original finds the first again.
 */
export function renditionFile(dataDir: string, resourceId: string, size: RenditionSize): string {
  return join(dataDir, RENDITION_FOLDER, resourceId.slice(0, 2), resourceId.slice(2, 4), `${resourceId}-${size}.${shapeOf(size).ending}`);
}
