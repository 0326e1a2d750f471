import { join } from 'node:path';
import {
  judgeChange,
  letOverwrittenGo,
  offerChange,
  offerNew,
  offerSidecar,
  prefixOf,
  sidecarMime,
  type Action,
  type LocalFile,
} from '@rollcall/core';
import { hashPrefix } from '../folder/read.ts';
import { troubleRead } from '../work/read-trouble.ts';
import { sleep, type Work } from '../work/work.ts';
import { sendBytes } from './send.ts';

/** Looked at again after this, while files are read that may tell more. */
const READING_MS = 200;

/** A photo that the cloud does not have: its bytes first, then the asset. */
export async function sendNew(work: Work, file: LocalFile): Promise<void> {
  const { hash, kind } = file;
  if (hash === null || kind === null) return;
  if (!(await sendBytes(work, file, hash))) return;
  await work.settlement.settle(() => offerNew(work.store, file, work.mintId(), work.now()));
}

/** A file that holds data of a photo, which are to be kept with it. */
export async function sendSidecar(work: Work, file: LocalFile, { assetId, role }: Extract<Action, { do: 'send-sidecar' }>): Promise<void> {
  if (file.hash === null || !(await sendBytes(work, { ...file, mime: sidecarMime(file.path) }, file.hash))) return;
  await work.settlement.settle(() => offerSidecar(work.store, file, assetId, role, work.now()));
}

/** A file whose bytes are no longer those that were agreed on: an edit, the rest of a copy, or another photo under an old name. */
export async function sendChange(work: Work, file: LocalFile, assetId: string): Promise<void> {
  const { store } = work;
  const length = prefixOf(store, file, assetId);
  let prefix: string | null = null;
  try {
    if (length !== null) prefix = await hashPrefix(join(work.root, file.path), length);
  } catch (error) {
    return troubleRead(work, file, error);
  }
  const changed = judgeChange(store, file, assetId, prefix, work.now());
  switch (changed.is) {
    case 'nothing':
      return;
    case 'unclear':
      return sleep(READING_MS, work.signal);
    case 'another-photo':
      work.touch(await work.settlement.settle(() => letOverwrittenGo(store, file, assetId, work.now())));
      return;
    case 'edit':
    case 'completed-copy':
      if (!(await sendBytes(work, file, changed.hash))) return;
      await work.settlement.settle(() => offerChange(store, file, assetId, changed, work.now()));
      return;
    default:
      changed satisfies never;
  }
}
