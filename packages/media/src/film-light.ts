import { open } from 'node:fs/promises';
import { fileSource } from './file-source.ts';
import type { Transfer } from './film-facts.ts';
import { readFilm } from './film.ts';
import type { Format } from './formats.ts';
import { within } from './source.ts';

/** How a film writes its light, by its container. Throws what reading the file throws. */
export async function transferOfFilm(path: string, format: Format): Promise<Transfer | null> {
  const handle = await open(path, 'r');
  try {
    return (await readFilm(format, within(await fileSource(handle, path, null)))).transfer;
  } finally {
    await handle.close();
  }
}
