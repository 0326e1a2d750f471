/**
 * Pictures of photos and videos: made in processes of their own, kept under `<data>/renditions`, served at `BYTES.rendition`.
 *
 * - `renditionMigrations`: this room's tables.
 * - `startRenditions(context)`: `{ wake(libraryId), settled(), close() }`.
 * - `registerRenditions(app, context)`, `registerViews(app, context)`: the routes.
 * - `openStandings(context)`: how a view stands, for the route that tells it.
 */
export { renditionMigrations } from './migrations.ts';
export { startRenditions, type RenditionWork } from './start.ts';
export { registerViews } from './view-routes.ts';
export { openStandings } from './standing.ts';
export type { Views } from './views.ts';
export { registerRenditions } from './routes.ts';
