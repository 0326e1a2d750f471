import { isCompanion } from '@rollcall/protocol';
import type { LocalFile, RemoteAsset } from './rows.ts';
import { shownResource } from './rows.ts';

type Copy = Pick<LocalFile, 'key' | 'hash' | 'baseHash'>;

/**
 * Of several files that show one asset, one follows it when it is edited: the one that is nearest to what the asset shows now. The
 * others are copies that a person keeps. Whichever is looked at first, the answer is the same, so that never two of them follow.
 */
export function isKeptBeside(file: Copy, others: readonly Copy[], remote: RemoteAsset): boolean {
  const own = nearness(file, remote);
  return others.some((other) => {
    const its = nearness(other, remote);
    return its > own || (its === own && other.key < file.key);
  });
}

/** A file that was changed here is where it was agreed on, until the cloud has what it is now. */
function nearness({ hash, baseHash }: Copy, remote: RemoteAsset): number {
  const now = nearnessOf(hash, remote);
  return now === -1 ? nearnessOf(baseHash, remote) : now;
}

/** What the asset shows now is nearest; of what it showed before, the later the nearer. Bytes it never showed: -1. */
function nearnessOf(hash: string | null, remote: RemoteAsset): number {
  if (hash === null) return -1;
  if (hash === shownResource(remote)?.hash) return remote.resources.length;
  // Resources stand in the order in which the server first told of them.
  return remote.resources.findLastIndex((resource) => resource.hash === hash && !isCompanion(resource.role));
}
