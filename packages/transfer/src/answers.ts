import { ERRORS, say, sizeWords, UPLOAD_CONTENT_TYPE, UPLOAD_HEADERS, type ErrorCode, type UploadFinished } from '@rollcall/protocol';
import { formatBoolean, formatDigest, standing } from './fields.ts';

/** A response: its status, header fields, and JSON content (null: none). */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

type Details = Readonly<Record<string, string | number | boolean | null>>;

/** Why finished bytes could not be kept. */
export type Unkept = 'server-disk-full' | 'internal';

/** Problem types that the draft registers (RFC 9457). */
const PROBLEMS = 'https://iana.org/assignments/http-problem-types#';

/**
 * A refusal in the form of every refusal of the API (`ApiError`). With `problem` it is a problem
 * document (RFC 9457) as well: `error` is then an extension member of it.
 */
export function refusal(
  code: ErrorCode,
  words: string,
  details: Details = {},
  headers: Readonly<Record<string, string>> = {},
  problem: Readonly<Record<string, unknown>> | null = null,
  status: number = ERRORS[code],
): Answer {
  return {
    status,
    headers: { 'content-type': problem ? 'application/problem+json' : 'application/json', 'cache-control': 'no-store', ...headers },
    body: { ...problem, error: { code, words, details } },
  };
}

interface Stand {
  readonly offset: number;
  readonly length: number;
}

/** To HEAD: where the upload stands. `hash` is set when it is complete. */
export function stands(upload: Stand, hash: string | null): Answer {
  const headers = { ...standing({ ...upload, complete: hash !== null }), 'cache-control': 'no-store' };
  return { status: 204, headers: hash === null ? headers : { ...headers, [UPLOAD_HEADERS.digest]: formatDigest(hash) }, body: null };
}

export function appended(upload: Stand): Answer {
  return { status: 204, headers: { ...standing({ ...upload, complete: false }), 'cache-control': 'no-store' }, body: null };
}

export function finished(status: 200 | 201, upload: { readonly length: number; readonly hash: string }): Answer {
  const body: UploadFinished = { hash: upload.hash, size: upload.length };
  return {
    status,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      ...standing({ offset: upload.length, length: upload.length, complete: true }),
      [UPLOAD_HEADERS.digest]: formatDigest(upload.hash),
    },
    body,
  };
}

export function cancelled(): Answer {
  return { status: 204, headers: { 'cache-control': 'no-store' }, body: null };
}

export function gone(): Answer {
  return refusal(
    'upload-gone',
    say('This upload is not here: it was cancelled, or collected after a day without a byte. Ask again before sending.'),
  );
}

/** The answer is that of the upload, and not yet of what the whole file comes to (draft section 4.1.2). */
const UPLOADING = { [UPLOAD_HEADERS.complete]: formatBoolean(false) };

export function badRequest(words: string): Answer {
  return refusal('bad-request', words, {}, UPLOADING);
}

export function wrongType(): Answer {
  return refusal(
    'bad-request',
    say('Bytes are appended with the content type {type}.', { type: UPLOAD_CONTENT_TYPE }),
    {},
    { 'accept-patch': UPLOAD_CONTENT_TYPE, ...UPLOADING },
    null,
    415,
  );
}

export function offsetMismatch(upload: Stand, provided: number): Answer {
  const problem = {
    type: `${PROBLEMS}mismatching-upload-offset`,
    title: 'the offset of the request is not the offset of the upload',
    'expected-offset': upload.offset,
    'provided-offset': provided,
  };
  return refusal(
    'offset-mismatch',
    say('The next byte wanted is number {offset}. Go on from there.', { offset: String(upload.offset) }),
    { expected: upload.offset, provided },
    standing({ ...upload, complete: false }),
    problem,
  );
}

/** To what would change a complete upload: like every refusal, not the upload's result, so `Upload-Complete: ?0` (draft section 4.1.2). */
export function completed(upload: { readonly length: number }): Answer {
  return refusal(
    'upload-complete',
    say('This upload is complete; nothing can be added to it.'),
    {},
    standing({ offset: upload.length, length: upload.length, complete: false }),
  );
}

export function inconsistentLength(length: number): Answer {
  const problem = { type: `${PROBLEMS}inconsistent-upload-length`, title: 'the lengths told for the upload differ' };
  return refusal(
    'size-mismatch',
    say('This upload was asked for with {length}, and the request says otherwise. Ask again with the right size.', {
      length: sizeWords(length),
    }),
    { length },
    UPLOADING,
    problem,
    400,
  );
}

export function sizeMismatch(length: number, provided: number): Answer {
  return refusal(
    'size-mismatch',
    say('This upload was asked for with {length} bytes, and {provided} were sent. Ask again with the right size.', {
      length: String(length),
      provided: String(provided),
    }),
    { length, provided },
    UPLOADING,
  );
}

/** Wrong bytes are dropped; the upload stays, empty, and may be sent again. */
export function digestMismatch(hash: string, length: number): Answer {
  return refusal(
    'digest-mismatch',
    say('The bytes that arrived are not the bytes that were announced. They were dropped: send them again from the start.'),
    { arrived: hash },
    standing({ offset: 0, length, complete: false }),
  );
}

export function unkept(why: Unkept): Answer {
  switch (why) {
    case 'server-disk-full':
      return refusal(why, say('The server’s disk is full. What arrived is kept; go on when there is room.'));
    case 'internal':
      return refusal(why, say('The server could not keep the bytes. Try again.'));
    default:
      return why satisfies never;
  }
}
