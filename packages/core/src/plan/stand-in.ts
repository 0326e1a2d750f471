import type { Resource } from '@rollcall/protocol';
import { partOf } from './pair.ts';
import { shownResource, type RemoteAsset, type StandIn } from './rows.ts';

/** What a stand-in stands for: the part of its asset that has those bytes; what the asset shows, where it has them no more. Undefined: nothing. */
export function stoodFor(standIn: StandIn, remote: RemoteAsset): Resource | undefined {
  const part = partOf({ hash: standIn.of, baseHash: standIn.of }, remote);
  return part === 'shown' ? shownResource(remote) : part;
}
