import { mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';

/** A, B and the place between them. */
export function folders(root: string): { readonly a: string; readonly hub: string; readonly b: string } {
  const made = { a: join(root, 'a'), hub: join(root, 'hub'), b: join(root, 'b') };
  for (const path of Object.values(made)) mkdirSync(path, { recursive: true });
  return made;
}

/** Says what to install when a program is not there. */
export function needs(program: string): string | null {
  const there = (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
  return there ? null : `${program} is not installed (Debian: apt-get install ${program})`;
}

/** A port of the loopback address that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
