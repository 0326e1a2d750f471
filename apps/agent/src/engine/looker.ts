import { statSync } from 'node:fs';
import { isBelow, noteLook, type Closed, type DeviceStore, type Look, type NameRules, type Walked, type WalkedFile } from '@rollcall/core';
import { readMarker } from '../folder/marker.ts';
import { listedPath, type Naming } from '../folder/naming.ts';
import { lookAt, walk } from '../folder/walk.ts';
import type { Settlement } from '../work/settle.ts';

export interface LookerOptions {
  readonly rereads: () => boolean;
  readonly naming: Naming;
  readonly stays: () => boolean;
  readonly meets: () => void | Promise<void>;
  readonly claimed?: () => ReadonlySet<string>;
}

/** Closed parts that are asked about again and again; a part that opens beyond these is seen at the next whole look. */
const CLOSED = 50;
const NOTHING: ReadonlySet<string> = new Set();

/** Looks at the folder and writes what it saw. One look at a time. */
export class Looker {
  readonly #root: string;
  readonly #store: DeviceStore;
  readonly #settlement: Settlement;
  readonly #now: () => number;
  readonly #rereads: () => boolean;
  readonly #naming: Naming;
  readonly #stays: () => boolean;
  readonly #meets: () => void | Promise<void>;
  readonly #claimed: () => ReadonlySet<string>;
  #closed: ReadonlySet<string> = new Set();
  #turn: Promise<unknown> = Promise.resolve();

  /**
   * `rereads`: files that were read too soon after they were written are read again; only for who reads files, and while it does.
   * `stays`: the folder is still there, and this device's; asked after each look, before anything is written of it.
   * `meets`: finds out, before each look, whether the folder is of the same time as the device's state.
   * `claimed`: paths to which this device is just writing; what lies there is not judged by a look.
   */
  constructor(
    root: string,
    store: DeviceStore,
    settlement: Settlement,
    now: () => number,
    { rereads, naming, stays, meets, claimed = () => NOTHING }: LookerOptions,
  ) {
    this.#root = root;
    this.#store = store;
    this.#settlement = settlement;
    this.#now = now;
    this.#rereads = rereads;
    this.#naming = naming;
    this.#stays = stays;
    this.#meets = meets;
    this.#claimed = claimed;
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
        let still = true;
        const wanted = new Set(listed.values());
        for (const path of wanted) {
          if ([...wanted].some((other) => other !== path && isBelow(path, other))) continue;
          const walked = await lookAt(this.#root, path);
          for (const file of walked.files) seen.set(file.path, file);
          unknown.push(...walked.unknown);
          still &&= walked.still;
        }
        return { files: [...seen.values()], unknown, still };
      }, covered);
    });
  }

  async #look(look: () => Promise<Walked>, covered: readonly string[]): Promise<Look> {
    await this.#meets();
    const rules = this.#naming.find();
    const { dev } = statSync(this.#root, { bigint: true });
    const run = readMarker(this.#root)?.run;
    const walked = await look();
    // A disk that came or went while it was looked at: what was seen is no tree of this folder.
    if (!this.#stays() || statSync(this.#root, { bigint: true }).dev !== dev) return { touched: [], missing: 0 };
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

  async #write({ files, unknown, still }: Walked, covered: readonly string[], rules: NameRules): Promise<Look> {
    return this.#settlement.settle(() =>
      noteLook(this.#store, {
        files,
        unknown,
        still,
        covered,
        rules,
        rereads: this.#rereads(),
        claimed: this.#claimed(),
        now: this.#now(),
      }),
    );
  }
}
