/**
 * Routes that carry bytes, or a stream: they are called with headers and streams, not with JSON.
 * Each function gives the path below the server's address.
 */
export const BYTES = {
  /** GET, with `Range` (RFC 9110 section 14). The answer is an attachment; its bytes hash to the resource's hash. */
  resource: (assetId: string, resourceId: string): string => `/api/v1/assets/${assetId}/resources/${resourceId}`,
  /** GET: `thumbnail` is 512 px on its long side at most, `preview` 1440. 404 `not-ready` until it is made. */
  rendition: (assetId: string, size: RenditionSize): string => `/api/v1/assets/${assetId}/renditions/${size}`,
  /** GET, with `Range`: a version for looking at, made when it is first asked for. 404 `not-ready` until then; with `never` among its details there will be none. */
  view: (assetId: string, kind: ViewKind): string => `/api/v1/assets/${assetId}/views/${kind}`,
  /** GET: photos that were asked for (`askBundle`) as one ZIP archive, for some minutes. */
  bundle: (bundleId: string): string => `/api/v1/bundles/${bundleId}`,
  /** HEAD, PATCH, DELETE: one upload (IETF resumable upload draft). */
  upload: (uploadId: string): string => `/api/v1/uploads/${uploadId}`,
  /** PUT: the whole body in one request, idempotent; 201 with `UploadFinished`. */
  uploadWhole: (uploadId: string): string => `/api/v1/uploads/${uploadId}/whole`,
  /** POST: creation as the draft has it (`Upload-Complete`, `Upload-Length`, `Repr-Digest`). */
  uploads: '/api/v1/uploads',
  /** GET: server-sent events; each `data` is a `Poke` as JSON. */
  pokes: '/api/v1/library/pokes',
} as const;

export type RenditionSize = 'thumbnail' | 'preview';

/**
 * `full`: a photo in all its pixels as a JPEG, for what browsers do not show; `stream`: a video as every browser plays it; `loop`: its first
 * seconds, small and silent; `motion`: the film inside a motion photo, as it lies there. Of a motion photo `stream` and `loop` are of that film.
 * `compressed`: a JPEG of at most 2048 px, marked inside with what it stands for, which takes the place of an original on a device.
 */
export const VIEW_KINDS = ['full', 'stream', 'loop', 'motion', 'compressed'] as const;
export type ViewKind = (typeof VIEW_KINDS)[number];
