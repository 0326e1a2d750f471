import { existsSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ran } from './ran.ts';

/** The folder from which this program runs, as a clone that git looks after. */
export interface Checkout {
  readonly is: 'checkout';
  readonly root: string;
  readonly commit: string;
  /** Null: none is checked out. */
  readonly branch: string | null;
  /** The branch elsewhere that it follows; null: none. */
  readonly upstream: Upstream | null;
  /** Files that git knows and that were changed here. */
  readonly changed: readonly string[];
}

/** As it was when git asked last. */
export interface Upstream {
  readonly name: string;
  /** Where it is asked. */
  readonly address: string;
  readonly commit: string;
  readonly behind: number;
  readonly ahead: number;
  /** Milliseconds since 1970; null: that cannot be seen. */
  readonly askedAt: number | null;
}

/** `package`: no clone; `no-git`: git does not answer for it. */
export type Place = Checkout | { readonly is: 'package'; readonly root: string } | { readonly is: 'no-git'; readonly root: string };

/** What the folder of this program is. Asks nobody. */
export async function lookAtPlace(root: string): Promise<Place> {
  if (!existsSync(join(root, '.git'))) return { is: 'package', root };
  const git = async (...args: string[]): Promise<string | null> => {
    const { code, out } = await ran('git', args, root);
    return code === 0 ? out.trim() : null;
  };
  const top = await git('rev-parse', '--show-toplevel');
  const commit = await git('rev-parse', '--verify', 'HEAD');
  if (top === null || commit === null || realpathSync(top) !== realpathSync(root)) return { is: 'no-git', root };
  const branch = await git('symbolic-ref', '--quiet', '--short', 'HEAD');
  const changed = (await git('status', '--porcelain', '--untracked-files=no')) ?? '';
  return {
    is: 'checkout',
    root,
    commit,
    branch,
    upstream: branch === null ? null : await upstreamOf(root, branch, git),
    changed: changed === '' ? [] : changed.split('\n').map((line) => line.trim().replace(/^\S+\s+/, '')),
  };
}

async function upstreamOf(root: string, branch: string, git: (...args: string[]) => Promise<string | null>): Promise<Upstream | null> {
  const name = await git('rev-parse', '--abbrev-ref', '--symbolic-full-name', '@{upstream}');
  const commit = await git('rev-parse', '--verify', '@{upstream}^{commit}');
  const counted = await git('rev-list', '--left-right', '--count', 'HEAD...@{upstream}');
  if (name === null || commit === null || counted === null) return null;
  const [ahead, behind] = counted.split(/\s+/).map(Number) as [number, number];
  const remote = (await git('config', `branch.${branch}.remote`)) ?? '.';
  const address = (await git('remote', 'get-url', remote)) ?? remote;
  const asked = resolve(root, (await git('rev-parse', '--git-path', 'FETCH_HEAD')) ?? '.git/FETCH_HEAD');
  return { name, address, commit, behind, ahead, askedAt: existsSync(asked) ? statSync(asked).mtimeMs : null };
}

/** Why this folder cannot be updated by itself, and what to do instead; null: it can. */
export function obstacleTo(place: Place): string | null {
  const { root } = place;
  if (place.is === 'package')
    return `${root} is no clone that git looks after, so it is not updated in place. Get the new package from where you have this one, unpack it beside this folder, stop what runs from here, and start it from there: data folders and devices' state are elsewhere and stay. The new program copies their databases, then brings them up to date, when it starts.`;
  if (place.is === 'no-git')
    return `git does not answer for ${root}. Install git, and see that the folder is yours (git -C '${root}' status tells); then: rollcall update.`;
  if (place.branch === null)
    return `No branch is checked out in ${root} (it is at ${place.commit.slice(0, 10)}). Go back to the one that you follow: git -C '${root}' switch main, then: rollcall update.`;
  if (place.upstream === null)
    return `The branch ${place.branch} follows none elsewhere, so there is nothing to update from. Say which: git -C '${root}' branch --set-upstream-to=origin/${place.branch}, then: rollcall update.`;
  if (place.changed.length > 0)
    return `Files in ${root} were changed here: ${someOf(place.changed)}. Put them aside (git -C '${root}' stash) or commit them, then: rollcall update.`;
  const { ahead, behind, name } = place.upstream;
  if (ahead > 0 && behind > 0)
    return `${place.branch} has ${ahead} commits of its own that ${name} does not have, so it cannot simply go on. Put them on top (git -C '${root}' rebase ${name}), run npm ci, and start again what runs from here.`;
  return null;
}

function someOf(files: readonly string[]): string {
  const more = files.length - 5;
  return files.slice(0, 5).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
