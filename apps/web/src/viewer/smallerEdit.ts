import { fewerPixels, type HistoryEntry } from '@rollcall/core';
import { EDITED, pixelWords, say, type Asset, type Resource } from '@rollcall/protocol';

/**
 * That the edit which a photo shows has a lower resolution than its original, and where it was made; null: it has not, it is none, or
 * nobody knows.
 * @param history of the photo, the newest first
 */
export function smallerEditWords(
  { rendering, width, height }: Pick<Asset, 'rendering' | 'width' | 'height'>,
  resources: readonly Resource[],
  history: readonly HistoryEntry[],
  /** The edit was made here, of all the pixels that there are. */
  madeHere = false,
): string | null {
  const shown = resources.find(({ id }) => id === rendering);
  const fewer = fewerPixels({ width, height }, shown?.pixels);
  if (fewer === null) return null;
  const about = { pixels: pixelWords(fewer.pixels), of: pixelWords(fewer.of) };
  if (madeHere) return say('The edit that is shown keeps {pixels} of {of} pixels. The original is kept whole.', about);
  const made = history.find(
    ({ what, new: after }) => what === 'asset.edit' && EDITED.shape.new.safeParse(after).data?.version === rendering,
  );
  if (made?.device == null)
    return say('The edit that is shown has a lower resolution than its original: {pixels} of {of} pixels. The original is kept.', about);
  const where = { ...about, device: made.device };
  return made.deviceKind === 'browser'
    ? say(
        'The edit that is shown has a lower resolution than its original: {pixels} of {of} pixels. It was made in {device}. The original is kept.',
        where,
      )
    : say(
        'The edit that is shown has a lower resolution than its original: {pixels} of {of} pixels. It was made on {device}. The original is kept.',
        where,
      );
}
