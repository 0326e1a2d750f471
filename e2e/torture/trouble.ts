import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { rollcall } from '../support/program.ts';
import type { Album, Backup } from './album.ts';
import type { Dice } from './dice.ts';
import type { House, Kept } from './house.ts';
import type { Library } from './library.ts';
import type { Weather } from './weather.ts';

type Trouble =
  | 'kill-device'
  | 'kill-server'
  | 'kill-server-and-device'
  | 'kill-all'
  | 'freeze'
  | 'weather'
  | 'fill-server'
  | 'fill-device'
  | 'copy-data'
  | 'put-back';

/** How often each comes, of every so many; in a new order each time, so that a short run has seen all. */
const DECK: Readonly<Record<Trouble, number>> = {
  'kill-device': 7,
  'kill-server': 4,
  'kill-server-and-device': 2,
  'kill-all': 1,
  freeze: 1,
  weather: 4,
  'fill-server': 1,
  'fill-device': 1,
  'copy-data': 1,
  'put-back': 1,
};

/** Troubles in one act, at least: a machine that is busy with other things has fewer in the same time. */
const ENOUGH = 8;

/** What happens to the house, one trouble after the other. */
export class Troublemaker {
  readonly #house: House;
  readonly #album: Album;
  readonly #library: Library;
  readonly #dice: Dice;
  readonly #say: (words: string) => void;
  weather: Weather = 'storm';
  #backup: Backup | null = null;
  #deck: Trouble[] = [];
  #putsBack = false;
  readonly counts = new Map<Trouble, number>();

  constructor(at: { house: House; album: Album; library: Library; dice: Dice; say: (words: string) => void }) {
    this.#house = at.house;
    this.#album = at.album;
    this.#library = at.library;
    this.#dice = at.dice;
    this.#say = at.say;
  }

  get #copy(): string {
    return join(this.#house.world.root, 'copy of data');
  }

  /**
   * Until `time` is over, and as much has happened as makes it worth something, but no longer than `limit`.
   * @param putBack an old data folder is put back as well
   */
  async go(time: AbortSignal, limit: AbortSignal, putBack: boolean): Promise<void> {
    this.#putsBack = putBack;
    this.#shuffle();
    if (putBack) {
      // Soon, but not at once: something must have happened since the copy.
      this.#deck.splice(-this.#dice.number(3, 6), 0, 'put-back');
      if (this.#backup === null) this.#deck.push('copy-data');
    }
    this.weather = 'storm';
    const before = this.counts.get('put-back') ?? 0;
    const enough = (made: number): boolean => made >= ENOUGH && (!putBack || (this.counts.get('put-back') ?? 0) > before);
    for (let made = 0; !limit.aborted && !(time.aborted && enough(made)); made += 1) {
      await wait(this.#dice.number(150, 2500), undefined, { signal: limit }).catch(() => undefined);
      if (limit.aborted) break;
      const trouble = this.#draw();
      this.counts.set(trouble, (this.counts.get(trouble) ?? 0) + 1);
      await this.#make(trouble);
    }
    this.weather = 'calm';
  }

  #shuffle(): void {
    this.#deck = (Object.entries(DECK) as [Trouble, number][]).flatMap(([trouble, times]) => Array.from({ length: times }, () => trouble));
    for (let at = this.#deck.length - 1; at > 0; at -= 1) {
      const other = this.#dice.number(0, at);
      [this.#deck[at], this.#deck[other]] = [this.#deck[other] as Trouble, this.#deck[at] as Trouble];
    }
  }

  #draw(): Trouble {
    if (this.#deck.length === 0) this.#shuffle();
    const trouble = this.#deck.pop() as Trouble;
    if (trouble === 'put-back' && !this.#putsBack) return this.#draw();
    // Nothing can be put back before it was copied: the copy is made now, and put back later.
    if (trouble !== 'put-back' || this.#backup !== null) return trouble;
    this.#deck.splice(this.#dice.number(0, Math.max(0, this.#deck.length - 4)), 0, trouble);
    return 'copy-data';
  }

  async #make(trouble: Trouble): Promise<void> {
    const { cloud, devices } = this.#house;
    const some = this.#dice.pick(devices)?.kept ?? cloud;
    switch (trouble) {
      case 'kill-device':
        return this.#kill(some);
      case 'kill-server':
        return this.#kill(cloud);
      case 'kill-server-and-device':
        return this.#kill(cloud, some);
      case 'kill-all':
        return this.#kill(...this.#house.everyone());
      case 'freeze':
        return this.#freeze(this.#dice.happens(0.5) ? cloud : some);
      case 'weather':
        return this.#change();
      case 'fill-server':
        return this.#fill(cloud);
      case 'fill-device':
        return this.#fill(some);
      case 'copy-data':
        return this.#copyData();
      case 'put-back':
        return this.#putBack();
      default:
        trouble satisfies never;
    }
  }

  async #kill(...all: readonly Kept[]): Promise<void> {
    this.#say(`kill -9 ${all.map(({ name }) => name).join(', ')}`);
    await Promise.all(all.map((each) => each.kill()));
    await wait(this.#dice.happens(0.5) ? 0 : this.#dice.number(0, 1500));
    await Promise.all(all.map((each) => each.up()));
  }

  /** A laptop whose lid is closed for a moment: connections are open and nobody answers. */
  async #freeze(one: Kept): Promise<void> {
    this.#say(`${one.name} stands still`);
    one.running?.child.kill('SIGSTOP');
    await wait(this.#dice.number(500, 4000));
    one.running?.child.kill('SIGCONT');
  }

  async #change(): Promise<void> {
    const next = this.#dice.weighted<Weather>({ storm: 5, calm: 3, portal: 1, 'bad-gateway': 1 });
    this.#say(`the network: ${next}`);
    this.weather = next;
    if (next === 'storm' || next === 'calm') return;
    await wait(this.#dice.number(500, 3000));
    this.weather = 'storm';
  }

  async #fill(one: Kept): Promise<void> {
    const left = this.#dice.size(1, 3_000_000);
    if (!one.room.fill(left)) return;
    this.#say(`the disk of ${one.name} is full but for ${left} bytes`);
    const killed = this.#dice.happens(0.5);
    for (let looks = this.#dice.number(4, 16); looks > 0; looks -= 1) {
      one.fullAt = performance.now();
      await wait(250);
    }
    if (killed) await one.kill();
    one.fullAt = performance.now();
    if (killed && this.#dice.happens(0.5)) {
      // Started on a full disk: it may say so and end; whoever keeps it running tries again.
      const up = one.up();
      await wait(1500);
      one.room.free();
      await up;
      return;
    }
    one.room.free();
    if (killed) await one.up();
  }

  async #rest(): Promise<void> {
    const { cloud } = this.#house;
    if (this.#dice.happens(0.5)) await cloud.kill();
    else await cloud.stop();
    // What it had answered is heard.
    await wait(100);
  }

  async #copyData(): Promise<void> {
    this.#say('the server is stopped, and its folder copied');
    await this.#rest();
    this.#backup = this.#album.backup();
    this.#house.copyData(this.#copy);
    await this.#house.cloud.up();
  }

  async #putBack(): Promise<void> {
    if (this.#backup === null || !existsSync(this.#copy)) return;
    const told = this.#dice.happens(0.5);
    this.#say(`the copy is put back, ${told ? 'and said to be' : 'and nothing said'}`);
    await this.#rest();
    this.#house.putBackData(this.#copy);
    this.#album.putBack(this.#backup, this.#house.hashesOnDevices());
    this.#backup = null;
    this.#library.forget();
    if (told) {
      const said = await rollcall(['restored', '--data', this.#house.data]);
      if (said.code !== 0) throw new Error(`restored: ${said.err}${said.out}`);
    }
    await this.#house.cloud.up();
  }
}
