import { z } from 'zod';
import { Id } from './ids.ts';
import { LIMITS } from './limits.ts';

/** A folder of a device, as its path below the device's own, with `/` between segments; empty: that one itself. */
const FolderPath = z
  .string()
  .max(LIMITS.path)
  .refine(
    (path) => path === '' || path.split('/').every((name) => name !== '' && name !== '.' && name !== '..'),
    'not a path below a folder',
  );

/** What a person wants to have on a device in full before all else: a folder, an album with all that is ever in it, or one photo. */
export const Pin = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('folder'), path: FolderPath }),
  z.object({ kind: z.literal('album'), id: Id, title: z.string().min(1).max(LIMITS.title) }),
  z.object({ kind: z.literal('photo'), id: Id }),
]);
export type Pin = Readonly<z.infer<typeof Pin>>;

/** One thing that is pinned, by name: a folder's path, an album's title, a photo's file name. */
export const PinNamed = z.object({
  kind: z.enum(['folder', 'album', 'photo']),
  /** Empty: the device's own folder. */
  name: z.string().max(LIMITS.path),
  /** Of an album, or a photo; absent as well where the device does not tell. */
  id: Id.optional(),
});
export type PinNamed = z.infer<typeof PinNamed>;

/** What is pinned on a device: how many folders, albums and photos. */
export const PinsTold = z.object({
  count: z.number().int().nonnegative(),
  /** Of them, what was pinned last, by name. */
  first: z.array(PinNamed).max(LIMITS.pinsTold),
  /** The photos among them, what was pinned last first; absent: a device that does not tell. */
  photos: z.array(Id).max(LIMITS.pinnedPhotosTold).optional(),
});
export type PinsTold = z.infer<typeof PinsTold>;
