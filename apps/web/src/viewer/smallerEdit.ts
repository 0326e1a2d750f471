import { fewerPixels, type HistoryEntry } from '@rollcall/core';
import { EDITED, pixelWords, type Asset, type Resource } from '@rollcall/protocol';

/**
 * That the edit which a photo shows has a lower resolution than its original, and where it was made; null: it has not, it is none, or
 * nobody knows.
 * @param history of the photo, the newest first
 */
export function smallerEditWords(
  { rendering, width, height }: Pick<Asset, 'rendering' | 'width' | 'height'>,
  resources: readonly Resource[],
  history: readonly HistoryEntry[],
): string | null {
  const shown = resources.find(({ id }) => id === rendering);
  const fewer = fewerPixels({ width, height }, shown?.pixels);
  if (fewer === null) return null;
  const made = history.find(
    ({ what, new: after }) => what === 'asset.edit' && EDITED.shape.new.safeParse(after).data?.version === rendering,
  );
  const where = made?.device == null ? '' : ` It was made ${made.deviceKind === 'browser' ? 'in' : 'on'} ${made.device}.`;
  return `The edit that is shown has a lower resolution than its original: ${pixelWords(fewer.pixels)} of ${pixelWords(fewer.of)} pixels.${where} The original is kept.`;
}
