import { UploadAskRequest, UploadAskResponse } from '../uploads.ts';
import type { Route } from './route.ts';

/** Before bytes move; the bytes themselves are in `bytes.ts`. */
export const UPLOAD_ROUTES = {
  askUploads: {
    method: 'POST',
    path: '/api/v1/uploads/ask',
    auth: 'account',
    summary: 'Ask before sending: does the cloud have it, is there room, where to send',
    body: UploadAskRequest,
    response: UploadAskResponse,
  },
} as const satisfies Record<string, Route>;
