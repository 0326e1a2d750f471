import { open } from 'node:fs/promises';
import { fileSource } from './file-source.ts';
import type { FilmFacts } from './film-facts.ts';
import { readFilm } from './film.ts';
import type { Format } from './formats.ts';
import { within } from './source.ts';

/** What a film's container says. Throws what reading the file throws. */
export async function factsOfFilm(path: string, format: Format): Promise<FilmFacts> {
  const handle = await open(path, 'r');
  try {
    return await readFilm(format, within(await fileSource(handle, path, null)));
  } finally {
    await handle.close();
  }
}
