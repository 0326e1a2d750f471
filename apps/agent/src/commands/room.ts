import type { Evidence, ReasonCode } from '@rollcall/protocol';
import type { Device } from '../device.ts';
import { bytesOf, trashed } from './trash.ts';

/** A full cloud says what could be freed, and whose plan it is: `trashed` and `trashedBytes` of what is in Recently Deleted, `email`. */
export function withRoom<T extends { readonly code: ReasonCode; readonly evidence?: Evidence | undefined }>(
  device: Device,
  reasons: readonly T[],
): T[] {
  if (!reasons.some(({ code }) => code === 'quota-full')) return [...reasons];
  const all = trashed(device);
  const room = {
    trashed: all.length,
    trashedBytes: all.reduce((sum, remote) => sum + bytesOf(remote), 0),
    email: device.identity.email,
  };
  return reasons.map((reason) => (reason.code === 'quota-full' ? { ...reason, evidence: { ...reason.evidence, ...room } } : reason));
}
