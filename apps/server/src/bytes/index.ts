/**
 * Bytes: uploads that cannot lose, downloads that never lie, and the ledger of what each library holds.
 *
 * - `openBlobStore(dataDir)`: blobs and incoming bytes as files.
 * - `bytesMigrations`: the tables of this room, for `openDatabase`.
 * - `openUploads(context)`: the uploads that are under way, also those of an earlier run.
 * - `registerBytes(app, context, uploads)`: upload and download routes, and `POST /uploads/ask` unless the app has
 *   it; then `answerAsk(context, uploads, sender, body)` is its handler.
 * - Ledger functions (`storedSizes`, `commit`, `release`, `sums`): synchronous, inside the library's write
 *   transaction. `commit` once for each resource row that appears, `release` once for each that goes.
 * - `checkStored(context, hash)` : hashes stored bytes again, now, and remembers what was found.
 * - `takeIn(context, uploads, sender, made)`: keeps what the server itself has made, as an upload of it.
 * - `uploads.dropDevice(sender)`: a device lost its access.
 */
export type { BlobStat, BlobStore, Incoming, OpenBlob, Rehashed } from './store.ts';
export type { BytesContext, Sender } from './context.ts';
export { commit, release, storedSizes, sums, takeBack } from './ledger.ts';
export { loosen, leaveQuarantine, whereabouts } from './loose.ts';
export { collect, findStrays, mendQuarantine, type CollectContext } from './collect.ts';
export { scrub, type BadBlob } from './scrub.ts';
export { noteOtherPass, startScrub } from './scrub-nights.ts';
export { lastCheck, wantedBlobs } from './checks.ts';
export { watchWanted } from './wanted-watch.ts';
export { bytesMigrations } from './migrations.ts';
export { openBlobStore } from './blob-files.ts';
export { openUploads, registerBytes } from './register.ts';
export type { LiveUploads } from './live-uploads.ts';
export { attachment } from './attachment.ts';
export { checkStored, openVerified, streamChecked } from './verified.ts';
export { isWriting } from './take-body.ts';
export { answerAsk } from './upload-routes.ts';
export { takeIn, type MadeBytes, type NotTaken } from './take-in.ts';
