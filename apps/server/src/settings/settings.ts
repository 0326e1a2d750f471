import { isDefault } from '@rollcall/core';
import type { SettingValues } from '@rollcall/protocol';
import type { Database } from 'better-sqlite3';
import type { Write } from '../database.ts';
import { sql } from '../statements.ts';

/** What accounts have chosen for all their devices. */
export interface AccountSettings {
  /** Only what was chosen. */
  of(accountId: string): SettingValues;
  /** Changes these; `default` takes a choice back. */
  choose(accountId: string, values: SettingValues): Promise<void>;
}

export function openAccountSettings(database: Database, write: Write): AccountSettings {
  return {
    of: (accountId) =>
      Object.fromEntries(
        (
          sql(database, 'SELECT name, value FROM account_settings WHERE account_id = ? ORDER BY name').all(accountId) as {
            name: string;
            value: string;
          }[]
        ).map(({ name, value }) => [name, value]),
      ),
    choose: (accountId, values) =>
      write(() => {
        for (const [name, value] of Object.entries(values)) {
          if (isDefault(value)) sql(database, 'DELETE FROM account_settings WHERE account_id = ? AND name = ?').run(accountId, name);
          else
            sql(database, 'INSERT OR REPLACE INTO account_settings (account_id, name, value) VALUES (?, ?, ?)').run(accountId, name, value);
        }
      }),
  };
}
