import { lstatSync } from 'node:fs';
import { isBelow, scan, SECOND_LOOK_MS, type FileSeen, type LocalFile, type NameRules } from '@rollcall/core';
import { readMarker } from '../folder/marker.ts';
import { listedPath, type Naming } from '../folder/naming.ts';
import { inodeOf } from '../folder/stamp.ts';
import { lookAt, walk, type Closed, type Walked, type WalkedFile } from '../folder/walk.ts';
import { noteLastPlace } from '../actions/last-place.ts';
import { noteClosed, noteOpen } from './closed.ts';
import type { DeviceStore } from '../store/device-store.ts';
import { assetUnit, fileUnit, type Unit } from '../work/desk.ts';
import type { Settlement } from '../work/settle.ts';

export interface Look {
  /** Files that need a new plan. */
  readonly touched: readonly Unit[];
  /** Files that were here and are not seen: a second look settles them. */
  readonly missing: number;
}

export interface LookerOptions {
  readonly rereads: boolean;
  readonly naming: Naming;
  readonly stays: () => boolean;
  readonly meets: () => void | Promise<void>;
}

/** Closed parts that are asked about again and again; a part that opens beyond these is seen at the next whole look. */
const CLOSED = 50;

/** Looks at the folder and writes what it saw. One look at a time. */
export class Looker {
  readonly #root: string;
  readonly #store: DeviceStore;
  readonly #settlement: Settlement;
  readonly #now: () => number;
  readonly #rereads: boolean;
  readonly #naming: Naming;
  readonly #stays: () => boolean;
  readonly #meets: () => void | Promise<void>;
  #closed: ReadonlySet<string> = new Set();
  #turn: Promise<unknown> = Promise.resolve();

  /**
   * `rereads`: files that were read too soon after they were written are read again; only for who reads files.
   * `stays`: the folder is still there, and this device's; asked after each look, before anything is written of it.
   * `meets`: finds out, before each look, whether the folder is of the same time as the device's state.
   */
  constructor(
    root: string,
    store: DeviceStore,
    settlement: Settlement,
    now: () => number,
    { rereads, naming, stays, meets }: LookerOptions,
  ) {
    this.#root = root;
    this.#store = store;
    this.#settlement = settlement;
    this.#now = now;
    this.#rereads = rereads;
    this.#naming = naming;
    this.#stays = stays;
    this.#meets = meets;
  }

  /** Parts that nobody could look into when the folder was last looked at whole; the first so many. */
  get closed(): readonly string[] {
    return [...this.#closed];
  }

  /** The whole folder. */
  lookAround(): Promise<Look> {
    return this.#inTurn(() => this.#look(() => walk(this.#root, ''), ['']));
  }

  /** Only these paths, with what is below them. */
  lookAt(paths: readonly string[]): Promise<Look> {
    return this.#inTurn(async () => {
      const rules = this.#naming.find();
      const listed = new Map(paths.map((path) => [path, listedPath(this.#root, path, rules)]));
      const covered = [...new Set([...listed.keys(), ...listed.values()])];
      return this.#look(async () => {
        const seen = new Map<string, WalkedFile>();
        const unknown: Closed[] = [];
        const wanted = new Set(listed.values());
        for (const path of wanted) {
          if ([...wanted].some((other) => other !== path && isBelow(path, other))) continue;
          const walked = await lookAt(this.#root, path);
          for (const file of walked.files) seen.set(file.path, file);
          unknown.push(...walked.unknown);
        }
        return { files: [...seen.values()], unknown };
      }, covered);
    });
  }

  async #look(look: () => Promise<Walked>, covered: readonly string[]): Promise<Look> {
    await this.#meets();
    const rules = this.#naming.find();
    const { dev } = lstatSync(this.#root, { bigint: true });
    const run = readMarker(this.#root)?.run;
    const walked = await look();
    // A disk that came or went while it was looked at: what was seen is no tree of this folder.
    if (!this.#stays() || lstatSync(this.#root, { bigint: true }).dev !== dev) return { touched: [], missing: 0 };
    // So it is with a copy that was put in the folder's place meanwhile.
    if (readMarker(this.#root)?.run !== run) return this.#look(look, covered);
    if (covered.includes('')) {
      const asked = walked.unknown.filter(({ why }) => why !== 'link').slice(0, CLOSED);
      this.#closed = new Set(asked.map(({ path }) => path));
    }
    return this.#write(walked, covered, rules);
  }

  #inTurn<T>(look: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(look);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  async #write({ files, unknown }: Walked, covered: readonly string[], rules: NameRules): Promise<Look> {
    const byPath = new Map(files.map((file) => [file.path, file]));
    return this.#settlement.settle(() => {
      const store = this.#store;
      const whole = covered.includes('');
      const known = whole ? store.known() : new Map(covered.flatMap((path) => [...store.knownBelow(path)]));
      const result = scan(known, { files, unknown: unknown.map(({ path }) => path), covered }, rules);
      const touched: Unit[] = [];
      const newHere = store.note('looked') !== null;
      for (const { from, to } of result.respelled) touched.push(...this.#respell(from, to));
      for (const seen of result.fresh) touched.push(fileUnit(this.#add(seen, byPath.get(seen.path), newHere)));
      for (const seen of result.changed) touched.push(...this.#change(seen, byPath.get(seen.path)));
      if (this.#rereads) for (const seen of result.again) touched.push(...this.#readAgain(seen));
      for (const file of store.missing()) {
        if (byPath.has(file.path)) {
          store.patchFile(file.key, { missingSince: null, gone: false });
          touched.push(fileUnit(file.key));
        }
      }
      touched.push(...noteOpen(store, (path) => byPath.has(path)));
      touched.push(...noteClosed(store, unknown, result.unknown, this.#now()));
      // A look that could not look everywhere has not seen that a file is nowhere.
      const complete = whole && unknown.every((each) => each.why !== 'unreadable' && each.file !== null);
      const hidden: Hidden[] = result.missing.length === 0 ? [] : store.unreadable();
      for (const each of unknown) if (each.file) hidden.push(each.file);
      for (const path of result.missing) touched.push(...this.#miss(path, complete, hidden));
      if (whole) store.setNote('looked', String(this.#now()));
      if (complete) store.setNote('parted', null);
      return { touched, missing: store.missing().filter((file) => !file.gone).length };
    });
  }

  /** One file, listed by another spelling than before. */
  #respell(from: string, to: string): Unit[] {
    const file = this.#store.fileAt(from);
    if (file === null) return [];
    this.#store.patchFile(file.key, { path: to, missingSince: null, gone: false });
    return [fileUnit(file.key)];
  }

  #add(seen: FileSeen, walked: WalkedFile | undefined, newHere: boolean): number {
    const { path, size, mtimeMs, stamp } = seen;
    return this.#store.addFile({
      path,
      size,
      mtimeMs,
      stamp,
      newHere,
      firstSeen: this.#now(),
      excluded: walked?.excluded ?? null,
      mime: walked?.what ?? '',
    });
  }

  #change(seen: FileSeen, walked: WalkedFile | undefined): Unit[] {
    const file = this.#store.fileAt(seen.path);
    if (file === null) return [];
    const { size, mtimeMs, stamp } = seen;
    const parted = this.#store.note('parted') !== null && file.assetId !== null;
    // Bytes of another time are no edit by a person: what they are to the library is asked of the cloud, as of a file that is found.
    if (parted) noteLastPlace(this.#store, file.assetId, file, this.#now());
    this.#store.patchFile(file.key, {
      size,
      mtimeMs,
      stamp,
      ...(parted ? { assetId: null, baseHash: null, agreedAt: null, newHere: false } : {}),
      racy: false,
      hash: null,
      trouble: null,
      missingSince: null,
      gone: false,
      excluded: walked?.excluded ?? null,
      mime: walked?.what ?? '',
    });
    return parted ? [fileUnit(file.key), assetUnit(file.assetId)] : [fileUnit(file.key)];
  }

  #readAgain(seen: FileSeen): Unit[] {
    const file = this.#store.fileAt(seen.path);
    if (file === null || file.hash === null) return [];
    this.#store.patchFile(file.key, { hash: null, racy: false });
    return [fileUnit(file.key)];
  }

  /** The person is asked about its bytes: wherever they turn up next, the question stays, and is not taken for answered. */
  #keepQuestion({ hash, newHere }: LocalFile): void {
    if (hash === null || newHere || this.#store.word(hash) !== null) return;
    const deleted = this.#store.match(hash)?.asset.state === 'trashed' || this.#store.purgedBefore(hash);
    if (deleted) this.#store.setWord(hash, 'asked', this.#now());
  }

  /** The first miss is noted; the second, of a complete look, counts, once nothing new is unread (it may be the same file elsewhere). */
  #miss(path: string, complete: boolean, hidden: readonly Hidden[]): Unit[] {
    const file = this.#store.fileAt(path);
    if (file === null) return [];
    const unit = fileUnit(file.key);
    // State and folder are not of the same time: that a file is not there says nothing of what a person did.
    if (file.assetId === null || (this.#store.note('parted') !== null && !file.held)) {
      if (file.assetId === null) this.#keepQuestion(file);
      this.#store.dropFile(file.key);
      return file.assetId === null ? [unit] : [unit, assetUnit(file.assetId)];
    }
    if (file.gone) return [];
    const now = this.#now();
    // A time that is still to come was noted before the clock was set back.
    if (file.missingSince === null || file.missingSince > now) this.#store.patchFile(file.key, { missingSince: now });
    else if (
      complete &&
      now - file.missingSince >= SECOND_LOOK_MS &&
      this.#store.unread() === 0 &&
      this.#store.unsettled() === 0 &&
      !hidden.some((other) => mayBe(other, file))
    )
      this.#store.patchFile(file.key, { gone: true });
    else return [];
    return [unit];
  }
}

/** A file whose bytes nobody could read: what is missing may be this one, elsewhere. */
type Hidden = Pick<FileSeen, 'size' | 'stamp'>;

function mayBe(hidden: Hidden, missing: LocalFile): boolean {
  return hidden.size === missing.size || inodeOf(hidden.stamp) === inodeOf(missing.stamp);
}
