import { join } from 'node:path';
import { calledLine, keptWith, unlike, type Called, type DeviceStore, type FoundThere, type LocalFile } from '@rollcall/core';
import { classOf, LIMITS, say, tellReason, type Reason, type Refusal } from '@rollcall/protocol';
import { hashFile } from '../folder/read.ts';
import type { Connection } from '../server/connection.ts';

/** An item that was called, and how many bytes of it answered. */
export interface CalledItem extends Called {
  readonly size: number;
}

interface Roll {
  readonly root: string;
  readonly store: DeviceStore;
  readonly signal?: AbortSignal;
}

/**
 * Proof 1: hashes one file again and matches it to an acknowledged resource. Null: it is left out, and is not called.
 * @param reason its primary reason; undefined: it is in sync
 */
export async function callItem({ root, store, signal }: Roll, file: LocalFile, reason: Reason | undefined): Promise<CalledItem | null> {
  const { path } = file;
  const sidecarOf = file.excluded === null ? null : keptWith(store, file);
  if ((file.excluded !== null && sidecarOf === null) || (reason && classOf(reason.code) === 'excluded')) return null;
  const silent = (where: 'here' | 'cloud', why: string, cure?: string): CalledItem => ({
    path,
    line: null,
    where,
    why,
    size: 0,
    ...(cure === undefined ? {} : { cure }),
  });
  if (reason || file.missingSince !== null) {
    const told = reason ? tellReason(reason) : null;
    return silent(
      reason && file.missingSince === null && file.baseHash === null ? 'cloud' : 'here',
      told?.words ?? say('missing here'),
      told?.cure,
    );
  }
  const remote = file.assetId === null ? sidecarOf : store.remote(file.assetId);
  const agreed = file.hash === null ? null : calledLine(file, remote, file.hash);
  let found: Awaited<ReturnType<typeof hashFile>>;
  try {
    found = await hashFile(join(root, path), signal);
  } catch (error) {
    signal?.throwIfAborted();
    return silent('here', say('cannot be read: {message}', { message: (error as Error).message }));
  }
  const untouched = found.stampBefore === file.stamp && found.stampAfter === file.stamp;
  if (agreed !== null && found.hash !== file.hash && untouched) {
    // The next sync, or the one that runs, mends it.
    store.patchFile(file.key, { hashedAt: null, ...unlike(store, file, found.hash) });
    return silent('here', tellReason({ code: 'disk-changed-bytes', since: Date.now(), evidence: {} }).words);
  }
  const called = calledLine(file, remote, found.hash);
  return called === null ? silent('cloud', say('its bytes are not those that the cloud has')) : { path, why: '', ...called };
}

/**
 * Proof 2: the server hashes the stored bytes of the same resources, now. For each item that answered, in order; null: the cloud
 * did not say, and `refused` hears why. Rejects when the server cannot be reached.
 */
export async function callStored(
  connection: Connection,
  items: readonly Called[],
  refused: (refusal: Refusal, items: readonly Called[]) => void,
): Promise<(FoundThere | null)[]> {
  const answered = items.filter(({ line }) => line !== null);
  const found: (FoundThere | null)[] = [];
  for (let at = 0; at < answered.length; at += LIMITS.rollCallLines) {
    const part = answered.slice(at, at + LIMITS.rollCallLines);
    const answer = await connection.call('rollCall', { body: { lines: part.flatMap(({ line }) => line ?? []) } });
    if (!answer.ok) refused(answer.refusal, part);
    for (const index of part.keys()) found.push(answer.ok ? (answer.value.found[index] ?? null) : null);
  }
  return found;
}
