import { shownResource, type LocalFile } from '../plan/index.ts';
import type { DeviceStore } from './store.ts';

/** An edit with fewer pixels than this part of the original's is told as smaller: a crop may be one, and so may what was made of a compressed version. */
const MUCH = 0.9;

/** That the edit which a file shows has fewer pixels than the original, in words; null: it is no edit, it has not, or nobody knows. */
export function smallerVersion(store: DeviceStore, { assetId, hash, fields, standIn }: LocalFile): string | null {
  const remote = assetId === null ? null : store.remote(assetId);
  if (remote === null || hash === null || standIn != null || fields === null) return null;
  const shown = shownResource(remote);
  if (shown?.hash !== hash || shown.role !== 'edited') return null;
  const { width, height } = remote.asset;
  if (width === null || height === null || fields.width === null || fields.height === null) return null;
  if (fields.width * fields.height >= width * height * MUCH) return null;
  return `This edit has ${fields.width} × ${fields.height} pixels, and the original in the cloud ${width} × ${height}. Reverted, it shows the original again.`;
}
