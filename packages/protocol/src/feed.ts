import { z } from 'zod';
import { Entity } from './entities.ts';
import { Hash, Id } from './ids.ts';
import { LIMITS } from './limits.ts';
import { Change, Mutation, MutationResult } from './mutations.ts';

/** How far the server has taken a device's chain of mutations. */
export const Acknowledged = z.object({ n: z.number().int().nonnegative(), hash: Hash });
export type Acknowledged = z.infer<typeof Acknowledged>;

/** One row of a library as it is now: at most one entry per entity in the whole feed. */
export const FeedEntry = z.object({ seq: z.number().int().positive(), entity: Entity });
export type FeedEntry = z.infer<typeof FeedEntry>;

/**
 * Everything with `seq` above the cursor, in seq order. Without a cursor the feed begins at the first
 * row: that is the snapshot. Tombstones are included while they live; absence never removes.
 */
export const ChangesPage = z.object({
  changes: z.array(FeedEntry).max(LIMITS.changesPage),
  cursor: z.string(),
  /** The page reaches the head of the library as of its own transaction. */
  complete: z.boolean(),
  /** This device's chain, as of the same transaction; null for a browser. */
  acknowledged: Acknowledged.nullable(),
});
export type ChangesPage = z.infer<typeof ChangesPage>;

/** The rows of a library that were written last, in seq order. */
export const NewestRows = z.object({ changes: z.array(FeedEntry).max(LIMITS.changesPage) });

export const MutationsRequest = z.object({ mutations: z.array(Mutation).min(1).max(LIMITS.mutations) });
export const MutationsResponse = z.object({
  /** One for each mutation sent, in order; those seen before answer as they did then. */
  results: z.array(z.object({ n: z.number().int(), result: MutationResult })),
  acknowledged: Acknowledged,
});
export type MutationsResponse = z.infer<typeof MutationsResponse>;

/** What a browser asks for: the server keeps its chain. `id` makes a repeat harmless. */
export const ActionsRequest = z.object({
  actions: z
    .array(z.object({ id: Id, change: Change }))
    .min(1)
    .max(LIMITS.mutations),
  /** The person's password, when something of this cannot be taken back (`asset.purge`). */
  password: z.string().max(256).optional(),
});
export const ActionsResponse = z.object({ results: z.array(z.object({ id: Id, result: MutationResult })) });

/** A hint that there is something to pull; never a source of truth. `seq` is the head when it was sent. */
export const Poke = z.discriminatedUnion('type', [
  z.object({ type: z.literal('library'), seq: z.number().int() }),
  z.object({ type: z.literal('devices') }),
  z.object({ type: z.literal('revoked') }),
  /** To one device: it is asked to do something. */
  z.object({ type: z.literal('orders') }),
  /** Stored bytes were found damaged or missing: who has them can give them back (the route `wanted`). */
  z.object({ type: z.literal('wanted') }),
  /** The account has another quota, or its request for one was answered: what waits for room can ask again. */
  z.object({ type: z.literal('room') }),
]);
export type Poke = z.infer<typeof Poke>;
