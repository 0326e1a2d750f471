/**
 * What people have when they come: exports and libraries of other programs, read without a guess.
 *
 * - `openLibrary(path)`: a library of Apple Photos, and what state it is in.
 * - `openSources(paths, spool)`: folders and ZIP archives on a disk, and `nodePlatform(spool)`, by which they are read.
 * - All that needs no disk: see `portable.ts`.
 */
export * from './apple-photos/index.ts';
export * from './portable.ts';
export { openSources } from './node/open.ts';
export { nodePlatform } from './node/platform.ts';
