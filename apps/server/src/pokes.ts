import type { Poke } from '@rollcall/protocol';
import type { PokeListener, Pokes } from './context.ts';

/** Streams of one library at a time; a person has some devices and some open pages. */
const LISTENERS = 64;

/** Hints to whoever listens. Hints of one moment about one library go out as one. */
export function openPokes(): Pokes {
  const byLibrary = new Map<string, Set<PokeListener>>();
  const heads = new Map<string, number>();
  const tell = (libraryId: string, poke: Poke): void => {
    for (const listener of byLibrary.get(libraryId) ?? []) listener.send(poke);
  };
  const flush = (): void => {
    const now = [...heads];
    heads.clear();
    for (const [libraryId, seq] of now) tell(libraryId, { type: 'library', seq });
  };
  const stop = (listener: PokeListener): void => {
    const listeners = byLibrary.get(listener.libraryId);
    listeners?.delete(listener);
    if (listeners?.size === 0) byLibrary.delete(listener.libraryId);
  };
  return {
    library(libraryId, seq) {
      if (!byLibrary.has(libraryId)) return;
      if (heads.size === 0) setImmediate(flush);
      heads.set(libraryId, Math.max(seq, heads.get(libraryId) ?? 0));
    },
    wanted: (libraryId) => tell(libraryId, { type: 'wanted' }),
    room: (libraryId) => tell(libraryId, { type: 'room' }),
    devices: (libraryId) => tell(libraryId, { type: 'devices' }),
    orders(libraryId, deviceId) {
      for (const listener of byLibrary.get(libraryId) ?? []) if (listener.deviceId === deviceId) listener.send({ type: 'orders' });
    },
    revoked(libraryId, deviceId) {
      for (const listener of byLibrary.get(libraryId) ?? []) {
        if (listener.deviceId !== deviceId) continue;
        listener.send({ type: 'revoked' });
        stop(listener);
        listener.end();
      }
    },
    drop(libraryId, deviceId) {
      for (const listener of byLibrary.get(libraryId) ?? []) {
        if (listener.deviceId !== deviceId) continue;
        stop(listener);
        listener.drop();
      }
    },
    listen(listener) {
      const listeners = byLibrary.get(listener.libraryId) ?? new Set();
      if (listeners.size >= LISTENERS) return 'too-many';
      byLibrary.set(listener.libraryId, listeners.add(listener));
      return { stop: () => stop(listener) };
    },
    connected: (deviceId) => [...byLibrary.values()].some((listeners) => [...listeners].some((listener) => listener.deviceId === deviceId)),
    streams: () => [...byLibrary.values()].flatMap((listeners) => [...listeners].map(({ deviceId }) => deviceId)),
    close() {
      for (const listeners of byLibrary.values()) for (const listener of listeners) listener.end();
      byLibrary.clear();
    },
  };
}
