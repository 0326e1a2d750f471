import { joinNamed, nameOfHalf, type NamedHalf, type NamedHalfRows } from '@rollcall/core';
import type { Routine } from '../world/routine.ts';
import { applyJoin } from './halves.ts';
import { assetRows } from './library.ts';
import type { Machine } from './machine.ts';
import { keyOf } from './tables.ts';

/** The server reads what came: a still and a film that no identifier joins become one photo where their names and what they tell leave no doubt. */
export function* readNamed(machine: Machine): Routine {
  const { tables } = machine;
  for (const { library, assetId, half } of unread(machine)) {
    const joined = yield* machine.commit(() => {
      tables.named.set(keyOf(library, assetId), half);
      const rows = assetRows(tables, library, assetId);
      const change = rows && half && joinNamed({ half, rows }, othersOf(machine, library, assetId, half));
      return change ? applyJoin(machine, library, [change], null) : false;
    });
    if (joined) machine.grew(library);
  }
}

/** Photos and films of which that has not been noted yet. */
function unread({ tables, blobs, namedHalfOf }: Machine): { library: string; assetId: string; half: NamedHalf | null }[] {
  return [...tables.entities.values()].flatMap(({ library, entity }) => {
    if (entity.type !== 'resource' || entity.removed || entity.role !== 'original') return [];
    const { assetId, hash } = entity;
    if (tables.named.has(keyOf(library, assetId))) return [];
    const bytes = blobs.stat(hash);
    const asset = assetRows(tables, library, assetId)?.asset;
    return bytes && asset ? [{ library, assetId, half: namedHalfOf(bytes, asset.fileName) }] : [];
  });
}

function othersOf({ tables }: Machine, library: string, assetId: string, half: NamedHalf): NamedHalfRows[] {
  const prefix = keyOf(library, '');
  return [...tables.named.rows].flatMap(([at, other]) => {
    if (!at.startsWith(prefix) || other === null || nameOfHalf(other) !== nameOfHalf(half)) return [];
    // What became a part of its edit is noted of the whole.
    const own = at.slice(prefix.length);
    const rows = [own, tables.edited.get(at)].flatMap((id) => (id === undefined ? [] : (assetRows(tables, library, id) ?? [])));
    return rows.filter(({ asset }) => asset.id !== assetId).map((each) => ({ half: other, rows: each }));
  });
}
