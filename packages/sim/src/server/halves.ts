import { joinHalves } from '@rollcall/core';
import type { Routine } from '../world/routine.ts';
import { applyChange, assetRows } from './library.ts';
import type { Machine } from './machine.ts';
import { keyOf } from './tables.ts';

/** The server reads what came: where both halves of a Live Photo are here, they become one photo. */
export function* readHalves(machine: Machine): Routine {
  const { tables } = machine;
  for (const { library, assetId, pairId } of unread(machine)) {
    const joined = yield* machine.commit(() => {
      tables.halves.set(keyOf(library, assetId), pairId);
      const read = assetRows(tables, library, assetId);
      const others = halvesOf(machine, library, pairId).filter((id) => id !== assetId);
      const change =
        read &&
        joinHalves(
          read,
          others.flatMap((id) => assetRows(tables, library, id) ?? []),
        );
      return change ? applyChange(tables, library, change, { now: machine.now(), deviceId: null }).status === 'applied' : false;
    });
    if (joined) machine.grew(library);
  }
}

/** Photos and films of which the identifier has not been noted yet. */
function unread({ tables, blobs, pairIdOf }: Machine): { library: string; assetId: string; pairId: string }[] {
  return [...tables.entities.values()].flatMap(({ library, entity }) => {
    if (entity.type !== 'resource' || entity.removed || entity.role !== 'original') return [];
    const { assetId, hash } = entity;
    if (tables.halves.has(keyOf(library, assetId))) return [];
    const bytes = blobs.stat(hash);
    const pairId = bytes && pairIdOf(bytes);
    return pairId ? [{ library, assetId, pairId }] : [];
  });
}

function halvesOf({ tables }: Machine, library: string, pairId: string): string[] {
  const prefix = keyOf(library, '');
  return [...tables.halves.rows].flatMap(([key, id]) => (id === pairId && key.startsWith(prefix) ? [key.slice(prefix.length)] : []));
}
