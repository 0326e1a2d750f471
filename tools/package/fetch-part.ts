import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Part } from './parts.ts';

/** A part for another kind of machine is not installed here: npm brings it, and it is held against the lockfile's checksum. Its folder. */
export function fetchPart(part: Part, to: string): string {
  const folder = join(to, part.path.replaceAll('/', '+'));
  if (existsSync(folder)) return folder;
  const packed = mkdtempSync(join(to, 'packed-'));
  const wish = `${part.name}@${part.version}`;
  execFileSync('npm', ['pack', wish, '--silent', '--pack-destination', packed], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [archive] = readdirSync(packed);
  if (archive === undefined) throw new Error(`npm brought no ${wish}`);
  unpackPart(part, join(packed, archive), folder);
  return folder;
}

/** Unpacks what npm brought, if it is what the lockfile names. */
export function unpackPart(part: Part, archive: string, folder: string): void {
  const sum = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (sum !== part.integrity) throw new Error(`${part.name} ${part.version} is not what the lockfile names: ${sum}`);
  mkdirSync(folder);
  execFileSync('tar', ['-xzf', archive, '-C', folder, '--strip-components=1', '--no-same-owner']);
}
