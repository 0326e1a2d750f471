/**
 * Pictures of photos and videos: made in processes of their own, kept under `<data>/renditions`, served at `BYTES.rendition`.
 *
 * - `renditionMigrations`: this room's tables.
 * - `startRenditions(context)`: `{ wake(libraryId), settled(), close() }`.
 * - `registerRenditions(app, context)`: the route.
 */
export { renditionMigrations } from './migrations.ts';
export { startRenditions, type RenditionWork } from './start.ts';
export { registerRenditions } from './routes.ts';
