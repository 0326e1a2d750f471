import type { Handlers, RouteContext } from './handlers.ts';

/** Edits of photos. */
export function editHandlers({ edits }: RouteContext): Pick<Handlers, 'saveEdit'> {
  return { saveEdit: ({ asker, params, body }) => edits.save(asker, { assetId: params.assetId, ...body }) };
}
