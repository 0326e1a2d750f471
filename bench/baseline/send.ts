import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, watch } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { hashing } from './hashing.ts';
import { several } from './several.ts';

// send.ts URL FOLDER: sends every file of the folder, hashed on its way, and then every one that comes.
const [url = '', folder = '.'] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: 4 });
process.once('SIGTERM', () => process.exit(0));

async function* names(): AsyncGenerator<string> {
  const waiting: string[] = [];
  let wake = (): void => undefined;
  const seen = new Set<string>();
  watch(folder, (_event, name) => {
    if (name !== null && !name.startsWith('.')) waiting.push(name);
    wake();
  });
  waiting.push(...readdirSync(folder));
  for (;;) {
    const name = waiting.shift();
    if (name === undefined) await new Promise<void>((resolve) => (wake = resolve));
    else if (!seen.has(name)) {
      seen.add(name);
      yield name;
    }
  }
}

async function send(name: string): Promise<void> {
  const hash = createHash('sha256');
  const outgoing = request(`${url}/${encodeURIComponent(name)}`, { method: 'PUT', agent });
  const answer = new Promise<string>((resolve, reject) => {
    outgoing.once('error', reject).once('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.once('end', () => resolve(text));
    });
  });
  await pipeline(createReadStream(join(folder, name), { highWaterMark: 1 << 20 }), hashing(hash), outgoing);
  if ((await answer) !== hash.digest('hex')) throw new Error(`${name} arrived as something else`);
}

await several(names(), 4, send);
