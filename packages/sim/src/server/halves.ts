import { joinHalves, joinOutranking, type AssetRows, type NamedFilm } from '@rollcall/core';
import { mintId, type Change } from '@rollcall/protocol';
import type { Routine } from '../world/routine.ts';
import { applyChange, assetRows, resolve } from './library.ts';
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
      return read ? joinWhatFits(machine, library, read, others, pairId) : false;
    });
    if (joined) machine.grew(library);
  }
}

function joinWhatFits(machine: Machine, library: string, read: AssetRows, ids: readonly string[], pairId: string): boolean {
  const others = ids.flatMap((id) => assetRows(machine.tables, library, id) ?? []);
  const change = joinHalves(read, others);
  if (change !== null) return applyJoin(machine, library, [change], pairId);
  const filmsOf = (photo: AssetRows): NamedFilm[] => filmsByName(machine, library, photo, pairId);
  if (!others.some((each) => filmsOf(each).length > 0) && filmsOf(read).length === 0) return false;
  return applyJoin(machine, library, joinOutranking(read, others, filmsOf, mintId(machine.now(), machine.chance.bytes(10))), pairId);
}

/** What the server itself does so that halves become one photo; `pairId` null: by their names. False: nothing was done. */
export function applyJoin(
  { tables, now }: Pick<Machine, 'tables' | 'now'>,
  library: string,
  changes: readonly Change[],
  pairId: string | null,
): boolean {
  for (const change of changes) {
    const film = change.name === 'asset.join' ? assetRows(tables, library, change.args.joined) : undefined;
    if (applyChange(tables, library, change, { now: now(), deviceId: null }).status === 'rejected') return false;
    const hash = film?.resources.find(({ role, removed }) => role === 'original' && !removed)?.hash;
    if (change.name === 'asset.join' && hash !== undefined) tables.joinedFilms.set(filmKey(library, change.args.assetId, hash), pairId);
  }
  return changes.length > 0;
}

/** The films of a photo that the server joined by their names, and no person since; none where it has the one of this identifier. */
function filmsByName({ tables }: Machine, library: string, { asset, resources }: AssetRows, pairId: string): NamedFilm[] {
  const films = resources.filter(({ role, removed }) => role === 'live-video' && !removed);
  const by = (hash: string): string | null | undefined => tables.joinedFilms.get(filmKey(library, asset.id, hash));
  if (films.some(({ hash }) => by(hash) === pairId)) return [];
  return films.flatMap(({ hash }) => {
    const last = [...tables.journal.values()].findLast(
      ({ library: of, what, entry }) => of === library && what === 'asset.join' && (entry.new as { hash: string | null }).hash === hash,
    );
    return by(hash) === null && last?.deviceId === null ? [{ hash, joined: last.entry }] : [];
  });
}

function filmKey(library: string, photo: string, hash: string): string {
  return `${keyOf(library, photo)} ${hash}`;
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

/** What became a part of another photo is noted of the whole. */
function halvesOf({ tables }: Machine, library: string, pairId: string): string[] {
  const prefix = keyOf(library, '');
  const noted = [...tables.halves.rows].flatMap(([key, id]) => (id === pairId && key.startsWith(prefix) ? [key.slice(prefix.length)] : []));
  return [...new Set(noted.map((id) => resolve(tables, library, id)))];
}
