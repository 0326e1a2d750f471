import { open } from 'node:fs/promises';

/**
 * Makes names in directories durable (fsync of the directory). Those who ask for the same directory
 * before a sync of it has begun share one.
 */
export function directorySync(): (path: string) => Promise<void> {
  const running = new Map<string, Promise<void>>();
  const queued = new Map<string, Promise<void>>();
  return (path) => {
    const next = queued.get(path);
    if (next) return next;
    const sync = Promise.resolve(running.get(path))
      .catch(() => undefined)
      .then(async () => {
        queued.delete(path);
        const now = syncDirectory(path);
        running.set(path, now);
        try {
          await now;
        } finally {
          if (running.get(path) === now) running.delete(path);
        }
      });
    queued.set(path, sync);
    return sync;
  };
}

async function syncDirectory(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
