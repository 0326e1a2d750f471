import { ERRORS, LIMITS, UPLOAD_CONTENT_TYPE, type ErrorCode } from '@rollcall/protocol';
import { SPOKEN_VERSIONS } from '@rollcall/transfer';
import { common, NO_STORE, PROBLEM, refusal, refusalResponses } from './refusals.ts';
import type { Header, Operation, Parameter, Response, Schema } from './types.ts';

const told = (description: string, schema: Schema, required = true): Header => ({ description, required, schema });
/** Structured fields (RFC 9651), as they stand in a header. */
const BOOLEAN: Schema = { type: 'string', enum: ['?0', '?1'] };
const INTEGER: Schema = { type: 'string', pattern: '^\\d{1,15}$' };
const DIGEST: Schema = { type: 'string', pattern: '^sha-256=:[A-Za-z0-9+/]{43}=:$' };
const COMPLETE = told('Whether the answer is the result of the whole upload', BOOLEAN);
const OFFSET = told('Bytes that are here', INTEGER);
const LENGTH = told('Bytes of the whole file', INTEGER);
const LIMIT = told('Limits, in bytes and seconds', { type: 'string', pattern: '^max-size=\\d+(, max-age=\\d+)?$' });
const REPR_DIGEST = told('SHA-256 of the whole file (RFC 9530)', DIGEST);
const STANDS = { 'Upload-Complete': COMPLETE, 'Upload-Offset': OFFSET, 'Upload-Length': LENGTH, 'Upload-Limit': LIMIT };
const NOT_COMPLETE: Record<string, Header> = { 'Upload-Complete': COMPLETE };

const FINISHED = { 'application/json': { schema: { $ref: '#/components/schemas/UploadFinished' } } };
const finished = (description: string, headers: Record<string, Header> = {}): Response => ({
  description,
  headers: { ...STANDS, 'Repr-Digest': REPR_DIGEST, 'Cache-Control': NO_STORE, ...headers },
  content: FINISHED,
});
const asks = (name: string, description: string, schema: Schema, required = false): Parameter => ({
  name,
  in: 'header',
  description,
  required,
  schema,
});
const ID: Parameter = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'As told by `POST /uploads/ask` or by `Location`',
  schema: { type: 'string' },
};
const INTEROP = asks('Upload-Draft-Interop-Version', 'With it, informational answers 104 tell where the upload is and how far it came', {
  type: 'string',
  enum: SPOKEN_VERSIONS.map(String),
});
const ASKS_COMPLETE = asks('Upload-Complete', '`?1`: with the end of this request all bytes are here', BOOLEAN, true);

/** An upload refuses like any route, and says by `Upload-Complete: ?0` that it is not the upload’s result. */
function refused(method: string, codes: readonly ErrorCode[]): Record<string, Response> {
  return refusalResponses([...common(method, true).filter((code) => code !== 'too-large'), 'upload-gone', ...codes], statusOf);
}
const statusOf = (code: ErrorCode): number => ERRORS[code];

/** 400 of an append: what cannot be understood, or lengths that contradict each other. */
const INCONSISTENT: Response = refusal(['bad-request', 'size-mismatch'], {
  headers: { 'Upload-Complete': told('Never complete', BOOLEAN, false) },
  types: ['application/json', PROBLEM],
});
const UPLOADS = 'uploads';
const DRAFT =
  'As [Resumable Uploads for HTTP](https://datatracker.ietf.org/doc/draft-ietf-httpbis-resumable-upload/) has it. A newer request for one upload breaks an older one that still runs.';

const offset: Omit<Operation, 'operationId'> = {
  tags: [UPLOADS],
  summary: 'Where an upload stands',
  description: DRAFT,
  parameters: [ID],
  responses: {
    204: {
      description: 'It is open, or complete',
      headers: { ...STANDS, 'Repr-Digest': { ...REPR_DIGEST, required: false }, 'Cache-Control': NO_STORE },
    },
    ...refused('HEAD', []),
  },
};

/** Creation, offset, append, whole and cancel: by method and path, as they stand in the document. */
export const UPLOAD_OPERATIONS: Readonly<Record<string, Operation>> = {
  'OPTIONS /api/v1/uploads': {
    operationId: 'uploadLimits',
    tags: [UPLOADS],
    summary: 'What uploads may be made here',
    security: [],
    responses: {
      204: { description: 'The limits of an upload', headers: { 'Upload-Limit': LIMIT } },
      ...refusalResponses(common('OPTIONS', false)),
    },
  },
  'POST /api/v1/uploads': {
    operationId: 'createUpload',
    tags: [UPLOADS],
    summary: 'Begin an upload without asking before, with all, some or none of its bytes',
    description: DRAFT,
    parameters: [
      ASKS_COMPLETE,
      asks('Upload-Length', 'Bytes of the whole file; needed unless this request has them all', INTEGER),
      asks('Repr-Digest', 'SHA-256 of the whole file; wrong bytes are then dropped', DIGEST),
      INTEROP,
    ],
    requestBody: { required: false, content: { '*/*': {} } },
    responses: {
      200: {
        description: 'This library has these bytes already',
        headers: { 'Upload-Complete': COMPLETE, 'Repr-Digest': REPR_DIGEST, 'Upload-Limit': LIMIT, 'Cache-Control': NO_STORE },
        content: FINISHED,
      },
      201: {
        description: 'The upload is open (`Upload-Complete: ?0`), or complete',
        headers: {
          ...STANDS,
          Location: told('Where the upload is', { type: 'string' }),
          'Repr-Digest': { ...REPR_DIGEST, required: false },
          'Cache-Control': NO_STORE,
        },
        content: FINISHED,
      },
      ...refusalResponses([...common('POST', true), 'quota-full', 'digest-mismatch', 'rate-limited'], statusOf),
      400: INCONSISTENT,
      413: refusal(['too-large'], { headers: { 'Upload-Limit': LIMIT } }),
    },
  },
  'HEAD /api/v1/uploads/{id}': { ...offset, operationId: 'uploadOffset' },
  'GET /api/v1/uploads/{id}': { ...offset, operationId: 'getUploadOffset', summary: 'Where an upload stands, for who cannot ask by HEAD' },
  'PATCH /api/v1/uploads/{id}': {
    operationId: 'appendToUpload',
    tags: [UPLOADS],
    summary: 'Add bytes to an upload, at the offset where it stands',
    description: DRAFT,
    parameters: [
      ID,
      asks('Upload-Offset', 'Where the bytes of this request begin', INTEGER, true),
      ASKS_COMPLETE,
      asks('Upload-Length', 'Bytes of the whole file, as they were announced', INTEGER),
      INTEROP,
    ],
    requestBody: { required: true, content: { [UPLOAD_CONTENT_TYPE]: {} } },
    responses: {
      200: finished('It was complete already; this is the answer that may have been lost'),
      201: finished('All bytes are here, hashed and on disk'),
      204: { description: 'The bytes are added; more are to come', headers: { ...STANDS, 'Cache-Control': NO_STORE } },
      ...refused('PATCH', ['digest-mismatch']),
      400: INCONSISTENT,
      409: {
        ...refusal(['offset-mismatch', 'upload-complete'], { headers: STANDS, types: ['application/json', PROBLEM] }),
        description: 'Refused: `offset-mismatch` with the right offset, or `upload-complete`',
      },
      415: refusal(['bad-request'], {
        headers: { ...NOT_COMPLETE, 'Accept-Patch': told('The type of an append', { const: UPLOAD_CONTENT_TYPE }) },
      }),
    },
  },
  'DELETE /api/v1/uploads/{id}': {
    operationId: 'cancelUpload',
    tags: [UPLOADS],
    summary: 'Give an upload up: its bytes and its reservation are free at once',
    parameters: [ID],
    responses: { 204: { description: 'It is gone', headers: { 'Cache-Control': NO_STORE } }, ...refused('DELETE', []) },
  },
  'PUT /api/v1/uploads/{id}/whole': {
    operationId: 'putWholeUpload',
    tags: [UPLOADS],
    summary: 'All bytes in one request; may be repeated',
    parameters: [ID],
    requestBody: { required: true, content: { '*/*': {} }, description: `At most ${LIMITS.fileSize} bytes, and as many as were asked for` },
    responses: {
      200: finished('They were here already'),
      201: finished('They are here, hashed and on disk'),
      ...refused('PUT', ['digest-mismatch', 'size-mismatch']),
    },
  },
};
