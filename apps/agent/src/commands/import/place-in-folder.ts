import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, lstatSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import {
  FileFailed,
  hashOf,
  importFolder,
  namesInFolder,
  pieces,
  xmpBeside,
  type FoundFile,
  type ReadMedia,
  type Sources,
  type Thing,
  type ThingPart,
} from '@rollcall/importers';
import { readSidecar } from '@rollcall/media';
import type { NamedPerson } from '@rollcall/protocol';
import { exists, makeFolders, moveExclusively } from '../../folder/place.ts';

/** So many photos may have one name in one month. */
const NAMES = 10_000;

/** A file of a thing, and where it comes to lie below the folder. */
export interface PutFile {
  readonly hash: string;
  readonly size: number;
  readonly mtimeMs: number | null;
  readonly path: string;
  write(to: string): Promise<void>;
}

export interface ThingFiles {
  /** The original first. */
  readonly files: readonly PutFile[];
  /** What is told beside it; null: nothing is. */
  readonly xmp: { readonly path: string; readonly text: string } | null;
}

/** The files of a thing under the first names that nothing in the folder has, or that files with these very bytes have. */
export async function filesOf(
  thing: Thing,
  reads: ReadonlyMap<number, ReadMedia>,
  { sources, root }: { readonly sources: Sources; readonly root: string },
): Promise<ThingFiles> {
  const folder = importFolder(thing.fields);
  const people: NamedPerson[] = [];
  const its: Omit<PutFile, 'path'>[] = [];
  const kept: ThingPart[] = [];
  for (const part of thing.parts) {
    const { file, name = '' } = part;
    if (file.path.endsWith(NAMED)) people.push(...(await peopleIn(sources, file, name)));
    else {
      kept.push(part);
      const hash = reads.get(file.key)?.hash ?? (await hashOf(sources, file, sources.platform));
      its.push({ hash, size: file.size, mtimeMs: file.mtimeMs, write: (to) => copyOut(sources, file, to) });
    }
  }
  for (let number = 1; number <= NAMES; number += 1) {
    const names = namesInFolder({ fields: thing.fields, parts: kept }, number);
    const files = its.map((file, at): PutFile => ({ ...file, path: `${folder}/${names[at]}` }));
    if (!(await areFree(root, files))) continue;
    const isTold = people.length === 0 && names.some((name) => /\.xmp$/i.test(name));
    const text = isTold ? null : xmpBeside(thing, people);
    return { files, xmp: text === null ? null : { path: `${folder}/${names[0]}.xmp`, text } };
  }
  throw new FileFailed(`${folder} has too many files of this name`);
}

/** Whole or not at all, and never over another file. False: its bytes are not those that were read before. @param waiting where it is until it is whole */
export async function placeFile({ hash, mtimeMs, path, write }: PutFile, root: string, waiting: string): Promise<boolean> {
  const draft = join(waiting, hash);
  await write(draft);
  if ((await hashOfFile(draft)) !== hash) {
    rmSync(draft, { force: true });
    return false;
  }
  if (mtimeMs !== null) utimesSync(draft, new Date(mtimeMs), new Date(mtimeMs));
  makeFolders(root, path.slice(0, path.lastIndexOf('/')));
  moveExclusively(draft, join(root, path));
  return true;
}

async function areFree(root: string, files: readonly PutFile[]): Promise<boolean> {
  for (const { path, hash } of files) {
    const there = join(root, path);
    if (exists(there) && (!lstatSync(there).isFile() || (await hashOfFile(there)) !== hash)) return false;
  }
  return true;
}

/** Names of people that a library keeps in no file: they come into the one XMP beside the photo. */
const NAMED = '.people.xmp';

async function peopleIn(sources: Sources, file: FoundFile, name: string): Promise<readonly NamedPerson[]> {
  const bytes = await sources.open(file);
  try {
    return (await readSidecar(name, await bytes.read(0, bytes.size)))?.fields.people ?? [];
  } finally {
    await bytes.release();
  }
}

async function copyOut(sources: Sources, file: FoundFile, to: string): Promise<void> {
  const bytes = await sources.open(file);
  try {
    await pipeline(pieces(bytes, 0, bytes.size), createWriteStream(to, { mode: 0o644 }));
  } finally {
    await bytes.release();
  }
}

async function hashOfFile(path: string): Promise<string> {
  const sum = createHash('sha256');
  for await (const bytes of createReadStream(path)) sum.update(bytes as Buffer);
  return sum.digest('hex');
}
