import { findMark, NO_DIGEST, type FoundMark } from '@rollcall/media/stand-in-mark';
import { say } from '@rollcall/protocol';
import { resolve, type Replica } from '../library/replica.ts';
import type { FileState } from './state.ts';

export interface StandInNeeds {
  /** SHA-256 in hex. */
  readonly hash: (bytes: Blob) => Promise<string>;
  /** The library as it is now. */
  readonly replica: () => Promise<Replica>;
}

/**
 * What becomes of a compressed version that somebody wants to add: it is no photo of its own, and its original is in the library, or should be.
 * Null: it is none, or was changed since by somebody who made a photo of their own of it. Rejects when it cannot be read.
 */
export async function judgeStandIn(file: Blob, needs: StandInNeeds): Promise<FileState | null> {
  const mark = await findMark({
    size: file.size,
    read: async (offset, length) => new Uint8Array(await file.slice(offset, offset + length).arrayBuffer()),
  });
  if (mark === null || !(await isIntact(file, mark, needs.hash))) return null;
  const name = mark.fileName ?? say('a photo');
  const replica = await needs.replica();
  const assetId = resolve(replica, mark.assetId ?? '');
  const asset = replica.assets.get(assetId)?.asset;
  const has = [...(replica.resources.get(assetId)?.values() ?? [])].some(({ hash, removed }) => hash === mark.of && !removed);
  if (asset?.state === 'live' && has)
    return {
      state: 'stand-in',
      assetId,
      words: say('Already in your library: it is a compressed version of “{name}”, which is there in full', { name }),
    };
  const words =
    asset?.state === 'trashed' && has
      ? say('Left out: a compressed version of “{name}”, which is in Recently Deleted', { name })
      : say(
          'Left out: a compressed version of “{name}”, which is not in this library. Add the original; where there is none any more, save this file anew with a photo program, and add that',
          { name },
        );
  return { state: 'stand-in', assetId: null, words };
}

/** By its digest, of the whole file with zeros in the digest's own place. */
async function isIntact(file: Blob, { digest, digestAt, assetId, of }: FoundMark, hash: StandInNeeds['hash']): Promise<boolean> {
  if (digest === null || digestAt === null || assetId === null || of === null) return false;
  const blank = new Blob([file.slice(0, digestAt), NO_DIGEST, file.slice(digestAt + NO_DIGEST.length)]);
  return (await hash(blank)) === digest;
}
