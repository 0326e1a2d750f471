import { createHash } from 'node:crypto';
import { createWriteStream, renameSync } from 'node:fs';
import { Agent, get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { hashing } from './hashing.ts';
import { several } from './several.ts';

// receive.ts URL FOLDER: fetches every file that the server tells of, hashed on its way, synced, and renamed into place.
const [url = '', folder = '.'] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true });
process.once('SIGTERM', () => process.exit(0));

const ask = (path: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => get(`${url}/${path}`, { agent }, resolve).once('error', reject));

async function fetchOne(line: string): Promise<void> {
  const { name, hash: wanted } = JSON.parse(line) as { name: string; hash: string };
  const hash = createHash('sha256');
  const path = join(folder, `.${name}.part`);
  const file = createWriteStream(path, { highWaterMark: 1 << 20, flush: true });
  await pipeline(await ask(encodeURIComponent(name)), hashing(hash), file);
  if (hash.digest('hex') !== wanted) throw new Error(`${name} arrived as something else`);
  renameSync(path, join(folder, name));
}

await several(createInterface({ input: await ask('') }), 4, fetchOne);
