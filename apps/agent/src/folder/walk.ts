import { statSync } from 'node:fs';
import { join } from 'node:path';
import { nameOf, type Closed, type Walked, type WalkedFile } from '@rollcall/core';
import { behind, Breath, contentsOf, isPlainFolder, sinceListed, walkedFile, type Contents, type ContentsOptions } from './contents.ts';
import { look } from './entry.ts';

/** So often folders are listed that changed while others were. */
const ROUNDS = 3;

/**
 * Lists every file at or below `below` (`''`: all), as all of it was at one moment: a folder that changes before the last one was listed is
 * listed anew. Where that does not end, it did not stand still. Links are not followed.
 */
export async function walk(root: string, below: string): Promise<Walked> {
  const options = { device: statSync(root, { bigint: true }).dev, breath: new Breath() };
  const listed = new Map<string, Contents>();
  for (let round = 1; ; round += 1) {
    const tree = await listTree(root, below, listed, options);
    const { changed, sure } = await changesOf(root, tree, options.breath);
    if (changed.length === 0 || round === ROUNDS) return together(tree, sure);
    for (const path of changed) listed.delete(path);
  }
}

type Tree = ReadonlyMap<string, Contents>;

/** What can be reached from `below`, of what is listed and, where it is not, is listed now. */
async function listTree(root: string, below: string, listed: Map<string, Contents>, options: ContentsOptions): Promise<Tree> {
  const tree = new Map<string, Contents>();
  const folders = [below];
  for (let path = folders.pop(); path !== undefined; path = folders.pop()) {
    const contents = listed.get(path) ?? (await contentsOf(root, path, options));
    listed.set(path, contents);
    tree.set(path, contents);
    for (const folder of contents.folders) folders.push(folder);
  }
  return tree;
}

/** Folders that changed since they were listed; sure: none did, as far as their times can tell. */
async function changesOf(root: string, tree: Tree, breath: Breath): Promise<{ changed: string[]; sure: boolean }> {
  const changed: string[] = [];
  let sure = true;
  for (const [path, contents] of tree) {
    const since = sinceListed(root, path, contents);
    if (since === 'changed') changed.push(path);
    sure &&= since === 'same';
    const pause = breath.afterOne();
    if (pause) await pause;
  }
  return { changed, sure };
}

function together(tree: Tree, still: boolean): Walked {
  const files: WalkedFile[] = [];
  const unknown: Closed[] = [];
  for (const contents of tree.values()) {
    for (const file of contents.files) files.push(file);
    for (const closed of contents.unknown) unknown.push(closed);
  }
  return { files, unknown, still };
}

/** One path as it is now, with all below it when it is a folder: what a reported change asks for. */
export async function lookAt(root: string, path: string): Promise<Walked> {
  if (path === '') return walk(root, '');
  const closed = closedAbove(root, path);
  if (closed !== null) return { files: [], unknown: [closed], still: true };
  const stats = look(join(root, path));
  if (stats === 'gone') return { files: [], unknown: [], still: true };
  const name = nameOf(path);
  if ('error' in stats) return { files: [], unknown: [{ path, why: 'unreadable', error: stats.error }], still: true };
  if (!isPlainFolder(name, stats)) return { files: [walkedFile(path, name, stats)], unknown: behind(path, stats), still: true };
  return walk(root, path);
}

/** What keeps one from looking at a path: a hidden folder above it stands for all of it, and so does a link or another disk. */
function closedAbove(root: string, path: string): Closed | null {
  const device = statSync(root, { bigint: true }).dev;
  const above = path.split('/').slice(0, -1);
  for (const [at, segment] of above.entries()) {
    if (segment.startsWith('.')) return { path, why: 'hidden', error: '' };
    const folder = above.slice(0, at + 1).join('/');
    const stats = look(join(root, folder));
    if (stats === 'gone') return null;
    if ('error' in stats) return { path: folder, why: 'unreadable', error: stats.error };
    if (stats.isSymbolicLink()) return { path, why: 'hidden', error: '' };
    if (stats.isDirectory() && stats.dev !== device) return { path: folder, why: 'another-disk', error: '' };
  }
  return null;
}
