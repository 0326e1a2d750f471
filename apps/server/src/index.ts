/**
 * The Rollcall server.
 * - `serve`, `accountCreate`, `accountList`: what the `rollcall` program runs; each takes its options and streams and answers an exit code.
 * - `accountQuota`, `scrub`, `purgedList`, `purgedRestore`: for whoever looks after the data folder; also while a server runs on it.
 * - `appPasswordAdd`, `appPasswordList`, `appPasswordRemove`: passwords for apps over WebDAV; also while a server runs.
 * - `accountClose`, `accountKeep`, `accountOwner`: ending accounts, and who owns the server; also while a server runs.
 * - `planList`, `planAdd`, `planSet`, `planRemove`, `planRequests`, `planAnswer`, `accountPlan`: plans; also while a server runs.
 * - `receiptNewKey`: another key signs the receipts; also while a server runs.
 * - `backup`, `backupList`, `backupCheck`, `backupPrune`, `restore`: snapshots of a data folder, also while a server runs, and back from them.
 * - `startServer`: the server inside a program of one's own.
 */
export {
  accountCreate,
  accountList,
  serve,
  type AccountCreateOptions,
  type AccountListOptions,
  type Io,
  type ServeOptions,
} from './commands.ts';
export { accountQuota, type AccountQuotaOptions } from './quota-command.ts';
export { accountPlan, planAdd, planAnswer, planList, planRemove, planRequests, planSet } from './plan-commands.ts';
export { appPasswordAdd, appPasswordList, appPasswordRemove, type AppPasswordOptions } from './app-password-commands.ts';
export { accountClose, accountKeep, accountOwner, type AccountOptions } from './closing-commands.ts';
export { scrub, type ScrubOptions } from './scrub-command.ts';
export { purgedList, purgedRestore, type PurgedListOptions, type PurgedRestoreOptions } from './purged-commands.ts';
export { receiptNewKey, type NewKeyOptions } from './receipt-command.ts';
export { restored, type RestoredOptions } from './restored.ts';
export { startServer, type RunningServer, type ServerOptions } from './server.ts';
export {
  backup,
  backupCheck,
  backupList,
  backupPrune,
  restore,
  type BackupCheckOptions,
  type BackupListOptions,
  type BackupOptions,
  type BackupPruneOptions,
  type RestoreOptions,
} from './backup/commands.ts';
