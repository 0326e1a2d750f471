/**
 * Moving the bytes of photos, so that a broken connection costs what was in flight and nothing more.
 *
 * For a device (Node or browser; no types of either are used here):
 * - `uploadResource` sends one file to the ticket that *ask* answered, resumes after breaks, and ends in
 *   `{ ok: true, hash, size }` or in a reason.
 * - `downloadResource` fetches one resource into a sink, resumes from what the sink holds, verifies the
 *   hash, and ends the same way.
 * Both take a `Transport` (one HTTP request), a `Pace` (waiting and chance), and a `Signal`.
 * A source or sink that finds its own file at fault throws `FileFailure`.
 * A failure's `next` says what comes now: `retry` the same later, `ask` again first, or `stop` until
 * something changes. A transfer stopped by its signal can always be taken up again.
 *
 * For a server: `decideUpload` is the pure state machine of one upload resource (IETF
 * draft-ietf-httpbis-resumable-upload, draft -12, interop version 9); `parse…` and `format…` are its header
 * fields (RFC 9651, RFC 9530); `refusal` is a refusal as a response.
 */
export * from './ports.ts';
export type { UploadOptions, UploadResult } from './send.ts';
export { uploadResource } from './send.ts';
export type { Sending, SendingFacts, SendingRequest, Turn } from './sending.ts';
export { afterStep, beginSending, nextRequest, WHOLE_SIZE } from './sending.ts';
export type { Step, Told } from './step.ts';
export { readOffset, readPiece, stepOfError } from './step.ts';
export { pauseAfter, retryAfter } from './patience.ts';
export { gated } from './window.ts';
export type { DownloadOptions, DownloadResult, Sink } from './receive.ts';
export type { ViewOptions, ViewResult } from './view.ts';
export { downloadView } from './view.ts';
export { downloadResource, readDownload } from './receive.ts';
export type { DownloadStep } from './receive.ts';
export type { Append, Ask, Decision, Effect, Ending, Upload, UploadEvent, Whole, Writing } from './upload.ts';
export { decideUpload, openUpload } from './upload.ts';
export { isAsAsked, keptAs } from './verify.ts';
export type { Answer, Unkept } from './answers.ts';
export { badRequest, gone, inconsistentLength, refusal } from './answers.ts';
export type { UploadLimit } from './fields.ts';
export {
  formatBoolean,
  formatDigest,
  formatInteger,
  formatLimit,
  INTEROP_VERSION,
  SPOKEN_VERSIONS,
  parseBoolean,
  parseDictionary,
  parseDigest,
  parseInteger,
  parseLimit,
} from './fields.ts';
export { failureOfError } from './failure.ts';
