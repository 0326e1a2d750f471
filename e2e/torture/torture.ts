import type { Device } from '../support/world.ts';
import { Album } from './album.ts';
import { audit, type Verdict } from './audit.ts';
import { Dice } from './dice.ts';
import { House, megabytesFor, type Fall } from './house.ts';
import { Library } from './library.ts';
import { Person } from './person.ts';
import { Proxy } from './proxy.ts';
import { Troublemaker } from './trouble.ts';
import { drawFault } from './weather.ts';

const NAMES = ['Laptop', 'Desktop', 'Drive'];
/** Of these the one that keeps originals in the cloud while things happen. */
const OPTIMISES = 'Drive';
const MB = 1024 * 1024;
/** An act of a busy machine goes on for so long until enough has happened. */
const LONGEST_MORE_MS = 120_000;
/** Of a disk; the rest is for what else lies there, and for a copy. */
const FOR_PHOTOS = 0.25;

export interface Wish {
  /** Ends the run at once; then nothing is left running or mounted, and `ended` is called. */
  readonly stop?: { readonly signal: AbortSignal; readonly ended: () => void };
  readonly minutes: number;
  readonly seed: number;
  readonly say: (words: string) => void;
}

export interface Outcome {
  readonly seed: number;
  readonly kills: number;
  /** Uploads that the server told to be finished, each file once. */
  readonly uploads: number;
  /** Bytes that a person had, did not destroy, and that are nowhere. */
  readonly lost: number;
  /** Bytes of uploads beyond those of the files. */
  readonly resentBytes: number;
  /** Every device's roll call agrees, all devices show the same, and all that was promised holds. */
  readonly verified: boolean;
  readonly photos: number;
  readonly checked: number;
  readonly excused: Readonly<Record<string, number>>;
  readonly troubles: Readonly<Record<string, number>>;
  /** Of those of which it can be said: how often the program met it. */
  readonly met: Readonly<Record<string, number>>;
  /** What was to come about, and did not: a run like that shows less than it claims. */
  readonly unmet: readonly string[];
  readonly faultsOnTheWay: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly differing: number;
  readonly falls: number;
  readonly ownDisks: boolean;
  readonly seconds: number;
}

/** What is left of a run to look at it further. */
export interface Run {
  readonly outcome: Outcome;
  readonly verdict: Verdict;
  readonly house: House;
  readonly album: Album;
  readonly library: Library;
  /** Ends all processes; `keep`: the folders stay, and the answer is how to see them. */
  end(keep: boolean): Promise<string[]>;
}

/** Real programs on real disks, people who do not wait, and everything that can go wrong; then quiet, and a reckoning. */
export async function torture({ minutes, seed, say, stop }: Wish): Promise<Run> {
  const started = performance.now();
  const megabytes = megabytesFor(minutes);
  const house = await House.build(megabytes);
  say(house.disks ? 'each has a disk of its own' : 'no disks can be mounted here: all lie in the temporary folder, and none is filled');
  const album = new Album();
  const library = new Library(
    () => house.cloudUrl,
    ({ hash }) => album.acknowledge(hash, 'feed'),
  );
  const network = new Dice(seed, 'network');
  const proxy: Proxy = new Proxy(
    () => house.cloudUrl,
    (length) => drawFault(linking ? 'calm' : trouble.weather, network, length),
  );
  const people = new Map<Device, Person>();
  const trouble: Troublemaker = new Troublemaker({
    house,
    album,
    library,
    proxy,
    people,
    optimises: OPTIMISES,
    dice: new Dice(seed, 'trouble'),
    say,
  });
  let linking = true;
  const end = async (keep: boolean): Promise<string[]> => {
    await library.end();
    proxy.close();
    return house.end(keep);
  };
  stop?.signal.addEventListener('abort', () => {
    void end(true).then((words) => {
      for (const each of words) say(each);
      stop.ended();
    });
  });
  try {
    await house.cloud.up();
    await house.account();
    house.world.url = await proxy.open();
    for (const name of NAMES) await house.add(name);
    linking = false;
    const optimises = house.devices.find(({ device }) => device.name === OPTIMISES) ?? null;
    library.watch();
    for (const { device } of house.devices) people.set(device, personAt(device, { seed, album, library, megabytes }));
    const telling = setInterval(() => say(`${album.photos.length} photos, ${proxy.traffic.finished.size} uploads`), 10_000);
    const act = async (putBack: boolean): Promise<Verdict> => {
      if (optimises) await house.optimise(optimises.device);
      await Promise.all(house.everyone().map((each) => each.up()));
      const failed = new AbortController();
      const longest = AbortSignal.timeout(minutes * 30_000 + LONGEST_MORE_MS);
      const limit = AbortSignal.any([longest, failed.signal, ...(stop ? [stop.signal] : [])]);
      const over = new AbortController();
      const troubles = trouble.go(AbortSignal.timeout(minutes * 30_000), limit, putBack).finally(() => over.abort());
      try {
        await Promise.all([troubles, ...[...people.values()].map((person) => person.live(over.signal))]);
      } catch (error) {
        // Nothing is started again behind the back of whoever ends the house.
        failed.abort();
        await troubles.catch(() => undefined);
        throw error;
      }
      say('quiet now');
      for (const { kept } of house.devices) await kept.stop();
      // All devices are to show the same bytes.
      if (optimises) await house.keepOriginals(optimises.device);
      return audit(house, album, library, say);
    };
    let verdict: Verdict;
    try {
      // First without, for then all devices must show the very same; a server that was put back is another story.
      verdict = await act(false);
      if (isGood(verdict)) verdict = await act(true);
    } finally {
      clearInterval(telling);
    }
    const falls = house.everyone().flatMap((each) => each.falls);
    for (const { who, code, words, whenFull } of falls)
      say(`${who} ended by itself with ${code}${whenFull ? ' on a full disk' : ''}: ${words.trim().split('\n').slice(0, 16).join(' | ')}`);
    verdict = withFalls(verdict, falls);
    return { outcome: reckon({ seed, started, house, album, proxy, trouble, verdict, falls }), verdict, house, album, library, end };
  } catch (error) {
    for (const words of await end(true)) say(words);
    throw error;
  }
}

function personAt(
  device: Device,
  { seed, album, library, megabytes }: { seed: number; album: Album; library: Library; megabytes: number },
): Person {
  const most = megabytes * MB * FOR_PHOTOS;
  return new Person({ device, album, library, dice: new Dice(seed, device.name), most, optimises: device.name === OPTIMISES });
}

function isGood({ lost, faults }: Verdict): boolean {
  return lost.length === 0 && faults.length === 0;
}

/** To end by itself is a fault, but on a full disk. */
function withFalls(verdict: Verdict, falls: readonly Fall[]): Verdict {
  const bad = falls.filter(({ whenFull }) => !whenFull);
  return { ...verdict, faults: [...verdict.faults, ...bad.map(({ who, code, words }) => `${who} ended by itself with ${code}: ${words}`)] };
}

function reckon(of: {
  seed: number;
  started: number;
  house: House;
  album: Album;
  proxy: Proxy;
  trouble: Troublemaker;
  verdict: Verdict;
  falls: readonly Fall[];
}): Outcome {
  const { traffic } = of.proxy;
  const useful = [...traffic.finished.values()].reduce((sum, size) => sum + size, 0);
  const faults = [...traffic.faults].reduce((sum, [, count]) => sum + count, 0);
  return {
    seed: of.seed,
    kills: of.house.everyone().reduce((sum, { kills }) => sum + kills, 0),
    uploads: traffic.finished.size,
    lost: of.verdict.lost.length,
    resentBytes: Math.max(0, traffic.sentBytes - useful),
    verified: of.verdict.faults.length === 0,
    photos: of.album.photos.length,
    checked: of.verdict.checked,
    excused: of.album.excused(),
    troubles: Object.fromEntries(of.trouble.counts),
    met: Object.fromEntries(of.trouble.met),
    unmet: of.trouble.unmet,
    faultsOnTheWay: faults,
    faults: Object.fromEntries(traffic.faults),
    differing: of.verdict.differing,
    falls: of.falls.length,
    ownDisks: of.house.disks,
    seconds: Math.round((performance.now() - of.started) / 1000),
  };
}
