import { RECIPE_MIME, UNCHANGED, say, type Asset, type EditSettings, type RecipeRead, type Resource } from '@rollcall/protocol';
import { shownOf, type Item } from '../library/item.ts';

/** What an edit begins with. */
export interface Beginning {
  /** What it is made of. */
  readonly base: Resource;
  readonly settings: EditSettings;
  /** What a person should know of it; null: nothing. */
  readonly words: string | null;
}

/** Why a photo cannot be edited here, for a person; null: it can. */
export function whyNotEdited(item: Item, shown: Resource | undefined): string | null {
  if (item.kind === 'video')
    return say('Videos cannot be edited here. Edit it on a device; the edit comes here, and the original is kept.');
  if (shown === undefined) return say('Its bytes are not in the cloud yet. It can be edited when they are.');
  if (shown.mime === 'image/gif') return say('This picture moves. It cannot be edited here: only one of its pictures would be left.');
  if (shown.mime === 'image/svg+xml') return say('A drawing cannot be edited here.');
  switch (item.picture.state) {
    case 'ready':
      return null;
    case 'not-yet':
      return say('Its picture is being made. It can be edited as soon as it is there.');
    case 'unavailable':
      return say('It cannot be edited here. {why}', { why: item.picture.words });
    default:
      return item.picture satisfies never;
  }
}

/** The recipe by which what is shown was made; undefined: it is the original, or was edited elsewhere. */
export function recipeOf(asset: Asset, resources: readonly Resource[]): Resource | undefined {
  const shown = shownAmong(asset, resources);
  if (shown?.role !== 'edited') return undefined;
  const ending = `.${shown.hash.slice(0, 12)}.edit.json`;
  return resources.find(
    ({ role, mime, fileName }) => role === 'adjustment-data' && mime === RECIPE_MIME && fileName?.endsWith(ending) === true,
  );
}

const ELSEWHERE = say('It was edited elsewhere before. You go on from how it looks now; the original and that edit are kept as versions.');
const NEWER = say(
  'It was edited by a newer version of Rollcall, whose recipe this one does not know. You go on from how it looks now; that edit and its recipe are kept.',
);
const GONE = say('How it was edited cannot be read now. You go on from how it looks; the original and that edit are kept as versions.');

/**
 * The original, with what was done to it so far; or, where nobody here knows what that was, what is shown.
 * @param read the recipe of what is shown; null: there is none
 */
export function beginningOf(asset: Asset, resources: readonly Resource[], read: RecipeRead | null): Beginning | null {
  const shown = shownAmong(asset, resources);
  if (shown === undefined) return null;
  if (shown.role !== 'edited') return { base: shown, settings: UNCHANGED, words: null };
  const anew = (words: string): Beginning => ({ base: shown, settings: UNCHANGED, words });
  switch (read?.state) {
    case undefined:
      return anew(ELSEWHERE);
    case 'newer':
      return anew(NEWER);
    case 'none':
      return anew(GONE);
    case 'read': {
      const { of, makes, settings } = read.recipe;
      const base = resources.find(({ hash, role }) => hash === of && (role === 'original' || role === 'edited'));
      return base === undefined || makes !== shown.hash ? anew(GONE) : { base, settings, words: base.role === 'edited' ? ELSEWHERE : null };
    }
    default:
      return read satisfies never;
  }
}

function shownAmong(asset: Asset, resources: readonly Resource[]): Resource | undefined {
  return shownOf(asset, new Map(resources.map((each) => [each.id, each])));
}

/** Whether nothing is done to what an edit is made of. */
export function isUnchanged(settings: EditSettings): boolean {
  return sameSettings(settings, UNCHANGED);
}

/** A crop is the same if no pixel of any camera's picture is another. */
export function sameSettings(a: EditSettings, b: EditSettings): boolean {
  const same = (key: keyof EditSettings['crop']): boolean => Math.abs(a.crop[key] - b.crop[key]) < 1e-6;
  return (
    (['turn', 'mirror', 'straighten', 'exposure', 'contrast', 'saturation', 'warmth'] as const).every((key) => a[key] === b[key]) &&
    (['x', 'y', 'width', 'height'] as const).every(same)
  );
}
