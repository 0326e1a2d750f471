import { z } from 'zod';
import { AlbumFields, AssetFields, CompanionRole, Pixels, Position } from './entities.ts';
import { Hash, Id } from './ids.ts';
import type { ChangeName } from './mutations.ts';

/**
 * What an entry can tell of: a change, or what else happens to a photo. One that is added does not compile until it has its words
 * (`HISTORY_WORDS` in core).
 */
export type JournalKind =
  | ChangeName
  /** The same photo came again. */
  | 'duplicate'
  /** The server read from the bytes what nobody had said. */
  | 'described'
  /** The server read from a file beside it how it had been edited before it came. */
  | 'adjusted'
  /** A part of a pair, now a photo of its own. */
  | 'split-off'
  /** The owner of the server brought back what was deleted for good. */
  | 'purge.undone';

/** One entry of a library's journal, as it is told: what was done to which asset, with the old and the new values. */
export const JournalTold = z.object({
  /** Counts up within a server. */
  n: z.number().int(),
  /** Server's clock, milliseconds since 1970. */
  at: z.number(),
  /** Of an album, where the whole album was changed. */
  assetId: Id,
  /** The name of the change, or of what else happened. A newer server may tell of what this version does not know. */
  what: z.string().max(50),
  old: z.unknown(),
  new: z.unknown(),
});
export type JournalTold = z.infer<typeof JournalTold>;

/** What the entries of some changes hold, as far as it is needed to take them back. */
export const EDITED = z.object({
  old: z.object({ rendering: z.string().nullable(), state: z.string() }),
  new: z.object({ rendering: z.string().nullable(), version: z.string() }),
});
/** What an entry of an edit has as `fewer`, where it has markedly fewer pixels than the original: both. */
export const FEWER = z.object({ pixels: Pixels, of: Pixels });
export type FewerPixels = z.infer<typeof FEWER>;
export const REVERTED = z.object({ old: z.object({ rendering: z.string() }) });
export const JOINED = z.object({
  old: z.object({
    /** Fields of the kept one that the join changed; `new.kept` has what they became. */
    kept: AssetFields.partial(),
    joined: z.object({
      fields: AssetFields,
      /** The bytes of the edit that it showed. */
      shows: Hash.nullable(),
      resources: z.array(z.object({ role: z.string(), hash: Hash })),
    }),
  }),
  new: z.object({ role: z.string(), hash: Hash, kept: AssetFields.partial() }),
});
export const SPLIT = z.object({ old: z.object({ role: CompanionRole }), new: z.object({ assetId: Id }) });
export const SET = z.object({ old: AssetFields.partial(), new: AssetFields.partial() });
export const ALBUM_SET = z.object({ old: AlbumFields.partial(), new: AlbumFields.partial() });
/** A photo came into an album, was moved in it, or was taken out of it. Null: it was not in it. */
export const ALBUM_PLACED = z.object({
  old: z.object({ albumId: Id, position: Position.nullable() }),
  new: z.object({ albumId: Id, position: Position.nullable() }),
});
