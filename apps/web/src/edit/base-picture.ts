import { readRecipe, BYTES, say, type RecipeRead, type Resource } from '@rollcall/protocol';
import { askView } from '../api/view.ts';
import { browserShows } from '../library/showable.ts';

/** The long side of what is worked on, in pixels: a preview is enough, for the server makes the edit itself, of all pixels. */
const MOST_SIDE = 1440;
/** Milliseconds between two questions whether a view is there. */
const PAUSE = 500;

/** What an edit is made of, as it is worked on here. */
export interface BasePicture {
  readonly width: number;
  readonly height: number;
  /** RGBA in sRGB, as it is before the edit. */
  readonly pixels: ImageData;
}

/** Fetches it, upright. Rejects with an `Error` whose message is for a person. */
export async function fetchBase(base: Resource, until: AbortSignal): Promise<BasePicture> {
  const { assetId, id, mime } = base;
  const preview = await fetchBytes(`${BYTES.rendition(assetId, 'preview')}?v=${id}`, until);
  const bytes = preview ?? (await fetchBytes(browserShows(mime) ? BYTES.resource(assetId, id) : await viewOf(base, until), until));
  if (bytes === null) throw new Error(say('The photo could not be fetched. See that the server can be reached, and try again.'));
  const picture = await createImageBitmap(bytes).catch(() => {
    throw new Error(say('This browser could not draw the photo.'));
  });
  try {
    return drawn(picture);
  } finally {
    picture.close();
  }
}

async function fetchBytes(url: string, signal: AbortSignal): Promise<Blob | null> {
  const answer = await fetch(url, { credentials: 'same-origin', signal });
  return answer.ok ? answer.blob() : null;
}

async function viewOf({ assetId, id }: Resource, until: AbortSignal): Promise<string> {
  for (;;) {
    const view = await askView({ assetId, of: id, kind: 'full' });
    until.throwIfAborted();
    if (view.state === 'ready') return view.url;
    if (view.state === 'never') throw new Error(view.words);
    await new Promise((resolve) => void setTimeout(resolve, PAUSE));
  }
}

function drawn(picture: ImageBitmap): BasePicture {
  const scale = Math.min(1, MOST_SIDE / Math.max(picture.width, picture.height));
  const [width, height] = [Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale))];
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.imageSmoothingQuality = 'high';
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0, width, height);
  return { width, height, pixels: context.getImageData(0, 0, width, height) };
}

/** What a recipe's file says. Rejects where it cannot be fetched now. */
export async function fetchRecipe({ assetId, id }: Resource, signal: AbortSignal): Promise<RecipeRead> {
  const bytes = await fetchBytes(BYTES.resource(assetId, id), signal);
  if (bytes === null)
    throw new Error(say('How the photo was edited could not be fetched. See that the server can be reached, and try again.'));
  return readRecipe(await bytes.text());
}
