import type { Resource } from '@rollcall/protocol';
import { partOf } from './pair.ts';
import { shownResource, type RemoteAsset, type StandIn } from './rows.ts';

/**
 * What a stand-in stands for: the part of its asset that has those bytes; what the asset shows, where it has them no more. Undefined: nothing.
 * @param shownBeside another file here follows what the asset shows: this one stays what it is, while the asset has those bytes in whatever part
 */
export function stoodFor(standIn: StandIn, remote: RemoteAsset, shownBeside: boolean): Resource | undefined {
  const kept = shownBeside ? remote.resources.find(({ hash, removed }) => hash === standIn.of && !removed) : undefined;
  if (kept !== undefined) return kept;
  const part = partOf({ hash: standIn.of, baseHash: standIn.of }, remote);
  return part === 'shown' ? shownResource(remote) : part;
}
