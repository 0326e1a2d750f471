import { createHash, type Hash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import { albumLines } from '@rollcall/core';
import { EXPORT_ALBUMS, EXPORT_HEAD, EXPORT_PHOTOS, type ExportedAlbum, type ExportedPhoto, type ExportHead } from '@rollcall/protocol';
import { syncFolder } from '../../folder/place.ts';

/** Checksums of all files, as `sha256sum -c` reads them. */
const SUMS = 'SHA256SUMS';
const ALBUMS_TEXT = 'albums.txt';
const README = 'README.txt';

/** A file that is written line by line, and gets its place when it is whole. */
class ListFile {
  readonly #path: string;
  readonly #handle: number;
  readonly #hash: Hash = createHash('sha256');
  #lines = 0;

  constructor(workshop: string, name: string) {
    this.#path = join(workshop, name);
    this.#handle = openSync(this.#path, 'w');
  }

  line(text: string): void {
    const bytes = Buffer.from(`${text}\n`);
    writeSync(this.#handle, bytes);
    this.#hash.update(bytes);
    this.#lines += 1;
  }

  /** The list is on the disk, under its name. */
  into(root: string): { readonly path: string; readonly hash: string; readonly entries: number } {
    fsyncSync(this.#handle);
    closeSync(this.#handle);
    const path = basename(this.#path);
    renameSync(this.#path, join(root, path));
    return { path, hash: this.#hash.digest('hex'), entries: this.#lines };
  }

  abandon(): void {
    closeSync(this.#handle);
  }
}

/** What an export says of itself beside the photos. Those of an earlier export stay until all of these are whole. */
export class ExportLists {
  readonly #root: string;
  readonly #workshop: string;
  readonly #photos: ListFile;
  readonly #sums: ListFile;
  /** Where the original of each photo lies. */
  readonly #places = new Map<string, string>();

  constructor(root: string, workshop: string) {
    this.#root = root;
    this.#workshop = workshop;
    this.#photos = new ListFile(workshop, EXPORT_PHOTOS);
    this.#sums = new ListFile(workshop, SUMS);
  }

  photo(photo: ExportedPhoto): void {
    this.#photos.line(JSON.stringify(photo));
    for (const { path, hash } of [...photo.files, ...(photo.xmp === null ? [] : [photo.xmp])]) this.#sums.line(`${hash}  ${path}`);
    this.#places.set(photo.id, photo.files.find(({ role }) => role === 'original')?.path ?? '(not exported)');
  }

  /** Ids of all photos that were told of. */
  get photos(): ReadonlySet<string> {
    return new Set(this.#places.keys());
  }

  /** Puts all lists in their places. */
  end(albums: readonly ExportedAlbum[], head: Omit<ExportHead, 'photos' | 'albums'>): ExportHead {
    const list = new ListFile(this.#workshop, EXPORT_ALBUMS);
    list.line(JSON.stringify({ format: 'rollcall-albums', version: 1, albums }, null, 1));
    const text = new ListFile(this.#workshop, ALBUMS_TEXT);
    for (const line of albumLines(albums, (id) => this.#places.get(id) ?? '(not exported)')) text.line(line);
    const readme = new ListFile(this.#workshop, README);
    readme.line(README_TEXT);
    const lists = [this.#photos, list, text, readme].map((each) => each.into(this.#root));
    for (const { hash, path } of lists) this.#sums.line(`${hash}  ${path}`);
    this.#sums.into(this.#root);
    const [photos, its] = lists as [ExportHead['photos'], NonNullable<ExportHead['albums']>];
    const whole: ExportHead = { ...head, photos, albums: { ...its, entries: albums.length } };
    writeHead(this.#root, this.#workshop, whole);
    return whole;
  }

  abandon(): void {
    this.#photos.abandon();
    this.#sums.abandon();
  }
}

/** The head is written whole, or not at all. */
export function writeHead(root: string, workshop: string, head: ExportHead): void {
  const file = new ListFile(workshop, EXPORT_HEAD);
  file.line(JSON.stringify(head, null, 2));
  file.into(root);
  syncFolder(root);
}

const README_TEXT = `These are photos and videos of a library of Rollcall, with everything that the library knows of them.

YYYY/MM            by the date they were taken: originals, byte for byte; beside each what belongs to it:
  NAME_edited      the edit that is shown instead of the original
  NAME_version-…   another version
  NAME.xmp         title, caption, keywords, stars, date, place, people, as XMP, which other programs read
Recently Deleted   what was in the trash
albums.txt         the albums, to be read
albums.json        the albums, for programs
photos.jsonl       all that is known of each photo, a line each, for programs
SHA256SUMS         the checksum of every file: sha256sum -c SHA256SUMS
${EXPORT_HEAD}   what was exported, and when

Nothing of this needs Rollcall. To have the same library on another server of Rollcall: rollcall import FOLDER`;
