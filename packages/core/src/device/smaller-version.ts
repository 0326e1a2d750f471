import { pixelWords, say, type Pixels } from '@rollcall/protocol';
import { fewerPixels } from '../library/index.ts';
import { shownResource, type LocalFile } from '../plan/index.ts';
import type { DeviceStore } from './store.ts';

/** What a file told of itself; undefined: nothing. */
export function pixelsOf({ fields }: LocalFile): Pixels | undefined {
  return fields?.width == null || fields.height === null ? undefined : { width: fields.width, height: fields.height };
}

/** That the edit which a file shows has fewer pixels than the original, in words; null: it is no edit, it has not, or nobody knows. */
export function smallerVersion(store: DeviceStore, file: LocalFile): string | null {
  const { assetId, hash, standIn } = file;
  const remote = assetId === null ? null : store.remote(assetId);
  if (remote === null || hash === null || standIn != null) return null;
  const shown = shownResource(remote);
  if (shown?.hash !== hash || shown.role !== 'edited') return null;
  const fewer = fewerPixels(remote.asset, pixelsOf(file) ?? shown.pixels);
  if (fewer === null) return null;
  return say('This edit has {pixels} pixels, and the original in the cloud {of}. Reverted, it shows the original again.', {
    pixels: pixelWords(fewer.pixels),
    of: pixelWords(fewer.of),
  });
}
