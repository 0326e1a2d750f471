import type { RoomMigrations } from '../database.ts';

export const settingMigrations: RoomMigrations = {
  room: 'settings',
  steps: [
    `
    -- What an account has chosen for all its devices; what is usual has no row.
    CREATE TABLE account_settings (account_id TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (account_id, name)) WITHOUT ROWID;
    `,
  ],
};
