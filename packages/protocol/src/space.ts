import { z } from 'zod';
import { Hash, Id } from './ids.ts';
import { LIMITS } from './limits.ts';

/** What would free room in the cloud, by kind. */
export const SPACE_SECTIONS = ['exact', 'alike', 'videos', 'screenshots', 'blurred'] as const;
export const SpaceSection = z.enum(SPACE_SECTIONS);
export type SpaceSection = z.infer<typeof SpaceSection>;

/** What a person holds by a photo with: it is shown among what could go, and never proposed. */
export const SpaceMark = z.enum(['favourite', 'album']);
export type SpaceMark = z.infer<typeof SpaceMark>;

/** A photo that could go. Bytes. */
export const SpaceCandidate = z.object({
  assetId: Id,
  mark: SpaceMark.nullable(),
  /** What only this photo holds: free when it has gone from Recently Deleted. */
  frees: z.number().int().nonnegative(),
  /** What other photos hold as well: free when the last of its `holders` has gone. */
  shared: z
    .array(z.object({ hash: Hash, size: z.number().int().nonnegative(), holders: z.number().int().min(2) }))
    .max(LIMITS.resourcesPerAsset),
});
export type SpaceCandidate = z.infer<typeof SpaceCandidate>;

/** Pictures of one thing; or one photo by itself. */
export const SpaceGroup = z.object({
  /** The one to be kept; null: each is for itself. */
  keep: Id.nullable(),
  /** A person holds by them: never proposed. */
  stay: z.array(Id).max(LIMITS.spaceGroup),
  go: z.array(SpaceCandidate).min(1).max(LIMITS.spaceGroup),
});
export type SpaceGroup = z.infer<typeof SpaceGroup>;

/** What is proposed of a kind. */
export const SpacePart = z.object({
  groups: z.number().int().nonnegative(),
  photos: z.number().int().nonnegative(),
  /** Bytes that are free when all of them have gone from Recently Deleted. */
  frees: z.number().int().nonnegative(),
});
export type SpacePart = z.infer<typeof SpacePart>;

/** What would free room, and how much. */
export const SpaceSummary = z.object({
  /** What is in Recently Deleted, and the bytes that only it holds. */
  deleted: z.object({ photos: z.number().int().nonnegative(), frees: z.number().int().nonnegative() }),
  sections: z.object({ exact: SpacePart, alike: SpacePart, videos: SpacePart, screenshots: SpacePart, blurred: SpacePart }),
  /** Pictures that were not measured yet: likely duplicates and blurred ones among them come later. */
  unmeasured: z.number().int().nonnegative(),
});
export type SpaceSummary = z.infer<typeof SpaceSummary>;

/** Photos that look the same, and of which a person has kept all. */
export const KeptGroup = z.array(Id).min(2).max(LIMITS.spaceGroup);
export type KeptGroup = z.infer<typeof KeptGroup>;
