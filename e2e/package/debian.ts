import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../tools/house.ts';
import { DEBOOTSTRAP, ensurePrograms } from '../../tools/system-programs.ts';

/** What an image of Debian begins as; and a shell that needs no library, for what is barer than that. */
const RELEASE = 'bookworm';
const KEPT = join(ROOT, 'node_modules', '.cache', `rollcall-debian-${RELEASE}.tar`);

/** Runs a program of the system; throws what it said when it failed. */
export function system(command: string, ...args: string[]): string {
  const ended = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (ended.status !== 0)
    throw new Error(`${command} ${args.join(' ')}: ${ended.error?.message ?? `${ended.stdout}${ended.stderr}`.slice(-2000)}`);
  return ended.stdout;
}

/** Why no bare Debian can be had here; null: it is in the folder. It is made once, and then kept beside what was installed. */
export async function bareDebian(folder: string): Promise<string | null> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'only root on Linux can make a root of its own';
  if (spawnSync('unshare', ['--net', '--pid', '--mount', '--fork', 'true']).status !== 0) return 'no namespaces can be made here';
  if (!existsSync(KEPT)) {
    if (!(await ensurePrograms([DEBOOTSTRAP]))) return 'debootstrap is not installed';
    const mirror = mirrorOf();
    if (mirror === null) return 'this machine names no mirror of Debian';
    const making = `${KEPT}.${process.pid}`;
    try {
      system('debootstrap', '--variant=minbase', '--include=busybox-static', RELEASE, making, mirror);
      for (const path of globSync('var/cache/apt/archives/*.deb', { cwd: making })) rmSync(join(making, path));
      system('tar', '--numeric-owner', '-C', making, '-cf', `${making}.tar`, '.');
      renameSync(`${making}.tar`, KEPT);
    } catch (error) {
      return `debootstrap made no root: ${String(error).slice(-300)}`;
    } finally {
      rmSync(making, { recursive: true, force: true });
    }
  }
  mkdirSync(folder, { recursive: true });
  system('tar', '--numeric-owner', '-C', folder, '-xf', KEPT);
  return null;
}

/** Where this machine itself has its packages from. */
function mirrorOf(): string | null {
  const folder = '/etc/apt/sources.list.d';
  const files = ['/etc/apt/sources.list', ...(existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [])];
  for (const file of files.filter((each) => /\.(?:list|sources)$/.test(each) && existsSync(each))) {
    const found = /^(?:URIs:|deb(?: \[[^\]]*\])?)\s+(https?:\/\/\S+\/debian\/?)(?:\s|$)/m.exec(readFileSync(file, 'utf8'))?.[1];
    if (found !== undefined) return found;
  }
  return null;
}
