import type { RollCallLine } from '@rollcall/protocol';
import type { LocalFile, RemoteAsset } from '../plan/index.ts';

/** With what a file answers at a roll call, and how many bytes that is in the cloud. */
export interface CalledLine {
  readonly line: RollCallLine;
  readonly size: number;
}

/**
 * A file answers with the resource that it is, or, where it is a compressed version that nobody changed, with the one that it stands for.
 * @param found SHA-256 of what was just read of it
 * @returns null: it is neither
 */
export function calledLine(file: Pick<LocalFile, 'hash' | 'standIn'>, remote: RemoteAsset | null, found: string): CalledLine | null {
  if (remote === null || found !== file.hash) return null;
  // A part of a pair, or a version that a person keeps beside the edit: that it may stand here, the planner has said.
  const stands = file.standIn?.of ?? found;
  const resource = remote.resources.find((each) => !each.removed && each.hash === stands);
  return resource === undefined
    ? null
    : { line: { assetId: remote.asset.id, role: resource.role, hash: resource.hash }, size: resource.size };
}
