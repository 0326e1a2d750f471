/** The embedded database, as server and device use it. */
export { openSqlite, type Sqlite, type SqliteOptions } from './open.ts';
