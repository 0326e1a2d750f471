import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, renameSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { hashing } from './hashing.ts';

// server.ts FOLDER: the smallest cloud that one could make. PUT /name stores a file, hashed on its way, synced, and renamed into
// place; GET /name gives it; GET / tells of every file as it comes, one JSON line each, and never ends.
const [folder = '.'] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

interface Told {
  readonly name: string;
  readonly hash: string;
  readonly size: number;
}

const known: Told[] = [];
const listeners = new Set<ServerResponse>();

const server = createServer((request, response) => {
  const name = decodeURIComponent((request.url ?? '/').slice(1));
  const work = request.method === 'PUT' ? take(name, request, response) : name === '' ? tell(response) : give(name, response);
  work.catch((error: unknown) => response.destroy(error as Error));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}\n`);
});
process.once('SIGTERM', () => process.exit(0));

async function take(name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const hash = createHash('sha256');
  const path = join(folder, name);
  const file = createWriteStream(`${path}.part`, { highWaterMark: 1 << 20, flush: true });
  await pipeline(request, hashing(hash), file);
  renameSync(`${path}.part`, path);
  const told = { name, hash: hash.digest('hex'), size: statSync(path).size };
  known.push(told);
  response.end(told.hash);
  for (const listener of listeners) listener.write(`${JSON.stringify(told)}\n`);
}

async function tell(response: ServerResponse): Promise<void> {
  response.writeHead(200);
  response.flushHeaders();
  for (const told of known) response.write(`${JSON.stringify(told)}\n`);
  listeners.add(response);
  response.once('close', () => listeners.delete(response));
}

async function give(name: string, response: ServerResponse): Promise<void> {
  const path = join(folder, name);
  response.writeHead(200, { 'content-length': statSync(path).size });
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), response);
}
