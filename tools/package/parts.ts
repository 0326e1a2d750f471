import { fits, type Platform } from './platform.ts';

/** An installed package of others, as the lockfile names it. */
export interface Part {
  /** From the root, as `node_modules/sharp`. */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  /** Of what the registry gave out, as npm writes it. */
  readonly integrity: string;
  readonly license: string;
}

interface Entry {
  readonly version?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly link?: boolean;
  readonly resolved?: string;
  readonly os?: string | readonly string[];
  readonly cpu?: string | readonly string[];
  readonly libc?: string | readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}
export type Lockfile = Readonly<Record<string, Entry>>;

/** A package by its name, as it is seen from a folder of the house. */
export interface Wish {
  readonly from: string;
  readonly name: string;
}

/** What is wished for and all that it needs on a machine of that kind, each once, by its place. What is only development's is not among it. */
export function partsFor(lock: Lockfile, wishes: readonly Wish[], platform: Platform): readonly Part[] {
  const parts = new Map<string, Part>();
  const waiting = [...wishes];
  for (let wish = waiting.pop(); wish !== undefined; wish = waiting.pop()) {
    const path = placeOf(lock, wish);
    const entry = path === null ? undefined : lock[path];
    if (path === null || entry === undefined) throw new Error(`${wish.name}, which ${wish.from} needs, does not stand in the lockfile`);
    if (parts.has(path)) continue;
    const { version, integrity, license = 'not told' } = entry;
    if (version === undefined || integrity === undefined) throw new Error(`${path} in the lockfile has no version, or no checksum`);
    parts.set(path, { path, name: wish.name, version, integrity, license });
    for (const name of needsOf(lock, path, entry, platform)) waiting.push({ from: path, name });
  }
  return [...parts.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function needsOf(lock: Lockfile, path: string, entry: Entry, platform: Platform): readonly string[] {
  const { dependencies = {}, optionalDependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} } = entry;
  const peers = Object.keys(peerDependencies).filter((name) => peerDependenciesMeta[name]?.optional !== true);
  const optional = Object.keys(optionalDependencies).filter((name) => {
    const place = placeOf(lock, { from: path, name });
    return place !== null && fits(lock[place] ?? {}, platform);
  });
  return [...Object.keys(dependencies).filter((name) => !(name in optionalDependencies)), ...peers, ...optional];
}

/** Looks where Node.js looks: in the folder's own node_modules, then in those of the folders around it. */
function placeOf(lock: Lockfile, { from, name }: Wish): string | null {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    const place = `${folder}${folder === '' ? '' : '/'}node_modules/${name}`;
    if (place in lock) return place;
    if (folder === '') return null;
  }
}

/** Which room of ours declares each of these, so that it is found as from there. */
export function wishesFor(lock: Lockfile, names: readonly string[]): readonly Wish[] {
  return names.map((name) => {
    const from = Object.keys(lock).find((room) => /^(?:apps|packages|bin)(?:\/|$)/.test(room) && name in (lock[room]?.dependencies ?? {}));
    if (from === undefined) throw new Error(`no room declares ${name}`);
    return { from, name };
  });
}
