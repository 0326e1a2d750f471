import { joinEdit, joinRaw, momentOf, type Shot, type ShotRows } from '@rollcall/core';
import type { Routine } from '../world/routine.ts';
import { applyChange, assetRows } from './library.ts';
import type { Machine } from './machine.ts';
import { keyOf } from './tables.ts';

/** The server reads what came: where a RAW and the picture of its shot are here, or an edit and its original, they become one photo. */
export function* readShots(machine: Machine): Routine {
  const { tables } = machine;
  for (const { library, assetId, shot } of unread(machine)) {
    const joined = yield* machine.commit(() => {
      tables.shots.set(keyOf(library, assetId), shot);
      const rows = assetRows(tables, library, assetId);
      if (!rows || !shot) return false;
      const others = sameMoment(machine, library, assetId, shot);
      const change =
        joinRaw(
          { shot, rows },
          others.filter((each) => each.shot.key === shot.key),
        ) ?? joinEdit({ shot, rows }, others);
      if (change?.name !== 'asset.join') return false;
      const { joined: part, assetId: whole, role } = change.args;
      if (applyChange(tables, library, change, { now: machine.now(), deviceId: null }).status !== 'applied') return false;
      if (role === 'alternate') tables.edited.set(keyOf(library, part), whole);
      return true;
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

/** What the same camera took in the same second. What became a part of its edit is noted of the whole. */
function sameMoment({ tables }: Machine, library: string, assetId: string, read: Shot): ShotRows[] {
  const prefix = keyOf(library, '');
  return [...tables.shots.rows].flatMap(([at, shot]) => {
    if (!at.startsWith(prefix) || shot === null || momentOf(shot) !== momentOf(read)) return [];
    const rows = [at.slice(prefix.length), tables.edited.get(at)].flatMap((id) =>
      id === undefined ? [] : (assetRows(tables, library, id) ?? []),
    );
    return rows.filter(({ asset }) => asset.id !== assetId).map((each) => ({ shot, rows: each }));
  });
}
