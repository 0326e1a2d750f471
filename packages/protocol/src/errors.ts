import { z } from 'zod';
import { ToldWords } from './told-words.ts';

/** What a request is refused with; the HTTP status that goes with each. */
export const ERRORS = {
  'bad-request': 400,
  'too-large': 413,
  'signed-out': 401,
  'wrong-password': 401,
  'device-revoked': 401,
  forbidden: 403,
  /** The server was called by a name that is not its own (RFC 9110 section 15.5.20). */
  'wrong-host': 421,
  'setup-token-wrong': 403,
  'already-set-up': 409,
  'registration-closed': 403,
  'email-taken': 409,
  'weak-password': 400,
  'not-found': 404,
  'cursor-expired': 410,
  'mutation-gap': 409,
  'device-forked': 409,
  'wrong-epoch': 409,
  'update-needed': 426,
  'quota-full': 507,
  'server-disk-full': 507,
  'upload-gone': 404,
  'offset-mismatch': 409,
  'upload-complete': 409,
  'digest-mismatch': 422,
  'size-mismatch': 422,
  'not-ready': 404,
  damaged: 410,
  'rate-limited': 429,
  'server-busy': 503,
  internal: 500,
} as const;
export type ErrorCode = keyof typeof ERRORS;
export const ERROR_CODES = Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]];

export const ApiError = z.object({
  error: z.object({
    code: z.enum(ERROR_CODES),
    /** What happened and what to do, for a person. */
    words: ToldWords,
    /** Figures that belong to the code, e.g. `needed` and `free` in bytes for `quota-full`. */
    details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  }),
});
export type ApiError = z.infer<typeof ApiError>;
