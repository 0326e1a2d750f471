import { joinRaw, type Shot, type ShotRows } from '@rollcall/core';
import type { Routine } from '../world/routine.ts';
import { applyChange, assetRows } from './library.ts';
import type { Machine } from './machine.ts';
import { keyOf } from './tables.ts';

/** The server reads what came: where a RAW and the picture of its shot are here, they become one photo. */
export function* readShots(machine: Machine): Routine {
  const { tables } = machine;
  for (const { library, assetId, shot } of unread(machine)) {
    const joined = yield* machine.commit(() => {
      tables.shots.set(keyOf(library, assetId), shot);
      const rows = assetRows(tables, library, assetId);
      const change = rows && shot && joinRaw({ shot, rows }, othersOf(machine, library, assetId, shot));
      return change ? applyChange(tables, library, change, { now: machine.now(), deviceId: null }).status === 'applied' : false;
    });
    if (joined) machine.grew(library);
  }
}

/** Photos of which the shot has not been noted yet. */
function unread({ tables, blobs, shotOf }: Machine): { library: string; assetId: string; shot: Shot | null }[] {
  return [...tables.entities.values()].flatMap(({ library, entity }) => {
    if (entity.type !== 'resource' || entity.removed || entity.role !== 'original') return [];
    const { assetId, hash } = entity;
    if (tables.shots.has(keyOf(library, assetId))) return [];
    const bytes = blobs.stat(hash);
    const asset = assetRows(tables, library, assetId)?.asset;
    return bytes && asset?.kind === 'photo' ? [{ library, assetId, shot: shotOf(bytes, asset.fileName) }] : [];
  });
}

function othersOf({ tables }: Machine, library: string, assetId: string, { key }: Shot): ShotRows[] {
  const prefix = keyOf(library, '');
  return [...tables.shots.rows].flatMap(([at, shot]) => {
    const id = at.slice(prefix.length);
    const rows = at.startsWith(prefix) && id !== assetId && shot?.key === key ? assetRows(tables, library, id) : null;
    return rows && shot ? [{ shot, rows }] : [];
  });
}
