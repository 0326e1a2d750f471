import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Came, Unit } from '@rollcall/core';
import { readStandIn } from '@rollcall/media';
import { BYTES, type Evidence, type ReasonCode, type Resource } from '@rollcall/protocol';
import { downloadView } from '@rollcall/transfer';
import { partFile } from '../folder/place.ts';
import { sleep, type Work } from '../work/work.ts';
import { removeOwn } from '../work/write-trouble.ts';

/** The compressed version of a part of a photo, whole and on disk: where it lies, and what it stands for. */
export interface Compressed {
  readonly part: string;
  readonly as: NonNullable<Came>;
  /** Bytes. */
  readonly size: number;
}

/** `none`: the server makes none of it, and the original serves. Otherwise it did not come, and why. */
export type NotCompressed =
  | { readonly is: 'none' }
  | { readonly is: 'stopped' }
  | { readonly is: 'failed'; readonly code: ReasonCode; readonly evidence: Evidence; readonly stop: boolean };

/** Bytes; a compressed version has a few hundred thousand. */
const LARGEST = 32 * 1024 * 1024;

/**
 * Has the server make the compressed version, and brings it here.
 * @param unit what wants it
 * @param room takes room for so many bytes before they are written; throws where there is none
 */
export async function fetchCompressed(
  work: Work,
  resource: Resource,
  unit: Unit,
  signal: AbortSignal,
  room: (size: number) => Promise<void> = () => Promise.resolve(),
): Promise<Compressed | NotCompressed> {
  const { store } = work;
  const { assetId, id, hash: of } = resource;
  const result = await downloadView({
    transport: work.connection.transport as never,
    path: `${BYTES.view(assetId, 'compressed')}?v=${id}`,
    most: LARGEST,
    pace: { wait: (ms) => sleep(ms, signal), random: () => work.random() },
    signal,
  });
  if (!result.ok) {
    if (result.code === 'none') return { is: 'none' };
    if (result.code === 'stopped' || work.failed(result)) return { is: 'stopped' };
    return { is: 'failed', code: result.code, evidence: result.evidence, stop: result.next === 'stop' };
  }
  const { bytes } = result;
  work.moved(bytes.length, 'down');
  const read = async (offset: number, length: number): Promise<Uint8Array> => bytes.subarray(offset, offset + length);
  const mark = await readStandIn({ size: bytes.length, read });
  const whose = mark?.assetId == null ? null : store.resolve(mark.assetId);
  if (mark?.intact !== true || mark.of !== of || whose !== store.resolve(assetId))
    return { is: 'failed', code: 'digest-mismatch', evidence: {}, stop: false };
  const hash = createHash('sha256').update(bytes).digest('hex');
  await room(bytes.length);
  const part = partFile(work.root, `${of}-${unit.replace(':', '-')}`);
  try {
    const file = await open(part, 'w');
    try {
      await file.writeFile(bytes);
      await file.datasync();
    } finally {
      await file.close();
    }
  } catch (error) {
    // Half of it would take the last room from whatever comes next.
    removeOwn(part);
    throw error;
  }
  return { part, as: { standIn: { assetId: mark.assetId, of }, hash }, size: bytes.length };
}
