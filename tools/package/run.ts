import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildWeb } from '../build-web.ts';
import { ROOT } from '../house.ts';
import { ownPlatform, PLATFORMS, type Platform } from './platform.ts';
import { putFolder } from './put.ts';
import { packFolder, sealFolder, sizesOf } from './seal.ts';

const USE = `npm run package [-- [--to DIR] [--for ${PLATFORMS.map(({ name }) => name).join('|')}] [--no-archive]]`;

interface Asked {
  readonly to: string;
  readonly platform: Platform;
  readonly archive: boolean;
}

/** Null: it was asked for in a way that nobody understands. */
function asked(): Asked | null {
  try {
    const { values } = parseArgs({ options: { to: { type: 'string' }, for: { type: 'string' }, 'no-archive': { type: 'boolean' } } });
    const platform = values.for === undefined ? ownPlatform() : PLATFORMS.find(({ name }) => name === values.for);
    return platform === undefined
      ? null
      : { to: resolve(values.to ?? join(ROOT, 'dist')), platform, archive: values['no-archive'] !== true };
  } catch {
    return null;
  }
}

/** Makes the folder under another name and gives it its own when it is whole, so that nobody takes half of one. */
async function make({ to, platform, archive }: Asked): Promise<void> {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'bin', 'package.json'), 'utf8')) as { version: string };
  const folder = join(to, `rollcall-${version}-${platform.name}`);
  mkdirSync(to, { recursive: true });
  const making = mkdtempSync(`${folder}.making-`);
  try {
    const put = await putFolder(making, platform);
    sealFolder(making);
    rmSync(folder, { recursive: true, force: true });
    renameSync(making, folder);
    say(
      `${folder}: ${sizesOf(folder)
        .map(([name, bytes]) => `${name} ${megabytes(bytes)}`)
        .join(', ')}`,
    );
    say(
      `It needs glibc ${put.glibc} or later (Debian 12, Ubuntu 22.04, Fedora 35, RHEL 9), ${put.libraries ? 'and nothing else' : 'and libstdc++'}.`,
    );
    if (archive) {
      const path = await packFolder(folder);
      say(`${path}: ${megabytes(statSync(path).size)}`);
    }
  } finally {
    if (existsSync(making)) rmSync(making, { recursive: true });
  }
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const wish = asked();
if (wish === null) {
  process.stderr.write(`Use: ${USE}\n`);
  process.exitCode = 2;
} else {
  const built = await buildWeb();
  if (built.ok) await make(wish);
  else process.stderr.write(`${built.output}\nThe web app could not be built; see above. Has npm ci run to its end?\n`);
  if (!built.ok) process.exitCode = 1;
}
