import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Part } from './parts.ts';

/** A part for another kind of machine is not installed here: npm brings it, and it is held against the lockfile's checksum. Its folder. */
export function fetchPart(part: Part, to: string): string {
  const folder = join(to, part.path.replaceAll('/', '+'));
  if (readdirSync(to).includes(part.path.replaceAll('/', '+'))) return folder;
  const packed = `${folder}.tgz.d`;
  mkdirSync(packed, { recursive: true });
  execFileSync('npm', ['pack', `${part.name}@${part.version}`, '--silent', '--pack-destination', packed], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [archive] = readdirSync(packed);
  if (archive === undefined) throw new Error(`npm brought no ${part.name}`);
  const bytes = readFileSync(join(packed, archive));
  const sum = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  if (sum !== part.integrity) throw new Error(`${part.name} ${part.version} is not what the lockfile names: ${sum}`);
  mkdirSync(folder);
  execFileSync('tar', ['-xzf', join(packed, archive), '-C', folder, '--strip-components=1']);
  return folder;
}
