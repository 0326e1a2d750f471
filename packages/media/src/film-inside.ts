import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { describe } from './describe.ts';
import { fileSource } from './file-source.ts';
import type { Motion } from './motion.ts';

/**
 * Writes the film that a motion photo carries into a file of its own, as it lies there. Answers whether there is one, whole. May throw
 * what reading and writing throw.
 * @param path absolute path of the photo
 * @param name the name a person knows it by
 * @param to absolute path to write to
 */
export async function cutFilm(path: string, name: string, to: string): Promise<Motion['state']> {
  const motion = await findFilm(path, name);
  if (motion.state === 'found') {
    const { offset, length } = motion.film;
    await pipeline(createReadStream(path, { start: offset, end: offset + length - 1 }), createWriteStream(to));
  }
  return motion.state;
}

async function findFilm(path: string, name: string): Promise<Motion> {
  const handle = await open(path, 'r');
  try {
    const described = await describe(await fileSource(handle, name, null));
    return described?.details.motion ?? { state: 'none' };
  } finally {
    await handle.close();
  }
}
