import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { hashing } from './hashing.ts';
import { several } from './several.ts';

// copy.ts FROM TO: a plain copy with hashing; each file is synced before it gets its name.
const [from = '.', to = '.'] = process.argv.slice(2);
mkdirSync(to, { recursive: true });

async function copy(name: string): Promise<void> {
  const file = createWriteStream(join(to, `.${name}.part`), { highWaterMark: 1 << 20, flush: true });
  const hash = createHash('sha256');
  await pipeline(createReadStream(join(from, name), { highWaterMark: 1 << 20 }), hashing(hash), file);
  hash.digest();
  renameSync(join(to, `.${name}.part`), join(to, name));
}

await several(Readable.from(readdirSync(from)), 4, copy);
