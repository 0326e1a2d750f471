import { Stopped, type Cloud, type Shelf } from '@rollcall/importers';
import { LIMITS, type Album, type AlbumItem } from '@rollcall/protocol';
import type { Device } from '../../device.ts';
import { carryQueued } from '../deliver.ts';
import { carryAll } from './carry.ts';
import { ByteSender } from './send-bytes.ts';

/** The library as a device has it: what it heard is in its store, and its outbox carries the changes, beside an agent that runs. */
export function deviceCloud(device: Device, signal: AbortSignal): Cloud {
  const { store, connection, identity } = device;
  const sender = new ByteSender(device, signal);
  return {
    libraryId: identity.libraryId,
    match: (hash) => store.match(hash),
    purgedBefore: (hash) => store.purgedBefore(hash),
    remote: (assetId) => store.remote(assetId),
    resolve: (assetId) => store.resolve(assetId),
    hear: async () => {
      const heard = await carryQueued(device, []);
      if (!heard.ok) throw new Stopped(heard.words, 'retry');
    },
    room: async () => {
      const library = await connection.call('library', {});
      if (!library.ok) throw new Stopped(library.refusal.words, 'person');
      const { quota, bytes, reserved } = library.value;
      return Math.max(0, quota - bytes - reserved);
    },
    bring: (what, open, moved) => sender.send(what, open, moved),
    carry: (changes) => carryAll(device, changes, signal),
    historyOf: async (assetId) => {
      const history = await connection.call('assetHistory', { params: { assetId } });
      return history.ok ? history.value.entries : null;
    },
    shelf: () => readShelf(device, signal),
    readAgain: async (lines) => {
      const answer = await connection.call('rollCall', {
        body: { lines: lines.map(({ assetId, role, hash }) => ({ assetId, role, hash })) },
      });
      if (!answer.ok) throw new Stopped(answer.refusal.words, 'retry');
      return answer.value.found;
    },
  };
}

/** A device keeps no albums: they are heard from the feed. */
async function readShelf({ connection }: Device, signal: AbortSignal): Promise<Shelf> {
  const albums: Album[] = [];
  const items: AlbumItem[] = [];
  for (let cursor: string | null = null; ;) {
    signal.throwIfAborted();
    const page: Awaited<ReturnType<typeof connection.call<'changes'>>> = await connection.call('changes', {
      query: { limit: LIMITS.changesPage, ...(cursor === null ? {} : { cursor }) },
    });
    if (!page.ok) throw new Stopped(page.refusal.words, 'retry');
    for (const { entity } of page.value.changes) {
      if (entity.type === 'album') albums.push(entity);
      if (entity.type === 'album-item') items.push(entity);
    }
    if (page.value.complete) return { albums, items };
    cursor = page.value.cursor;
  }
}
