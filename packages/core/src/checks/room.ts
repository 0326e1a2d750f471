import type { Evidence, ReasonCode } from '@rollcall/protocol';

/** What can be freed in a full cloud, and whose plan it is. */
export interface Room {
  /** Photos in Recently Deleted, and their bytes where these are known. */
  readonly trashed: number;
  readonly trashedBytes?: number;
  readonly email: string;
}

/** A full cloud is told with what could be freed, and whose plan it is. `room` is asked only where the cloud is full. */
export function withRoom<T extends { readonly code: ReasonCode; readonly evidence?: Evidence | undefined }>(
  reasons: readonly T[],
  room: () => Room,
): T[] {
  if (!reasons.some(({ code }) => code === 'quota-full')) return [...reasons];
  const known = room();
  return reasons.map((reason) => (reason.code === 'quota-full' ? { ...reason, evidence: { ...reason.evidence, ...known } } : reason));
}
