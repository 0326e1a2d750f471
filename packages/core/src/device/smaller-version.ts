import { isSmaller, shownResource, type LocalFile } from '../plan/index.ts';
import type { DeviceStore } from './store.ts';

/** That the edit which a file shows has fewer pixels than the original, in words; null: it is no edit, it has not, or nobody knows. */
export function smallerVersion(store: DeviceStore, { assetId, hash, fields, standIn }: LocalFile): string | null {
  const remote = assetId === null ? null : store.remote(assetId);
  if (remote === null || hash === null || standIn != null || fields === null) return null;
  const shown = shownResource(remote);
  if (shown?.hash !== hash || shown.role !== 'edited') return null;
  const { width, height } = remote.asset;
  if (!isSmaller(fields, remote.asset)) return null;
  return `This edit has ${fields.width} × ${fields.height} pixels, and the original in the cloud ${width} × ${height}. Reverted, it shows the original again.`;
}
