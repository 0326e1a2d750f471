import { z } from 'zod';
import { Hash } from './ids.ts';
import { LIMITS } from './limits.ts';
import { ToldWords } from './told-words.ts';

/**
 * Uploads follow "Resumable Uploads for HTTP" (IETF draft-ietf-httpbis-resumable-upload), with the
 * question *ask* before it, so that nothing moves that the cloud has or has no room for.
 */
export const UPLOAD_HEADERS = {
  /** Structured boolean (RFC 9651): `?1` when the request carries the upload to its end. */
  complete: 'upload-complete',
  offset: 'upload-offset',
  length: 'upload-length',
  limit: 'upload-limit',
  interop: 'upload-draft-interop-version',
  /** `sha-256=:BASE64:` of the whole file (RFC 9530). */
  digest: 'repr-digest',
} as const;
export const UPLOAD_CONTENT_TYPE = 'application/partial-upload';

export const UploadAsk = z.object({
  /** Null: not known in advance; the server then finds out afterwards, and dedupes then. */
  hash: Hash.nullable(),
  size: z.number().int().nonnegative().max(LIMITS.fileSize),
  mime: z.string().max(100),
});
export type UploadAsk = z.infer<typeof UploadAsk>;

export const UploadAnswer = z.discriminatedUnion('answer', [
  /** This library refers to these bytes, or this device has itself sent them all. */
  z.object({ answer: z.literal('have') }),
  /** Reserved; send from `offset` to `path` (below the server's address). The same question gives the same upload. */
  z.object({ answer: z.literal('send'), uploadId: z.string(), path: z.string(), offset: z.number().int().nonnegative() }),
  /** `quota`: all the room of the plan; left out by servers that do not tell it. `closes`: no room at all, for the library closes then. */
  z.object({
    answer: z.literal('over-quota'),
    needed: z.number().int(),
    free: z.number().int(),
    quota: z.number().int().optional(),
    closes: z.number().optional(),
  }),
  z.object({
    answer: z.literal('refused'),
    /** No server of this version says `unsupported-kind`: it takes every kind. A device heeds one that does. */
    code: z.enum(['too-large-for-server', 'unsupported-kind', 'server-disk-full']),
    words: ToldWords,
    limit: z.number().nullable(),
  }),
]);
export type UploadAnswer = z.infer<typeof UploadAnswer>;

export const UploadAskRequest = z.object({ asks: z.array(UploadAsk).min(1).max(LIMITS.asks) });
export const UploadAskResponse = z.object({ answers: z.array(UploadAnswer) });

/** What a finished upload answers: the bytes are hashed, synced to disk and kept for this library. */
export const UploadFinished = z.object({ hash: Hash, size: z.number().int().nonnegative() });
export type UploadFinished = z.infer<typeof UploadFinished>;
