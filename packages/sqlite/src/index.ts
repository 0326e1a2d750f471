/** The embedded database, as server and device use it. */
export { openSqlite, type Sqlite, type SqliteOptions } from './open.ts';
export { BEFORE_UPDATE, copyBefore, type CopyOptions } from './copy-before.ts';
export { NewerSchema, NoRoomForCopy, type Updated } from './update.ts';
