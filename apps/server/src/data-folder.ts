import { openSqlite, type Sqlite } from '@rollcall/sqlite';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_FILE, openDatabase } from './database.ts';
import { FolderInUse, lockFolder } from './lock.ts';
import { ROOMS } from './rooms.ts';

/** A data folder as a command has it open. */
export interface DataFolder {
  readonly sqlite: Sqlite;
  /** `server`: a server is using it, and does what changes more than a note; `command`: it is ours until `close`. */
  readonly owner: 'server' | 'command';
  /** Lets a server start on it from now on. */
  share(): void;
  close(): void;
}

/** Opens a data folder beside its server, or in its place when there is none; null: there is no data folder. Throws `NewerSchema`. */
export function openDataFolder(data: string): DataFolder | null {
  if (!existsSync(join(data, DATABASE_FILE))) return null;
  const lock = takeLock(data);
  if (!lock) {
    const sqlite = openSqlite(join(data, DATABASE_FILE), { checkpointPages: 20_000, patience: 10_000 });
    return { sqlite, owner: 'server', share: () => undefined, close: () => sqlite.close() };
  }
  try {
    const sqlite = openDatabase(data, ROOMS);
    let locked = true;
    const share = (): void => {
      if (locked) lock.release();
      locked = false;
    };
    return {
      sqlite,
      owner: 'command',
      share,
      close: () => {
        sqlite.close();
        share();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function takeLock(data: string): ReturnType<typeof lockFolder> | null {
  try {
    return lockFolder(data);
  } catch (error) {
    if (error instanceof FolderInUse) return null;
    throw error;
  }
}
