import { VIEW_KINDS, type ErrorCode } from '@rollcall/protocol';
import { common, NO_STORE, refusalResponses } from './refusals.ts';
import type { Header, Operation, Parameter, Schema } from './types.ts';

const text = (description: string, required = true, schema: Schema = { type: 'string' }): Header => ({ description, required, schema });
const BYTES: Schema = { type: 'string', pattern: '^\\d+$' };
const UUID: Schema = { type: 'string', pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' };
const path = (name: string, schema: Schema, description = ''): Parameter => ({
  name,
  in: 'path',
  required: true,
  description,
  schema,
});
const asks = (name: string, description: string): Parameter => ({
  name,
  in: 'header',
  required: false,
  description,
  schema: { type: 'string' },
});
const refused = (codes: readonly ErrorCode[], method = 'GET', signedIn = true) => refusalResponses([...common(method, signedIn), ...codes]);

/** Photos are never shown by the browser as anything but an attachment. */
const RESOURCE_HEADERS = {
  ETag: text('The SHA-256 of the bytes, in quotes', true, { type: 'string', pattern: '^"[0-9a-f]{64}"$' }),
  'Accept-Ranges': text('', true, { const: 'bytes' }),
  'Cache-Control': text('The bytes of a resource never change', true, { const: 'private, max-age=31536000, immutable' }),
  'Content-Disposition': text('An attachment, with its file name (RFC 6266)', true, { type: 'string', pattern: '^attachment; filename=' }),
};
const LENGTH = { 'Content-Length': text('Bytes', true, BYTES) };
const RANGE = { 'Content-Range': text('Which bytes, of how many', true, { type: 'string', pattern: '^bytes (\\d+-\\d+|\\*)/\\d+$' }) };
const ANY = { '*/*': {} };

function resource(method: 'GET' | 'HEAD'): Operation {
  const content = method === 'GET' ? { content: ANY } : {};
  return {
    operationId: method === 'GET' ? 'resource' : 'resourceHead',
    tags: ['photos'],
    summary:
      method === 'GET'
        ? 'The bytes of an original, of an edit, or of another part of a photo'
        : 'What `GET` would answer, without the bytes',
    description: 'Whole, or one range (RFC 9110 section 14). The bytes hash to their `ETag`, or the answer breaks off before its end.',
    parameters: [
      path('assetId', UUID),
      path('resourceId', { type: 'string', pattern: '^[0-9a-f]{32}$' }),
      asks('Range', 'One range of bytes; several are answered with the whole'),
      asks('If-Range', 'Keeps the range only for these bytes'),
      asks('If-None-Match', 'Saves the body of what is known'),
    ],
    responses: {
      200: { description: 'All bytes', headers: { ...RESOURCE_HEADERS, ...LENGTH }, ...content },
      206: { description: 'The range', headers: { ...RESOURCE_HEADERS, ...LENGTH, ...RANGE }, ...content },
      304: { description: 'Known already', headers: { ETag: RESOURCE_HEADERS.ETag } },
      416: { description: 'No byte is in the range', headers: RANGE },
      ...refused(['not-found', 'damaged'], method),
    },
  };
}

const VIEW_HEADERS = {
  ETag: text('The resource, or the beginning of its digest, and the kind', true, { type: 'string', pattern: '^"[0-9a-f]{32}-[a-z]+"$' }),
  'Accept-Ranges': text('', true, { const: 'bytes' }),
  'Cache-Control': text('With `v` it never changes', true, { const: 'private, max-age=31536000, immutable' }),
  Vary: text('Whose it is'),
  'Repr-Digest': text('Of a compressed version: SHA-256 of all its bytes (RFC 9530)', false),
  'Preference-Applied': text('How long was waited for it, at most (RFC 7240)', false, { type: 'string', pattern: '^wait=\\d+$' }),
};
const VIEW_CONTENT = { 'image/jpeg': {}, 'video/mp4': {} };

const SERVER_SENT =
  'Server-sent events (HTML Standard, section 9.2). The `data` of each event is a `Poke` as JSON: a hint that there is something to pull, never a source of truth. The first tells the head as of now; a comment comes now and then, so that everybody on the way knows that the stream lives.';

/** Downloads, pictures, pokes and the document itself: by method and path. */
export const READ_OPERATIONS: Readonly<Record<string, Operation>> = {
  'GET /api/v1/assets/{assetId}/resources/{resourceId}': resource('GET'),
  'HEAD /api/v1/assets/{assetId}/resources/{resourceId}': resource('HEAD'),
  'GET /api/v1/assets/{assetId}/renditions/{size}': {
    operationId: 'rendition',
    tags: ['photos'],
    summary: 'A picture of a photo or video: at most 512 px (`thumbnail`) or 1440 px (`preview`) on its long side',
    parameters: [
      path('assetId', UUID),
      path('size', { type: 'string', enum: ['thumbnail', 'preview'] }),
      {
        name: 'v',
        in: 'query',
        required: false,
        description: 'The id of the resource that it shows: the answer then never changes',
        schema: { type: 'string', pattern: '^[0-9a-f]{32}$' },
      },
      asks('If-None-Match', 'Saves the body of what is known'),
    ],
    responses: {
      200: {
        description: 'The picture',
        headers: { ETag: text('The resource and the size'), 'Cache-Control': text('For ever with `v`'), Vary: text('Whose it is') },
        content: { 'image/webp': {}, 'image/jpeg': {} },
      },
      304: { description: 'Known already', headers: { ETag: text('The resource and the size') } },
      ...refused(['not-found', 'not-ready']),
    },
  },
  'GET /api/v1/assets/{assetId}/views/{kind}': {
    operationId: 'view',
    tags: ['photos'],
    summary:
      'A version for looking at: `full`, a photo in all its pixels; `stream`, a video as every browser plays it; `loop`, its beginning; `motion`, the film inside a motion photo; `compressed`, a JPEG of at most 2048 px that takes the place of an original on a device, and says inside what it stands for',
    description:
      'Made when it is first asked for: `not-ready` until then, and for ever, with `never` among the details, where none can be. Whole, or one range (RFC 9110 section 14).',
    parameters: [
      path('assetId', UUID),
      path('kind', { type: 'string', enum: VIEW_KINDS }),
      {
        name: 'v',
        in: 'query',
        required: true,
        description: 'The id of the resource that it shows',
        schema: { type: 'string', pattern: '^[0-9a-f]{32}$' },
      },
      asks('Range', 'One range of bytes; several are answered with the whole'),
      asks('If-Range', 'Keeps the range only for these bytes'),
      asks('If-None-Match', 'Saves the body of what is known'),
      asks('Prefer', '`wait=10`: waits so many seconds, at most 20, while it is made (RFC 7240)'),
    ],
    responses: {
      200: { description: 'All bytes', headers: { ...VIEW_HEADERS, ...LENGTH }, content: VIEW_CONTENT },
      206: { description: 'The range', headers: { ...VIEW_HEADERS, ...LENGTH, ...RANGE }, content: VIEW_CONTENT },
      304: { description: 'Known already', headers: { ETag: VIEW_HEADERS.ETag } },
      416: { description: 'No byte is in the range', headers: RANGE },
      ...refused(['not-found', 'not-ready']),
    },
  },
  'GET /api/v1/bundles/{bundleId}': {
    operationId: 'bundle',
    tags: ['photos'],
    summary: 'Photos that were asked for as one ZIP archive',
    description: 'Made while it is read. It breaks off before its end where stored bytes are missing or damaged.',
    parameters: [path('bundleId', { type: 'string', pattern: '^[0-9a-f]{32}$' })],
    responses: {
      200: {
        description: 'The archive',
        headers: {
          ...LENGTH,
          'Content-Disposition': text('An attachment, with its file name (RFC 6266)', true, {
            type: 'string',
            pattern: '^attachment; filename=',
          }),
          'Cache-Control': text('Kept by nobody on the way', true, { const: 'no-store' }),
        },
        content: { 'application/zip': {} },
      },
      ...refused(['not-found']),
    },
  },
  'GET /api/v1/library/pokes': {
    operationId: 'pokes',
    tags: ['library'],
    summary: 'Hears of changes as they happen',
    description: SERVER_SENT,
    responses: {
      200: {
        description: 'The stream, until one of both ends it',
        headers: { 'Cache-Control': NO_STORE },
        content: { 'text/event-stream': { schema: { $ref: '#/components/schemas/Poke' } } },
      },
      ...refused([]),
    },
  },
  'GET /api/v1/openapi.json': {
    operationId: 'openapi',
    tags: ['server'],
    summary: 'This document',
    security: [],
    responses: {
      200: {
        description: 'OpenAPI 3.1',
        headers: { 'Cache-Control': text('Asked for again each time', true, { const: 'no-cache' }) },
        content: { 'application/json': { schema: { type: 'object', required: ['openapi', 'info', 'paths'] } } },
      },
      ...refused([], 'GET', false),
    },
  },
};
