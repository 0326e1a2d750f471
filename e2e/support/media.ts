import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The test media that lie beside the project, or a folder of them. */
interface Media {
  readonly folder: string;
  /** Why nothing can be tested with them; false: they are there. Said on the way, so that what is skipped is never silent. */
  readonly missing: string | false;
  bytes(name: string): Buffer;
}

export function mediaIn(below = ''): Media {
  const folder = join(fileURLToPath(new URL('../../../shared/media', import.meta.url)), below);
  const missing = existsSync(folder)
    ? false
    : `the test media are not there: ${relative(process.cwd(), folder)}; nothing of this was tested`;
  if (missing) process.stderr.write(`NOT TESTED: ${missing}\n`);
  return { folder, missing, bytes: (name) => readFileSync(join(folder, name)) };
}
