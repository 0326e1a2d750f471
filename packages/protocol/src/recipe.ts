import { z } from 'zod';
import { Hash } from './ids.ts';

/** The media type by which a recipe is known among the resources of a photo. */
export const RECIPE_MIME = 'application/vnd.rollcall.edit+json';

/** From -100 to 100; 0 changes nothing. */
const Amount = z.number().int().min(-100).max(100);

/**
 * What was done to a picture, in this order: turned, mirrored, straightened about its middle, cropped, and its light and colours changed. What each
 * number means is in `docs/edits.md`.
 */
export const EditSettings = z.strictObject({
  /** Degrees, clockwise. */
  turn: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  /** Left and right exchanged, after the turn. */
  mirror: z.boolean(),
  /** Degrees, clockwise. */
  straighten: z.number().min(-45).max(45),
  /** What is kept, in parts of the width and height of the turned picture, whose middle stays at ½, ½; where it is straightened a corner may lie outside 0 to 1. */
  crop: z.strictObject({
    x: z.number().min(-1).max(2),
    y: z.number().min(-1).max(2),
    width: z.number().gt(0).max(2),
    height: z.number().gt(0).max(2),
  }),
  exposure: Amount,
  contrast: Amount,
  saturation: Amount,
  /** Above 0 warmer. */
  warmth: Amount,
});
export type EditSettings = z.infer<typeof EditSettings>;

/** An edit as it can be taken up again: a resource of its photo, beside the rendering that was made by it. */
export const Recipe = z.strictObject({
  format: z.literal('rollcall-edit'),
  version: z.literal(1),
  /** The bytes that it is made of: those of the photo's original, or of an edit that was made elsewhere. */
  of: Hash,
  /** The bytes that were made by it. */
  makes: Hash,
  settings: EditSettings,
});
export type Recipe = z.infer<typeof Recipe>;

export const UNCHANGED: EditSettings = {
  turn: 0,
  mirror: false,
  straighten: 0,
  crop: { x: 0, y: 0, width: 1, height: 1 },
  exposure: 0,
  contrast: 0,
  saturation: 0,
  warmth: 0,
};

/** `newer`: it is a recipe, of a version that this one does not know; `none`: it is no recipe. */
export type RecipeRead = { readonly state: 'read'; readonly recipe: Recipe } | { readonly state: 'newer' } | { readonly state: 'none' };

const Marked = z.object({ format: z.literal('rollcall-edit') });

/** What a recipe's file says. Never throws. */
export function readRecipe(text: string): RecipeRead {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { state: 'none' };
  }
  const recipe = Recipe.safeParse(json);
  if (recipe.success) return { state: 'read', recipe: recipe.data };
  return { state: Marked.safeParse(json).success ? 'newer' : 'none' };
}

/** The name of a recipe's file: of which photo it is, and of which of its renderings, by the beginning of their hash. */
export function recipeName(fileName: string, makes: string): string {
  const stem = fileName.replace(/\.[^.]{1,8}$/, '') || fileName;
  return `${stem.slice(0, 180)}.${makes.slice(0, 12)}.edit.json`;
}
