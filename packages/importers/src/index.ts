/**
 * What people have when they come: exports and libraries of other programs, read without a guess.
 *
 * - `openLibrary(path)`: a library of Apple Photos, and what state it is in.
 * - `openSources(paths, spool, signal)`: folders, libraries of Photos and ZIP archives on a disk; `nodePlatform(spool)`, by which they are read.
 * - All that needs no disk: see `portable.ts`.
 */
export * from './apple-photos/index.ts';
export * from './portable.ts';
export { openSources } from './node/open.ts';
export { nodePlatform } from './node/platform.ts';
export { notOpenedWords } from './apple-photos/not-opened.ts';
export { importFolder, namesInFolder, xmpBeside } from './in-folder.ts';
export { hashOf } from './run/hash.ts';
export { standingOf } from './run/enter.ts';
export { type Outcome as ThingOutcome } from './run/outcome.ts';
export { Tally } from './run/tally.ts';
