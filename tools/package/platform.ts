/** A kind of machine that a package can be made for. */
export interface Platform {
  readonly name: string;
  /** As packages name them, of which the lockfile knows for which machine they are. */
  readonly os: string;
  readonly cpu: string;
  readonly libc: 'glibc';
  /** As `uname -sm` names it; a pattern of the shell. */
  readonly machine: string;
  /** What glibc loads programs with: where it is lacking, there is another C library, or none. */
  readonly loader: string;
}

export const PLATFORMS: readonly Platform[] = [
  {
    name: 'linux-x64',
    os: 'linux',
    cpu: 'x64',
    libc: 'glibc',
    machine: '"Linux x86_64" | "Linux amd64"',
    loader: '/lib64/ld-linux-x86-64.so.2',
  },
  {
    name: 'linux-arm64',
    os: 'linux',
    cpu: 'arm64',
    libc: 'glibc',
    machine: '"Linux aarch64" | "Linux arm64"',
    loader: '/lib/ld-linux-aarch64.so.1',
  },
];

/** The one that this program runs on; undefined: none of them. */
export const ownPlatform = (): Platform | undefined => PLATFORMS.find(({ name }) => name === `${process.platform}-${process.arch}`);

/** What a package says of where it runs; absent: everywhere. */
interface Fitting {
  readonly os?: string | readonly string[];
  readonly cpu?: string | readonly string[];
  readonly libc?: string | readonly string[];
}

export function fits(part: Fitting, platform: Platform): boolean {
  return (['os', 'cpu', 'libc'] as const).every((what) => part[what] === undefined || [part[what]].flat().includes(platform[what]));
}
