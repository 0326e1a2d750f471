import { open } from 'node:fs/promises';
import { fileSource } from './file-source.ts';
import type { Format } from './formats.ts';
import { lookInto } from './look.ts';
import { findPreview } from './preview.ts';

/** The picture that a camera put into its raw file for viewing. */
export interface RawPicture {
  readonly jpeg: Uint8Array;
  /** How it is turned upright where the JPEG does not say so itself: EXIF's orientation, 1 to 8. */
  readonly orientation: number;
}

/** Null: there is none that is whole. Throws what reading the file throws. */
export async function rawPicture(path: string, format: Format): Promise<RawPicture | null> {
  const handle = await open(path, 'r');
  try {
    const source = await fileSource(handle, path, null);
    const preview = await findPreview(format, source);
    if (preview === null) return null;
    const { tags, size } = await lookInto(format, source, []);
    const said = tags?.orientation ?? 1;
    // Some cameras turn the picture before they put it there: then its shape is no longer that of the raw data.
    const turnedAlready = said >= 5 && size !== null && size.width > size.height !== preview.width > preview.height;
    return { jpeg: await source.read(preview.offset, preview.length), orientation: turnedAlready ? 1 : said };
  } finally {
    await handle.close();
  }
}
