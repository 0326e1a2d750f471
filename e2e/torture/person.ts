import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { appendFile, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { largeVideo } from '../support/photos.ts';
import { Running } from '../support/program.ts';
import { hashOf, type Device } from '../support/world.ts';
import type { Album, Photo } from './album.ts';
import { standsFor } from './compressed.ts';
import type { Dice } from './dice.ts';
import type { Library } from './library.ts';
import { picture, shotOf } from './pictures.ts';

type Deed =
  | 'add'
  | 'add-many'
  | 'add-film'
  | 'copy-slowly'
  | 'edit'
  | 'rename'
  | 'move'
  | 'delete'
  | 'reuse-name'
  | 'look'
  | 'answer-held'
  | 'trash-in-browser'
  | 'restore'
  | 'purge'
  | 'set-field'
  | 'evict'
  | 'get'
  | 'pin'
  | 'unpin';

const WISHES: Readonly<Record<Deed, number>> = {
  add: 30,
  'add-many': 6,
  'add-film': 3,
  'copy-slowly': 4,
  edit: 14,
  rename: 9,
  move: 5,
  delete: 5,
  'reuse-name': 3,
  look: 2,
  'answer-held': 1,
  'trash-in-browser': 2,
  restore: 3,
  purge: 3,
  'set-field': 4,
  evict: 0,
  get: 0,
  pin: 0,
  unpin: 0,
};
/** Of somebody whose device keeps originals in the cloud. */
const ROOM_WISHES: Readonly<Record<Deed, number>> = { ...WISHES, evict: 5, get: 6, pin: 2, unpin: 1 };
/** A command about room is given up after this, and now and then much sooner. Milliseconds. */
const LONGEST_MS = 6000;
/** Photos that are here at once, and bytes in all: then nobody adds any more. */
const MANY = 250;

/** Somebody at one device, who never waits for anything to be in sync. */
export class Person {
  readonly #device: Device;
  readonly #album: Album;
  readonly #library: Library;
  readonly #dice: Dice;
  readonly #most: number;
  readonly #hands: string;
  readonly #wishes: Readonly<Record<Deed, number>>;
  #turn: Promise<unknown> = Promise.resolve();
  deeds = 0;

  /** @param most bytes that all people add in all; `optimises`: the device keeps originals in the cloud */
  constructor(at: { device: Device; album: Album; library: Library; dice: Dice; most: number; optimises: boolean }) {
    this.#wishes = at.optimises ? ROOM_WISHES : WISHES;
    this.#device = at.device;
    this.#album = at.album;
    this.#library = at.library;
    this.#dice = at.dice;
    this.#most = at.most;
    // On the same disk, so that a file is taken in one step.
    this.#hands = join(dirname(at.device.folder), 'hands');
    mkdirSync(this.#hands, { recursive: true });
  }

  /** Does things until told otherwise. */
  async live(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.aside(() =>
        this.#do(this.#dice.weighted(this.#wishes)).catch((error: unknown) => {
          if (!isNothing(error)) throw error;
        }),
      );
      this.deeds += 1;
      await wait(this.#dice.number(30, 700), undefined, { signal }).catch(() => undefined);
    }
  }

  /** What is done at this device while its person does nothing. */
  aside(work: () => Promise<void>): Promise<void> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  async #do(deed: Deed): Promise<void> {
    switch (deed) {
      case 'add':
        return this.#add();
      case 'add-many':
        for (let left = this.#dice.number(2, 8); left > 0; left -= 1) await this.#add();
        return;
      case 'add-film':
        return this.#addFilm();
      case 'copy-slowly':
        return this.#copySlowly();
      case 'edit':
        return this.#edit();
      case 'rename':
        return this.#rename();
      case 'move':
        return this.#move();
      case 'delete':
        return this.#delete();
      case 'reuse-name':
        return this.#reuseName();
      case 'look':
        return this.#look();
      case 'answer-held':
        return this.answerHeld();
      case 'trash-in-browser':
        return this.#trashInBrowser();
      case 'restore':
        return this.#restore();
      case 'purge':
        return this.#purge();
      case 'set-field':
        return this.#setField();
      case 'evict':
        return this.#evict();
      case 'get':
      case 'pin':
      case 'unpin':
        return this.#room(deed, this.#dice.pick(this.#files()));
      default:
        deed satisfies never;
    }
  }

  #mayAdd(size: number): boolean {
    return this.#album.bytes + size < this.#most && this.#files().length < MANY;
  }

  #newPath(name: string): string {
    const path = this.#device.path(join(this.#dice.pick(['', 'Trip', 'Home', '2024/07']) ?? '', name));
    mkdirSync(dirname(path), { recursive: true });
    return path;
  }

  /** Names of cameras, which count from 1 on every card: they meet. */
  #newName(ending: string): string {
    return `IMG_${String(this.#dice.number(1, 400)).padStart(4, '0')}${ending}`;
  }

  async #add(): Promise<void> {
    const size = this.#dice.size(4_000, 600_000);
    const path = this.#newPath(this.#newName('.jpg'));
    if (!this.#mayAdd(size) || existsSync(path)) return;
    const shot = shotOf(this.#dice, `Camera of ${this.#device.name}`);
    const bytes = await picture(this.#dice, shot, size);
    if (this.#put(path, bytes)) this.#album.add(hashOf(bytes), bytes.length, shot);
  }

  async #addFilm(): Promise<void> {
    const size = this.#dice.size(1_000_000, 24_000_000);
    const path = this.#newPath(this.#newName('.mp4'));
    if (!this.#mayAdd(size) || existsSync(path)) return;
    const bytes = largeVideo(size);
    if (this.#put(path, bytes)) this.#album.add(hashOf(bytes), bytes.length, null);
  }

  /** Written elsewhere and moved in, as careful programs do. False: the disk is full, and nothing came of it. */
  #put(path: string, bytes: Uint8Array): boolean {
    const between = join(this.#hands, basename(path));
    try {
      writeFileSync(between, bytes);
      linkSync(between, path);
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST' || codeOf(error) === 'ENOSPC' || codeOf(error) === 'ENOENT') return false;
      throw error;
    } finally {
      rmSync(between, { force: true });
    }
  }

  /** As a card reader copies: the file grows where it is to be, and stands still now and then. */
  async #copySlowly(): Promise<void> {
    const size = this.#dice.size(100_000, 2_000_000);
    const path = this.#newPath(this.#newName('.jpg'));
    if (!this.#mayAdd(size) || existsSync(path)) return;
    const shot = shotOf(this.#dice, `Camera of ${this.#device.name}`);
    const bytes = await picture(this.#dice, shot, size);
    const pieces = this.#dice.number(2, 4);
    try {
      await writeFile(path, bytes.subarray(0, Math.floor(size / pieces)), { flag: 'wx' });
      for (let piece = 1; piece < pieces; piece += 1) {
        await wait(this.#dice.number(50, 1200));
        const end = piece + 1 === pieces ? bytes.length : Math.floor((size * (piece + 1)) / pieces);
        await appendFile(path, bytes.subarray(Math.floor((size * piece) / pieces), end));
      }
    } catch (error) {
      // A copy that ran out of room is thrown away, as a file manager does.
      if (codeOf(error) === 'ENOSPC') rmSync(path, { force: true });
      else if (!isNothing(error)) throw error;
      return;
    }
    if (hashOf(readFileSync(path)) === hashOf(bytes)) this.#album.add(hashOf(bytes), bytes.length, shot);
  }

  async #edit(): Promise<void> {
    const found = this.#some('.jpg');
    if (!found) return;
    const { path, photo, hash } = found;
    const size = this.#dice.size(4_000, 600_000);
    if (photo.shot === null || !this.#mayAdd(size)) return;
    const bytes = await picture(this.#dice, photo.shot, size);
    if (!existsSync(path)) return;
    this.#replace(path, hash, bytes, () => this.#album.edit(photo, hashOf(bytes), bytes.length));
  }

  /** A camera that counts from 1 again, or a person who drops another photo over this one. */
  async #reuseName(): Promise<void> {
    const found = this.#some('.jpg');
    const size = this.#dice.size(4_000, 300_000);
    if (!found || !this.#mayAdd(size)) return;
    const shot = shotOf(this.#dice, `Second camera of ${this.#device.name}`);
    const bytes = await picture(this.#dice, shot, size);
    this.#replace(found.path, found.hash, bytes, () => this.#album.add(hashOf(bytes), bytes.length, shot));
    // Renamed or moved before anybody looked, the new one leaves nothing where the old one was: as if that had been deleted.
    this.#album.deleted(found.photo);
  }

  /** Puts bytes over a file in one step, and answers for what was there in that very moment. */
  #replace(path: string, hash: string, bytes: Uint8Array, note: () => void): void {
    const between = join(this.#hands, `new ${basename(path)}`);
    const old = join(this.#hands, `old ${basename(path)}`);
    try {
      writeFileSync(between, bytes);
      linkSync(path, old);
      renameSync(between, path);
      note();
      if (standsFor(old) === null) for (const each of [hashOf(readFileSync(old)), hash]) this.#album.destroyed(each);
    } catch (error) {
      if (codeOf(error) !== 'ENOSPC') throw error;
    } finally {
      rmSync(between, { force: true });
      rmSync(old, { force: true });
    }
  }

  async #rename(): Promise<void> {
    const found = this.#some();
    if (!found) return;
    const to = join(
      dirname(found.path),
      `${this.#dice.pick(['Sea', 'Birthday', 'Ann', 'Tree'])} ${this.#dice.number(1, 99_999)}${extname(found.path)}`,
    );
    if (!existsSync(to)) renameSync(found.path, to);
  }

  async #move(): Promise<void> {
    const found = this.#some();
    if (!found) return;
    const to = this.#newPath(basename(found.path));
    if (!existsSync(to)) renameSync(found.path, to);
  }

  async #delete(): Promise<void> {
    const found = this.#some();
    if (!found) return;
    const taken = join(this.#hands, 'deleted');
    renameSync(found.path, taken);
    const hash = hashOf(readFileSync(taken));
    rmSync(taken);
    this.#album.destroyed(hash);
    for (const photo of [found.photo, this.#album.photoOf(hash)]) if (photo) this.#album.deleted(photo);
  }

  /** What the device calls in sync is in the cloud, or it does not tell the truth. */
  async #look(): Promise<void> {
    const listed = await this.#device.run('ls', '--json');
    if (listed.code !== 0) return;
    const { items } = JSON.parse(listed.out) as { items: { hash: string | null; inSync: boolean }[] };
    for (const { hash, inSync } of items) if (inSync && hash !== null) this.#album.acknowledge(hash, 'device');
  }

  /** Of deletions that are held, and of what was deleted before. */
  async answerHeld(): Promise<void> {
    await this.#device.run('held', this.#dice.happens(0.7) ? 'trash' : 'keep');
  }

  /** Of a photo that is still being copied nobody knows yet what it is to be: it is left alone. */
  #known(state: 'live' | 'trashed'): ReturnType<Library['assets']> {
    return this.#library.assets(state).filter(({ resources }) => resources.every(({ hash }) => this.#album.photoOf(hash) !== null));
  }

  async #trashInBrowser(): Promise<void> {
    const found = this.#dice.pick(this.#known('live'));
    if (!found) return;
    for (const { hash } of found.resources) {
      const photo = this.#album.photoOf(hash);
      if (photo) this.#album.deleted(photo);
    }
    await this.#try(() => this.#library.act({ name: 'asset.trash', args: { assetId: found.asset.id } }));
  }

  async #restore(): Promise<void> {
    const found = this.#dice.pick(this.#library.assets('trashed'));
    if (found) await this.#try(() => this.#library.act({ name: 'asset.restore', args: { assetId: found.asset.id } }));
  }

  async #purge(): Promise<void> {
    const found = this.#dice.pick(this.#known('trashed'));
    if (!found) return;
    for (const { hash } of found.resources) this.#album.purged(hash);
    await this.#try(() => this.#library.act({ name: 'asset.purge', args: { assetId: found.asset.id }, expect: found.seq }));
  }

  async #setField(): Promise<void> {
    const found = this.#dice.pick(this.#library.assets('live'));
    const fields = { favourite: this.#dice.happens(0.5), title: `Title ${this.#dice.number(1, 999)}` };
    if (found) await this.#try(() => this.#library.act({ name: 'asset.set', args: { assetId: found.asset.id, fields } }));
  }

  /** One photo, or all that are here. */
  async #evict(): Promise<void> {
    return this.#room('evict', this.#dice.happens(0.3) ? this.#device.folder : this.#dice.pick(this.#files()));
  }

  /** A command about the room here, which is killed in the middle now and then. */
  async #room(deed: Deed, path: string | undefined): Promise<void> {
    if (path === undefined) return;
    const command = new Running([deed, path, '--home', this.#device.home]);
    const over = new AbortController();
    const late = wait(this.#dice.happens(0.3) ? this.#dice.number(100, 2000) : LONGEST_MS, undefined, { signal: over.signal });
    await Promise.race([command.ended(), late]);
    over.abort();
    await late.catch(() => undefined);
    if (command.child.exitCode === null) await command.kill();
  }

  /** A browser whose server is away says so, and its person does something else. */
  async #try(work: () => Promise<void>): Promise<void> {
    await work().catch(() => undefined);
  }

  #files(): string[] {
    const { folder } = this.#device;
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.startsWith(join(folder, '.rollcall')) && !entry.name.startsWith('.'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  }

  /** A file here that is a known photo. */
  #some(ending = ''): { readonly path: string; readonly photo: Photo; readonly hash: string } | null {
    const path = this.#dice.pick(this.#files().filter((each) => each.endsWith(ending)));
    if (path === undefined || statSync(path).size === 0) return null;
    // A compressed version is to its person the photo for which it stands.
    const hash = standsFor(path) ?? hashOf(readFileSync(path));
    const photo = this.#album.photoOf(hash);
    return photo && { path, photo, hash };
  }
}

function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException).code);
}

/** The agent took, moved or renamed it in the same moment. */
function isNothing(error: unknown): boolean {
  return ['ENOENT', 'EEXIST', 'ENOTDIR', 'ENOSPC'].includes(codeOf(error));
}
