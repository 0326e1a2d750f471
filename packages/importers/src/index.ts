/**
 * What people have when they come: exports and libraries of other programs, read without a guess.
 *
 * - `openLibrary(path)`: a library of Apple Photos, and what state it is in.
 * - `openSources(paths, spool)`: folders, libraries of Photos and ZIP archives, safely.
 * - `survey(sources, signal)`: who wrote them, and all that is told beside the photos.
 * - `readMedia(file, bytes, wants)`: one photo or film, once.
 * - `batchesOf(surveyed, sources)`: the files in batches that can be understood by themselves; `plan` of each gives the things to be imported,
 *   and everything that was not matched, with why.
 * - `proofWords`, `proofPage`: what came of an import, for a person.
 */
export * from './apple-photos/index.ts';
export type { Bytes } from './bytes.ts';
export { batchesOf, type Batch, type BatchPlan } from './batches.ts';
export {
  LEFT_WHY,
  type FoundFile,
  type Left,
  type LeftWhy,
  type ReadMedia,
  type Thing,
  type Shelved,
  type ThingPart,
  type Told,
} from './found.ts';
export { importFolder, namesInFolder, xmpBeside } from './in-folder.ts';
export { readMedia, type Read } from './reading.ts';
export { openSources, type Source, type Sources } from './sources.ts';
export { survey, type Origin, type Survey } from './survey.ts';
export { albumTitle, fillAlbum, type AlbumChanges, type Shelf } from './albums.ts';
export { fillable, lackingParts, newThing, unsaid, type Standing } from './changes.ts';
export { fillShelves } from './photos-library/fill.ts';
export type { LibraryShelf } from './photos-library/shelves.ts';
export { notOpenedWords } from './apple-photos/not-opened.ts';
export { escaped } from './page-text.ts';
export type { Proof } from './proof/proof.ts';
export { proofWords } from './proof/words.ts';
export { proofPage } from './proof/page.ts';
