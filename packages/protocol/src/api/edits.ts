import { z } from 'zod';
import { Id, ResourceId } from '../ids.ts';
import { MutationResult } from '../mutations.ts';
import { EditSettings } from '../recipe.ts';
import type { Route } from './route.ts';

/** Edits that the server makes of what a person chose. */
export const EDIT_ROUTES = {
  saveEdit: {
    method: 'POST',
    path: '/api/v1/assets/:assetId/edits',
    auth: 'account',
    summary: 'Have an edit made and shown; asked again with the same id, until it is saved',
    params: z.object({ assetId: Id }),
    body: z.object({
      /** Minted once for each edit that is saved: asked twice, it is made once. */
      id: Id,
      /** What it is made of: the original, or an edit that was made elsewhere. */
      base: ResourceId,
      settings: EditSettings,
      /** The rendering that was shown when the edit began. */
      expect: ResourceId.nullable(),
    }),
    response: z.discriminatedUnion('state', [
      z.object({ state: z.literal('being-made') }),
      z.object({
        state: z.literal('saved'),
        /** The rendering, which is shown unless another edit came before it. */
        rendering: ResourceId,
        result: MutationResult,
      }),
    ]),
  },
} as const satisfies Record<string, Route>;
