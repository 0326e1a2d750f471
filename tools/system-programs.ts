import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.ts';

/** Programs of the system that the server and tests use, and the Debian package that brings each. */
export interface SystemProgram {
  readonly names: readonly string[];
  /** A file of it, for what is no program. */
  readonly file?: string;
  readonly debian: string;
  readonly usedFor: string;
}
export const CHROMIUM: SystemProgram = {
  names: ['chromium', 'chromium-browser', 'google-chrome'],
  debian: 'chromium',
  usedFor: 'the tests in a browser',
};
/** The page is also tried in it, where it is. */
export const OTHER_BROWSERS: readonly SystemProgram[] = [
  { names: ['firefox-esr', 'firefox'], debian: 'firefox-esr', usedFor: 'the tests in Firefox' },
  { names: ['WebKitWebDriver'], debian: 'webkit2gtk-driver', usedFor: 'the tests in WebKit' },
  { names: ['Xvfb'], debian: 'xvfb', usedFor: 'the screen that WebKit draws on' },
];
export const FFMPEG: SystemProgram = { names: ['ffmpeg'], debian: 'ffmpeg', usedFor: 'the pictures of videos, and the tests with them' };

export const MESSAGE_BUS: readonly SystemProgram[] = [
  { names: ['dbus-daemon'], debian: 'dbus', usedFor: 'the tests with a message bus of their own' },
  {
    names: ['dbusmock'],
    file: '/usr/lib/python3/dist-packages/dbusmock/__init__.py',
    debian: 'python3-dbusmock',
    usedFor: 'the tests with made-up NetworkManager and UPower',
  },
];

export const FILE_SYSTEMS: readonly SystemProgram[] = [
  { names: ['lowntfs-3g'], debian: 'ntfs-3g', usedFor: 'the tests on a disk that does not tell capitals from small letters' },
  { names: ['mkfs.vfat'], debian: 'dosfstools', usedFor: 'the tests on a FAT disk' },
  { names: ['mount.exfat-fuse'], debian: 'exfat-fuse', usedFor: 'the tests on a camera’s card' },
  { names: ['mkfs.exfat'], debian: 'exfatprogs', usedFor: 'the tests on a camera’s card' },
  { names: ['mke2fs'], debian: 'e2fsprogs', usedFor: 'the tests on a disk with coarse times' },
];

export const NETWORKS: readonly SystemProgram[] = [
  { names: ['ip'], debian: 'iproute2', usedFor: 'the tests with a device that has a link of its own' },
  { names: ['tc'], debian: 'iproute2', usedFor: 'the tests over a link that is narrow' },
];

export const SYSTEMD: SystemProgram = {
  names: ['systemd-analyze'],
  debian: 'systemd',
  usedFor: 'the tests of what is a service of the system',
};

export const STRACE: SystemProgram = { names: ['strace'], debian: 'strace', usedFor: 'the tests of what is on disk before it is told' };

export const WEBDAV_CLIENTS: readonly SystemProgram[] = [
  { names: ['rclone'], debian: 'rclone', usedFor: 'the tests of WebDAV with rclone' },
  { names: ['cadaver'], debian: 'cadaver', usedFor: 'the tests of WebDAV with cadaver' },
  { names: ['litmus'], debian: 'litmus', usedFor: 'the tests of how WebDAV keeps to its standard' },
  { names: ['curl'], debian: 'curl', usedFor: 'the tests of WebDAV with curl' },
];
export const DEBOOTSTRAP: SystemProgram = { names: ['debootstrap'], debian: 'debootstrap', usedFor: 'the tests in a bare Debian' };
export const CADDY: SystemProgram = { names: ['caddy'], debian: 'caddy', usedFor: 'the test of the settings of Caddy' };

function findProgram(program: SystemProgram): string | undefined {
  if (program.file !== undefined && existsSync(program.file)) return program.file;
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return program.names.flatMap((name) => folders.map((folder) => join(folder, name))).find(executable);
}

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Installs what is missing, as root on Debian; otherwise says what to install. True when all are there. */
export async function ensurePrograms(programs: readonly SystemProgram[]): Promise<boolean> {
  const missing = programs.filter((program) => !findProgram(program));
  if (missing.length === 0) return true;
  const packages = [...new Set(missing.map((program) => program.debian))];
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    process.stdout.write(`Installing ${packages.join(', ')} …\n`);
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    // Another installation that is going on is waited for, not taken for a fault.
    const patient = ['-qq', '-o', 'DPkg::Lock::Timeout=300'];
    await run('apt-get', ['update', ...patient], { env, keep: true });
    const ended = await run('apt-get', ['install', '-y', ...patient, '--no-install-recommends', ...packages], { env, keep: true });
    if (ended.code !== 0) process.stdout.write(ended.output.slice(-2000));
  }
  const still = missing.filter((program) => !findProgram(program));
  for (const program of still)
    process.stdout.write(
      `Missing: ${program.names[0]}, for ${program.usedFor}. Install it, on Debian with: apt-get install ${program.debian}\n`,
    );
  return still.length === 0;
}
