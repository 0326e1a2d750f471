/**
 * What of this package runs in a browser as well: all but what reads paths and databases. `@rollcall/importers` has the rest, and this, too.
 *
 * - `sourcesOf(given, platform)`: folders and ZIP archives, safely.
 * - `survey(sources, signal)`: who wrote them, and all that is told beside the photos.
 * - `readMedia(file, bytes, wants, platform)`: one photo or film, once.
 * - `batchesOf(surveyed, sources)`: the files in batches that can be understood by themselves; `plan` of each gives the things to be imported,
 *   and everything that was not matched, with why.
 * - `ImportRun`: a whole import, from the first look to the proof, into a library that it knows by the port `Cloud`.
 * - `proofWords`, `proofPage`: what came of an import, for a person.
 */
export { bytesInMemory, pieces, type Bytes } from './bytes.ts';
export type { Platform, Sum } from './platform.ts';
export { batchesOf, type Batch, type BatchPlan } from './batches.ts';
export { LEFT_WHY, type FoundFile, type Left, type LeftWhy, type ReadMedia, type Thing, type ThingPart, type Told } from './found.ts';
export { isOwn, MOST_FILES } from './folder/given.ts';
export { readMedia, type Read } from './reading.ts';
export { sourcesOf, type Given, type GivenFile, type Source, type Sources } from './sources.ts';
export { survey, type Origin, type Survey } from './survey.ts';
export { escaped } from './page-text.ts';
export * from './proof/index.ts';
export type { Brought, Cloud, FoundPart, PartLine } from './run/cloud.ts';
export type { Reads } from './run/bring-bytes.ts';
export { ImportRun, type RunEnd, type RunProgress } from './run/run.ts';
export { FileFailed, Stopped, stoppedBy, type StoppedUntil } from './run/stopped.ts';
export type { Shelf } from './albums.ts';
