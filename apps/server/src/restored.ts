import { NoRoomForCopy } from '@rollcall/sqlite';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Io } from './commands.ts';
import { DATABASE_FILE, NewerSchema, openDatabase } from './database.ts';
import { changeEpoch } from './library/epoch.ts';
import { FolderInUse, lockFolder } from './lock.ts';
import { ROOMS } from './rooms.ts';

export interface RestoredOptions {
  readonly data: string;
}

/** Says that a data folder was put back from a backup: every device reads the library anew, and gives back what the backup does not have. */
export async function restored({ data }: RestoredOptions, io: Io): Promise<number> {
  if (!existsSync(join(data, DATABASE_FILE))) {
    io.stderr.write(`rollcall: ${data} is not a data folder of a Rollcall server.\n`);
    return 1;
  }
  try {
    const lock = lockFolder(data);
    try {
      const sqlite = openDatabase(data, ROOMS);
      changeEpoch(sqlite.database, randomBytes(6).toString('hex'));
      await sqlite.synced();
      sqlite.close();
    } finally {
      lock.release();
    }
  } catch (error) {
    if (!(error instanceof FolderInUse || error instanceof NewerSchema || error instanceof NoRoomForCopy)) throw error;
    io.stderr.write(`rollcall: ${error.message}\n`);
    return 1;
  }
  io.stdout.write(
    'Noted: this data folder was put back from a backup. Start the server; each device reads the library anew and gives back the photos that the backup does not have.\n',
  );
  return 0;
}
