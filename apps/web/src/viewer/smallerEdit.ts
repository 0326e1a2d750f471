import { isSmaller, type HistoryEntry } from '@rollcall/core';
import { EDITED, type Asset, type Rendition } from '@rollcall/protocol';

/**
 * That the edit which a photo shows has a lower resolution than its original, and where it was made; null: it has not, it is none, or
 * nobody knows.
 * @param history of the photo, the newest first
 */
export function smallerEditWords(
  { rendering, width, height }: Pick<Asset, 'rendering' | 'width' | 'height'>,
  rendition: Rendition | undefined,
  history: readonly HistoryEntry[],
): string | null {
  const pixels = rendition?.of === rendering ? rendition?.pixels : undefined;
  if (rendering === null || pixels === undefined || !isSmaller(pixels, { width, height })) return null;
  const made = history.find(
    ({ what, new: after }) => what === 'asset.edit' && EDITED.shape.new.safeParse(after).data?.version === rendering,
  );
  const where = made?.device == null ? '' : ` It was made ${made.deviceKind === 'browser' ? 'in' : 'on'} ${made.device}.`;
  return `The edit that is shown has a lower resolution than its original: ${pixels.width} × ${pixels.height} of ${width} × ${height} pixels.${where} The original is kept.`;
}
