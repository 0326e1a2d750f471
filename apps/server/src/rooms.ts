import { accountMigrations } from './accounts/migrations.ts';
import { bytesMigrations } from './bytes/index.ts';
import type { RoomMigrations } from './database.ts';
import { davMigrations } from './dav/migrations.ts';
import { errandMigrations } from './errands/migrations.ts';
import { libraryMigrations } from './library/migrations.ts';
import { orderMigrations } from './orders/migrations.ts';
import { closingMigrations } from './closing/migrations.ts';
import { planMigrations } from './plans/migrations.ts';
import { receiptMigrations } from './receipts/migrations.ts';
import { renditionMigrations } from './renditions/index.ts';
import { rollMigrations } from './rolls/migrations.ts';
import { settingMigrations } from './settings/migrations.ts';
import { silenceMigrations } from './silence/migrations.ts';
import { spaceMigrations } from './space/migrations.ts';

/** The tables of all rooms of a data folder, in the order in which they are made. */
export const ROOMS: readonly RoomMigrations[] = [
  libraryMigrations,
  accountMigrations,
  rollMigrations,
  bytesMigrations,
  renditionMigrations,
  errandMigrations,
  orderMigrations,
  settingMigrations,
  silenceMigrations,
  planMigrations,
  receiptMigrations,
  closingMigrations,
  spaceMigrations,
  davMigrations,
];
