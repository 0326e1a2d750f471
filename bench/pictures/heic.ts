import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../machine/program.ts';

/** The same photographs as HEIC, `IMG_0.HEIC` and so on. Null: the program that writes such files is not installed. */
export async function asHeic(files: readonly string[], into: string): Promise<string[] | null> {
  const made: string[] = [];
  for (const [number, file] of files.entries()) {
    const heic = join(into, `IMG_${number}.HEIC`);
    try {
      await run('heif-enc', ['-q', '60', file, '-o', heic]);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
    made.push(heic);
  }
  return made;
}

/** Writes so many different files with these pictures, each with its number in a box that holds nothing (ISO/IEC 14496-12, 8.1.2). */
export function numbered(heics: readonly string[], into: string, count: number): void {
  const pictures = heics.map((file) => readFileSync(file));
  for (let number = 0; number < count; number += 1) {
    const free = Buffer.alloc(12);
    free.writeUInt32BE(free.length);
    free.write('free', 4, 'latin1');
    free.writeUInt32BE(number, 8);
    const name = `HEIC_${String(number).padStart(6, '0')}.HEIC`;
    writeFileSync(join(into, name), Buffer.concat([pictures[number % pictures.length] as Buffer, free]));
  }
}
